// Which lines of a template are printed: those of tags that stand alone are not.
#include <doctest/doctest.h>

#include <array>

#include "support/template.h"

namespace wardplan {
namespace {

using mustache::Value;

const test::PartialTexts kPartials = {{"con", "x\ny\n"}, {"rong", ""}};

const Value& data() {
  static const Value kData = Value::object(
      {{"co", "x"}, {"khong", ""}, {"ten", "Hà"}, {"nguoi", Value::object({{"ho", "Lê"}})}});
  return kData;
}

std::string filled(const std::string& text) {
  const test::Filled filled = test::fill(text, data(), kPartials);
  CHECK(test::findings_of(filled) == "");
  return filled.out.value_or("nothing");
}

/// A tag, and what makes a whole template of it.
struct Tag {
  std::string_view before;
  std::string_view tag;
  std::string_view after;
};

constexpr std::array kAlone = {
    Tag{"", "{{! ghi chú }}", ""},
    Tag{"", "{{!\nhai dòng\r\n}}", ""},
    Tag{"", "{{#co}}", "{{/co}}"},
    Tag{"", "{{# co }}", "{{/co}}"},
    Tag{"", "{{#nguoi.ho}}", "{{/nguoi.ho}}"},
    Tag{"", "{{^khong}}", "{{/khong}}"},
    Tag{"{{#co}}", "{{/co}}", ""},
    Tag{"{{^khong}}", "{{/ khong }}", ""},
    Tag{"", "{{=<% %>=}}", "<%! %>"},
    Tag{"{{=<% %>=}}", "<%={{ }}=%>", ""},
    Tag{"", "{{>rong}}", ""},
    Tag{"", "{{> rong }}", ""},
};

constexpr std::array<std::string_view, 5> kBlanks = {"", " ", "\t", "  \t", "\t \t"};
constexpr std::array<std::string_view, 2> kBreaks = {"\n", "\r\n"};

TEST_CASE("a tag alone on its line takes the line, with any blanks and any line end") {
  for (const Tag& tag : kAlone)
    for (const std::string_view indent : kBlanks)
      for (const std::string_view trail : kBlanks)
        for (const std::string_view eol : kBreaks)
          for (const std::string_view first : {"", "\xEF\xBB\xBF", "a\n", "a\r\n", "\n", "a  \n"}) {
            std::string head(first), line(indent);
            line += std::string(tag.tag) + std::string(trail);
            // What makes the template whole stands on a line of its own that is printed.
            if (!tag.before.empty()) head += "." + std::string(tag.before) + "\n";
            std::string text = head + line + std::string(eol) + "b" + std::string(tag.after);
            CAPTURE(text);
            std::string printed(first == "\xEF\xBB\xBF" ? "" : first);
            if (!tag.before.empty()) printed += ".\n";
            CHECK(filled(text) == printed + "b");
            // At the end of the file its line needs no end.
            if (tag.after.empty()) CHECK(filled(head + line) == printed);
          }
}

TEST_CASE("a tag with anything beside it leaves its line as it is") {
  // A no-break space is no blank, and a carriage return alone ends no line.
  for (const Tag& tag : kAlone)
    for (const std::string beside : {"x", "\u00A0", "\r ", "{{! }}", "\f", "\u3000"}) {
      const bool printed = beside != "{{! }}";
      const std::string seen = printed ? beside : "";
      const std::string before(tag.before), mark(tag.tag), after(tag.after);
      // Behind a change of delimiters a comment is none.
      if (printed || (before + mark).find('%') == std::string::npos) {
        CHECK(filled("." + before + "\n " + mark + beside + "\n|" + after) ==
              ".\n " + seen + "\n|");
        CHECK(filled("." + before + "\n " + beside + mark + " \n|" + after) ==
              ".\n " + seen + " \n|");
      }
    }
}

TEST_CASE("a tag that prints a value keeps its line") {
  for (const std::string tag : {"{{ten}}", "{{{ten}}}", "{{&ten}}", "{{ nguoi.ho }}"})
    for (const std::string_view indent : kBlanks)
      for (const std::string_view trail : kBlanks)
        for (const std::string_view eol : kBreaks) {
          const std::string value = tag.find("ten") != std::string::npos ? "Hà" : "Lê";
          const std::string before(indent), after = std::string(trail) + std::string(eol);
          CHECK(filled("a\n" + before + tag + after) == "a\n" + before + value + after);
          CHECK(filled(before + tag) == before + value);
        }
}

TEST_CASE("a partial alone on its line is indented by exactly the blanks before it") {
  for (const std::string_view indent : kBlanks)
    for (const std::string_view trail : kBlanks)
      for (const std::string_view eol : {"\n", "\r\n", ""}) {
        const std::string before(indent);
        const std::string text =
            "a\n" + before + "{{>con}}" + std::string(trail) + std::string(eol);
        CAPTURE(text);
        CHECK(filled(text) == "a\n" + before + "x\n" + before + "y\n");
        if (!eol.empty())
          CHECK(filled(text + "{{ten}}\n") == "a\n" + before + "x\n" + before + "y\nHà\n");
      }
}

TEST_CASE("a long line is gone through once, however many tags stand on it") {
  // Gone through for each tag it would take minutes, which whoever waits for the tests notices.
  const std::string rest(8'000'000, 'y');
  for (const std::string_view tag : {"x{{! }}", "x{{ten}}", "{{ten "}) {
    std::string text;
    for (int count = 0; count < 80'000; ++count) text += tag;
    const test::Filled filled = test::fill(text + rest, data());
    CHECK(filled.out.has_value() == filled.report.findings().empty());
  }
}

TEST_CASE("sections on lines of their own leave the lines between them") {
  const auto pair = [](const std::string& open, const std::string& name) {
    return "{{#co}}\n* một\n{{/co}}\n* hai\n" + open + "\n* ba\n{{/" + name + "}}\n";
  };
  CHECK(filled(pair("{{#co}}", "co")) == "* một\n* hai\n* ba\n");
  CHECK(filled(pair("{{^khong}}", "khong")) == "* một\n* hai\n* ba\n");
  CHECK(filled(pair("{{#khong}}", "khong")) == "* một\n* hai\n");
  CHECK(filled(pair("{{^co}}", "co")) == "* một\n* hai\n");
}

}  // namespace
}  // namespace wardplan
