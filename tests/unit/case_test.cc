// The golden runner's own format.
#include <doctest/doctest.h>

#include "golden/case.h"
#include "golden/diff.h"
#include "golden/sandbox.h"
#include "golden/section.h"
#include "support/temporary.h"

namespace wardplan::golden {
namespace {

using namespace std::string_view_literals;
namespace fs = std::filesystem;

constexpr std::string_view kText =
    "Một câu.\n\n$ wardplan check 'a b' --lang en\n-- a b/x.yaml --\nkind: ward\n-- env --\n"
    "NO_COLOR=1\n-- codes: P401 P402 --\n-- base: chung --\n-- stdin escaped "
    "--\nmột\\r\\n\nhai\n-- stdout --\nra\n-- exit --\n1\n"
    "-- after/y escaped --\n\\xFF\n-- after/z absent --\n";

TEST_CASE("a case file is read into its parts") {
  const Case read = parse_case(kText);
  CHECK(read.args == std::vector<std::string>{"check", "a b", "--lang", "en"});
  CHECK(read.files.at("a b/x.yaml") == "kind: ward\n");
  CHECK(read.env.at("NO_COLOR") == "1");
  CHECK(read.codes == std::vector<std::string>{"P401", "P402"});
  CHECK(read.bases == std::vector<std::string>{"chung"});
  CHECK(read.stdin_bytes == "một\r\nhai");
  CHECK(read.expected.out == "ra\n");
  CHECK(read.expected.err == "");
  CHECK(read.expected.exit_code == 1);
  CHECK(read.expected.after.at("y") == "\xFF");
  CHECK_FALSE(read.expected.after.at("z").has_value());
}

TEST_CASE("a case says which streams are terminals, and how wide standard output is") {
  const auto read = [](std::string_view lines) {
    return parse_case("Câu.\n$ wardplan a\n-- terminal --\n" + std::string(lines));
  };
  CHECK(read("stdout\n").out_is_terminal);
  CHECK(read("stdout\n").out_width == 0);
  CHECK_FALSE(read("stderr\n").out_is_terminal);
  CHECK(read("stdin\n").in_is_terminal);
  const Case both = read("stdout 80\nstderr\n");
  CHECK((both.out_is_terminal && both.err_is_terminal));
  CHECK(both.out_width == 80);
  for (const std::string_view wrong : {"stderr 80\n", "stdout x\n", "stdout 80 \n", "stdout -1\n",
                                       "stdin 80\n", "stdout 99999\n"}) {
    CAPTURE(wrong);
    CHECK_THROWS(read(wrong));
  }
}

TEST_CASE("recording what was expected gives the same file") {
  const Case read = parse_case(kText);
  CHECK(record_case(read, read.expected) == kText);
}

TEST_CASE("any bytes survive being recorded and read again") {
  for (const std::string_view bytes :
       {""sv, "a"sv, "a\n"sv, "\n"sv, "\r\n"sv, "a\0b\n"sv, "\xEF\xBB\xBFtệp\n"sv, "\xC3\n"sv,
        "-- stdout --\n"sv, "a\n-- x escaped --\nb"sv, "\\n\n"sv, "\x1B[31mđỏ\x1B[0m\n"sv,
        "---\na: b\n"sv, "a\n\n\n"sv}) {
    CHECK(unescape(escape(bytes)) == bytes);
    const auto parsed = parse_sections(write_section("stdout", bytes));
    REQUIRE(parsed.sections.size() == 1);
    CHECK(parsed.sections.front().content == bytes);
  }
}

TEST_CASE("a case file with a fault in it is refused") {
  for (const std::string_view text :
       {""sv, "$ wardplan check\n"sv, "Câu.\n"sv, "Câu.\n$ rm -r x\n"sv,
        "Câu.\n$ wardplan a\n$ wardplan b\n"sv, "Câu.\n$ wardplan a\n-- ../x --\n"sv,
        "Câu.\n$ wardplan a\n-- /x --\n"sv, "Câu.\n$ wardplan a\n-- exit --\nmột\n"sv,
        "Câu.\n$ wardplan a\n-- x escaped --\n\\q\n"sv, "Câu.\n$ wardplan 'a\n"sv,
        "Câu.\n$ wardplan a\n-- x --\n-- x --\n"sv, "Câu.\n$ wardplan a\n-- base: x --\na\n"sv,
        "Câu.\n$ wardplan a"sv}) {
    CAPTURE(text);
    CHECK_THROWS(parse_case(text));
  }
}

TEST_CASE("a base is a sentence and files, and a case's own stand instead of them") {
  const auto files = parse_base("Hai tệp.\n-- a --\nmột\n-- b/c escaped --\nhai\\r\\n\n");
  CHECK(files == std::map<std::string, std::string>{{"a", "một\n"}, {"b/c", "hai\r\n"}});
  for (const std::string_view text :
       {"-- a --\n"sv, "Câu.\n-- env --\n"sv, "Câu.\n-- stdout --\n"sv,
        "Câu.\n-- a --\n-- a --\n"sv, "Câu.\n-- base: b --\n"sv}) {
    CAPTURE(text);
    CHECK_THROWS(parse_base(text));
  }
  const test::TemporaryFolder folder;
  spill(folder.path() / "tests/bases/hai.base", "Hai tệp.\n-- a --\nmột\n-- b --\nhai\n");
  spill(folder.path() / "tests/bases/ba.base", "Hai tệp.\n-- b --\nba\n");
  const fs::path path = folder.path() / "P401-x.test";
  spill(path, "Câu.\n$ wardplan check\n-- base: hai --\n-- b --\nbốn\n-- codes: P402 --\n");
  const Case loaded = load_case(path, folder.path());
  CHECK(loaded.files == std::map<std::string, std::string>{{"a", "một\n"}, {"b", "bốn\n"}});
  CHECK(loaded.codes == std::vector<std::string>{"P402", "P401"});
  spill(path, "Câu.\n$ wardplan check\n-- base: hai --\n-- append b --\nthêm\n");
  CHECK(load_case(path, folder.path()).files.at("b") == "hai\nthêm\n");
  spill(path, "Câu.\n$ wardplan check\n-- base: ba --\n-- append a --\nthêm\n");
  CHECK_THROWS(load_case(path, folder.path()));
  spill(path, "Câu.\n$ wardplan check\n-- base: hai --\n-- base: ba --\n");
  CHECK_THROWS(load_case(path, folder.path()));
  spill(path, "Câu.\n$ wardplan check\n-- base: bốn --\n");
  CHECK_THROWS(load_case(path, folder.path()));
}

TEST_CASE("a case is told the findings of its own codes alone, and of all where it says so") {
  const std::string text =
      "-- a/ke-hoach.yaml --\nkind: plan\nformat: 1\nward: a\nyear: 2026\ntitle: A\nrows:\n"
      "  - {number: '2', title: Trồng cây, due: Năm 2026}\n"
      "-- a/ward.yaml --\nkind: ward\nformat: 1\nid: a\nname: A\n";
  const auto told = [&](const std::string& codes) {
    const std::string head = "Câu.\n$ wardplan check a --format short --lang en\n";
    std::string ids;
    const std::string out = run_case(parse_case(head + codes + text), WARDPLAN_SOURCE_DIR).out;
    for (std::size_t at = out.find('['); at != std::string::npos; at = out.find('[', at + 1))
      ids += out.substr(at + 1, 4) + " ";
    return ids;
  };
  CHECK(told("") == "");
  CHECK(told("-- codes: P402 --\n") == "P402 ");
  CHECK(told("-- codes: P402 P504 --\n") == "P402 P504 ");
  CHECK(told("-- codes: all --\n").find("P503") != std::string::npos);
}

TEST_CASE("words are split as in a shell") {
  using Words = std::vector<std::string>;
  CHECK(split_words("a  b") == Words{"a", "b"});
  CHECK(split_words("a 'b c' \"d 'e'\" ''") == Words{"a", "b c", "d 'e'", ""});
  CHECK(split_words("a\\ b 'c\\d'") == Words{"a b", "c\\d"});
  CHECK(split_words("-o='x y'z") == Words{"-o=x yz"});
}

TEST_CASE("a run is told with what it wrote, changed and left") {
  Case played = parse_case(
      "Câu.\n$ wardplan table p.yaml -o out.md\n-- p.yaml --\nkind: plan\nformat: 1\nward: a\n"
      "year: 2026\ntitle: Kế hoạch\nrows: []\n-- w.yaml --\nkind: ward\nformat: 1\nid: a\nname: A\n"
      "-- after/w.yaml --\n");
  const Outcome actual = run_case(played, WARDPLAN_SOURCE_DIR);
  CAPTURE(actual.err);
  CHECK(actual.exit_code == 0);
  CHECK(actual.after.at("out.md").value_or("").find("Kế hoạch") != std::string::npos);
  CHECK(actual.after.at("w.yaml") == "kind: ward\nformat: 1\nid: a\nname: A\n");
  CHECK(actual.after.size() == 2);
}

TEST_CASE("a difference is shown with the lines around it") {
  CHECK(diff_lines("a\n", "a\n") == "");
  CHECK(diff_lines("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\n5\nsáu\n") ==
        "    @@\n     3\n     4\n     5\n    -6\n    +sáu\n");
  CHECK(diff_lines("a\n", "a\r\n") == "    -a\n    +a\\r\n");
  CHECK(diff_lines("a\n", "a") == "    -a\n    +a  (no newline at the end)\n");
  CHECK(diff_lines("", "- a\n") == "    +- a\n");
}

}  // namespace
}  // namespace wardplan::golden
