#include "yaml/scalars.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

#include "yaml/read.h"

namespace wardplan::yaml {
namespace {

TEST_CASE("texts are written as the plans write them") {
  struct Example {
    std::string_view text;
    std::string_view flow;
    std::string_view block;
  };
  for (const Example& example : {
           Example{"done", "done", "done"},
           Example{"2023-06-15", "2023-06-15", "2023-06-15"},
           Example{"2023-02-30", "\"2023-02-30\"", "\"2023-02-30\""},
           Example{"94%", "\"94%\"", "\"94%\""},
           Example{"93,5%", "\"93,5%\"", "\"93,5%\""},
           Example{"5209/5318", "\"5209/5318\"", "\"5209/5318\""},
           Example{"27", "27", "27"},
           Example{"0", "0", "0"},
           Example{"007", "\"007\"", "\"007\""},
           Example{"1.10", "\"1.10\"", "\"1.10\""},
           Example{"12:30", "\"12:30\"", "\"12:30\""},
           Example{"1234567890123456", "\"1234567890123456\"", "\"1234567890123456\""},
           Example{"BC 120/BC-UBND", "BC 120/BC-UBND", "BC 120/BC-UBND"},
           Example{"Tháng 12/2023", "Tháng 12/2023", "Tháng 12/2023"},
           Example{"xong, còn tổ 9", "\"xong, còn tổ 9\"", "xong, còn tổ 9"},
           Example{"tổ [9]", "\"tổ [9]\"", "tổ [9]"},
           Example{"[9]", "\"[9]\"", "\"[9]\""},
           Example{"lý do: mưa", "\"lý do: mưa\"", "\"lý do: mưa\""},
           Example{"lý do:", "\"lý do:\"", "\"lý do:\""},
           Example{"a:b", "\"a:b\"", "a:b"},
           Example{"tổ #9", "\"tổ #9\"", "\"tổ #9\""},
           Example{"tổ#9", "tổ#9", "tổ#9"},
           Example{"", "\"\"", "\"\""},
           Example{" a", "\" a\"", "\" a\""},
           Example{"a ", "\"a \"", "\"a \""},
           Example{"yes", "\"yes\"", "\"yes\""},
           Example{"null", "\"null\"", "\"null\""},
           Example{"~", "\"~\"", "\"~\""},
           Example{"n", "\"n\"", "\"n\""},
           Example{"-", "\"-\"", "\"-\""},
           Example{"- a", "\"- a\"", "\"- a\""},
           Example{"nói \"xong\"", "nói \"xong\"", "nói \"xong\""},
           Example{"\"xong\"", "\"\\\"xong\\\"\"", "\"\\\"xong\\\"\""},
           Example{"a\\b", "a\\b", "a\\b"},
           Example{"xong?", "\"xong?\"", "xong?"},
           Example{"a\nb\tc", "\"a\\nb\\tc\"", "\"a\\nb\\tc\""},
           Example{"a\n\u0301b", "\"a\\n\\u0301b\"", "\"a\\n\\u0301b\""},
       }) {
    CAPTURE(example.text);
    CHECK(scalar(example.text, true) == example.flow);
    CHECK(scalar(example.text, false) == example.block);
  }
}

TEST_CASE("what reading refuses is no text to write") {
  for (const std::string_view text : {"", "một\nhai", "a\tb", "a\r\nb", "\u00A0", "😀"})
    CHECK(is_writable(text));
  for (const std::string_view text :
       {"a\x01", "a\x7F", "\u0085", "\u200B", "\uFEFFa", "\u2028", "a\xFF", "\xE1\xBB", "e\u0301"})
    CHECK_FALSE(is_writable(text));
}

/// What stands for the text in `frame` when it is read back; the first finding if there is any.
std::string read_back(std::string_view before, std::string_view written, std::string_view after) {
  Sources sources;
  Report report;
  const FileId file = sources.add("a.yaml", fmt::format("{}{}{}", before, written, after));
  const auto root = read(sources, file, report);
  for (const Finding& finding : report.findings())
    // What is drawn by chance holds letters of other scripts.
    if (finding.code->id != "Y128") return "finding: " + finding.message.en;
  const Node& value = root->pairs[0].value;
  if (value.kind == Kind::sequence && value.items.size() == 2)
    return std::string(value.items[0].text);
  if (value.kind == Kind::mapping && value.pairs.size() == 1)
    return std::string(value.pairs[0].key.text);
  return value.kind == Kind::scalar ? std::string(value.text) : "something else";
}

/// A text of pieces that mean something to some reader.
std::string random_text(std::mt19937_64& random) {
  static constexpr std::string_view kPieces[] = {
      "a",    "ơ",  "Tháng", " ",   "  ",  ": ",     ":",   " #",     "#",  ",",      "-",
      "- ",   "?",  "? ",    "[",   "]",   "{",      "}",   "&",      "*",  "!",      "|",
      ">",    "'",  "\"",    "%",   "@",   "`",      "~",   "=",      "<<", ".",      "...",
      "---",  "0",  "1",     "23",  "+",   "_",      "e",   "0x",     "\\", "\\n",    "\n",
      "\n\n", "\t", "yes",   "no",  "on",  "null",   "NaN", ".inf",   "/",  "\u00A0", "\u0301",
      "😀",    "\r", "\r\n",  "12:", ":30", "2023-1", "-15", "\u0323", "A",  "u",      "\uFDFA"};
  std::string text;
  for (std::size_t count = random() % 8; count > 0; --count)
    text += kPieces[random() % std::size(kPieces)];
  return text;
}

TEST_CASE("every text that can be written reads back as itself, in brackets and in lines") {
  std::mt19937_64 random(1);
  int written = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    if (!is_writable(text)) continue;
    ++written;
    const std::string flow = scalar(text, true), block = scalar(text, false);
    CAPTURE(flow);
    CAPTURE(block);
    CHECK(read_back("k: [", flow, ", b]\n") == text);
    CHECK(read_back("k: ", block, "\n") == text);
    CHECK(read_back("k: ", block, " # chú thích\r\n") == text);
    CHECK(read_back("k:\n  - ", block, "\n  - b") == text);
    // No key of this name is ever read.
    if (text == "<<") continue;
    CHECK(read_back("k: {", flow, ": b}\n") == text);
    CHECK(read_back("k:\n  ", block, ": v\n") == text);
  }
  CHECK(written > 10000);
}

}  // namespace
}  // namespace wardplan::yaml
