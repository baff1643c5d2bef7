// What is wrong in a template as such, and what is missing when it is filled.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "diag/render.h"
#include "support/template.h"
#include "template/render.h"

namespace wardplan {
namespace {

using mustache::Value;

struct Example {
  std::string text;
  std::string findings;
};

void refuse_all(const std::vector<Example>& examples, const Value& value = Value::object({}),
                const test::PartialTexts& partials = {}) {
  for (const Example& example : examples) {
    CAPTURE(example.text);
    const test::Filled filled = test::fill(example.text, value, partials);
    CHECK(test::findings_of(filled) == example.findings);
    CHECK_FALSE(filled.out.has_value());
  }
}

TEST_CASE("sections that aren't closed, or not by their own names, are one fault each") {
  refuse_all({
      {"a\n {{#b}} c", "2:2: T101: section `b` is not closed; add a tag that closes `/b`\n"},
      {"{{#a}}\n{{^ b }}\n{{/ b }}\n",
       "1:1: T101: section `a` is not closed; add a tag that closes `/a`\n"},
      {"{{/a}}",
       "1:4: T102: `a` is closed and no section is open; delete the tag, or add one that opens "
       "`#a`\n"},
      {"{{#viec}}{{/veic}}",
       "1:13: T102: `veic` is closed and the open section is `viec`; did you mean `/viec`?\n"},
      {"{{#a}}{{#viec}}{{/veic}}{{/a}}",
       "1:19: T102: `veic` is closed and the open section is `viec`; did you mean `/viec`?\n"},
      {"{{#viec}}{{/x}}",
       "1:13: T102: `x` is closed and the open section is `viec`; close `/viec` first\n"},
      {"{{#viec}}{{/x}}{{/viec}}",
       "1:13: T102: `x` is closed and the open section is `viec`; close `/viec` first\n"},
      {"{{#a}}{{#viec}}{{/a}}",
       "1:19: T102: `a` is closed and the open section is `viec`; close `/viec` first\n"},
      {"{{#a}}{{#viec}}{{/x}}{{/a}}",
       "1:19: T102: `x` is closed and the open section is `viec`; close `/viec` first\n"},
      {"{{#a}}{{#to}}{{/a}}{{/b}}",
       "1:17: T102: `a` is closed and the open section is `to`; close `/to` first\n"
       "1:23: T102: `b` is closed and no section is open; delete the tag, or add one that opens "
       "`#b`\n"},
  });
}

TEST_CASE("a wrong end shows where the section that is open opens") {
  const test::Filled filled = test::fill("{{#viec}}\n{{/veic}}", Value::object({}));
  REQUIRE(filled.report.findings().size() == 1);
  const Finding& finding = filled.report.findings().front();
  REQUIRE(finding.related.size() == 1);
  CHECK(filled.sources.text(finding.related.front().span) == "viec");
  CHECK(finding.related.front().text.en == "`viec` opens here");
}

TEST_CASE("a tag without its end ends with its line or where the next one opens") {
  struct Case {
    std::string text;
    std::string marked;
    std::string wanted;
  };
  for (const Case& one : {
           Case{"x {{ten \nsau", "{{ten", "}}"},
           Case{"{{ten}\n{{so}}", "{{ten}", "}}"},
           Case{"{{ten {{so}}", "{{ten", "}}"},
           Case{"{{{ten}}\n", "{{{ten}}", "}}}"},
           Case{"{{{ten} }}", "{{{ten} }}", "}}}"},
           Case{"{{! chưa\n", "{{! chưa", "}}"},
           Case{"{{=<% %>}} x", "{{=<% %>}} x", "=}}"},
           Case{"{{=}}", "{{=}}", "=}}"},
           Case{"{{=<% %>=}}\n<%ten", "<%ten", "%>"},
           Case{"{{", "{{", "}}"},
       }) {
    CAPTURE(one.text);
    const test::Filled filled = test::fill(one.text, Value::object({}));
    REQUIRE(filled.report.findings().size() == 1);
    const Finding& finding = filled.report.findings().front();
    CHECK(finding.code->id == "T103");
    CHECK(filled.sources.text(finding.primary.span) == one.marked);
    CHECK(finding.help.en == "add `" + one.wanted + "`");
  }
}

TEST_CASE("delimiters are two marks without an equals sign") {
  for (const std::string text : {"{{= =}}", "{{=<%=}}", "{{=a b c=}}", "{{=a=b c=}}"})
    refuse_all({{"x\n" + text,
                 "2:1: T104: a change of delimiters names one that opens and one that closes; "
                 "write it like `{{=<% %>=}}`: two marks with a blank between them and no `=`\n"}});
}

TEST_CASE("a tag has a name of letters, digits, underscores and hyphens") {
  for (const std::string tag : {"{{}}", "{{ }}", "{{{ }}}", "{{&}}", "{{#}}", "{{^}}", "{{>}}"})
    refuse_all({{tag, "1:1: T105: the tag has no name; write a field's name into it\n"}});
  for (const std::string name : {"a b", "a..b", ".a", "a.", "..", "<a", "$a", "*a", "a,b", "tên😀",
                                 "a\u00A0b", "a. b", "a\u0301\u0301", "@"}) {
    refuse_all({{"\n{{" + name + "}}",
                 fmt::format("2:3: T105: `{}` is no name of a field; a name has letters, digits, "
                             "`_` and `-`; a point divides a group's name from one within it\n",
                             name)}});
    // Its end is no second fault.
    CHECK(test::fill("{{#" + name + "}}x{{/" + name + "}}", Value::object({}))
              .report.findings()
              .size() == 1);
  }
}

TEST_CASE("no name of a partial leads out of the templates' folder") {
  for (const std::string name : {"../a", "..", ".", ".a", "a/b", "/a", "a\\b", "a..b", "a.", "C:a",
                                 "*a", "a b", "a/../../b", "~"}) {
    bool asked = false;
    Sources sources;
    Report report;
    mustache::Partials partials(sources, [&](std::string_view) {
      asked = true;
      return std::optional<FileId>();
    });
    const FileId file = sources.add("mau", "{{>" + name + "}}");
    CHECK_FALSE(mustache::parse(sources, file, report).has_value());
    REQUIRE(report.findings().size() == 1);
    CHECK(report.findings().front().code->id == "T105");
    CHECK_FALSE(asked);
  }
}

TEST_CASE("a template that isn't UTF-8 is refused at its first wrong byte") {
  refuse_all({{"a\n\xFC {{b",
               "2:1: T107: the template is not UTF-8; open it in its old encoding and save it as "
               "UTF-8\n"}});
}

TEST_CASE("sections stand a hundred deep in each other and no deeper") {
  const auto nested = [](std::size_t depth) {
    std::string text = "x";
    for (std::size_t at = 0; at < depth; ++at) text = "{{#a}}" + text + "{{/a}}";
    return text;
  };
  const Value value = Value::object({{"a", "x"}});
  CHECK(test::fill(nested(100), value).out == "x");
  refuse_all({{nested(101), "1:601: T106: sections stand more than 100 deep in each other\n"}},
             value);
}

TEST_CASE("a name that the data doesn't have is an error wherever it is printed, and said once") {
  const Value data = Value::object({{"ten", "Hà"},
                                    {"co", "x"},
                                    {"khong", ""},
                                    {"nguoi", Value::object({{"ho", "Lê"}})},
                                    {"to", Value::list({"1", "2", "3"})}});
  const std::string here = "here are: `ten`, `co`, `khong`, `nguoi`, `to`\n";
  refuse_all(
      {
          {"{{tne}}", "1:3: T201: there is no field `tne`; did you mean `ten`? " + here},
          {"{{{xyzw}}}", "1:4: T201: there is no field `xyzw`; " + here},
          {"{{#xyzw}}{{a}}{{/xyzw}}", "1:4: T201: there is no field `xyzw`; " + here},
          {"{{^xyzw}}{{/xyzw}}", "1:4: T201: there is no field `xyzw`; " + here},
          {"{{#to}}{{xyzw}}{{/to}}", "1:10: T201: there is no field `xyzw`; " + here},
          {"{{nguoi.hoo}}",
           "1:9: T201: there is no field `hoo`; did you mean `ho`? here are: `ho`\n"},
          {"{{nguoi.ten}}", "1:9: T201: there is no field `ten`; here are: `ho`\n"},
          {"{{to}}",
           "1:3: T202: `to` is a list and can't be printed as text; write "
           "`{{#to}}…{{/to}}`\n"},
          {"{{nguoi}}",
           "1:3: T202: `nguoi` is a group and can't be printed as text; name a field "
           "in the group: `ho`\n"},
          {"{{.}}",
           "1:3: T202: `.` is a group and can't be printed as text; name a field in the "
           "group: `ten`, `co`, `khong`, `nguoi`, `to`\n"},
          {"{{to.ten}}",
           "1:3: T202: `to` is a list and no group with a field `ten`; write "
           "`{{#to}}{{ten}}{{/to}}`\n"},
          {"{{ten.ho}}",
           "1:3: T202: `ten` is a text and no group with a field `ho`; leave out `.ho`\n"},
          {"{{>con}}",
           "1:4: T301: there is no partial `con`; mend the name, or add the partial to "
           "the templates' folder\n"},
          {"{{>hong}}",
           "hong:2:3: T103: a tag opens with `{{` and doesn't close with `}}`; add "
           "`}}`\n"},
      },
      data, {{"hong", "a\n  {{b"}});
  // What isn't printed isn't looked at: that is what checking is for.
  CHECK(test::fill("{{#khong}}{{xyzw}}{{/khong}}", data).out == "");
}

TEST_CASE("a name with points neither goes further out on its way nor is one key") {
  const Value data = Value::object({{"a", Value::object({{"b", Value::object({})}})},
                                    {"b", Value::object({{"c", "sai"}})},
                                    {"c", "sai"},
                                    {"a.b.c", "sai"}});
  refuse_all(
      {
          {"{{#a}}{{b.c}}{{/a}}", "1:11: T201: there is no field `c`; there are no fields here\n"},
          {"{{a.b.c}}", "1:7: T201: there is no field `c`; there are no fields here\n"},
          {"{{#a.b.c}}x{{/a.b.c}}", "1:8: T201: there is no field `c`; there are no fields here\n"},
          {"{{^a.b.c}}x{{/a.b.c}}", "1:8: T201: there is no field `c`; there are no fields here\n"},
      },
      data);
}

TEST_CASE("sections and partials as deep as they may be are checked and filled") {
  std::string opens, closes;
  for (std::size_t at = 0; at < mustache::kMaxSections; ++at) {
    opens += "{{#a}}";
    closes += "{{/a}}";
  }
  test::PartialTexts partials;
  for (std::size_t at = 1; at < mustache::kMaxPartials; ++at)
    partials[fmt::format("p{}", at)] = fmt::format("{}{{{{>p{}}}}}{}", opens, at + 1, closes);
  partials[fmt::format("p{}", mustache::kMaxPartials)] = opens + "x" + closes;
  const std::string text = opens + "{{>p1}}" + closes;
  const mustache::Shape shape{.children = {{"a", mustache::Kind::text}}};
  CHECK(test::findings_of(test::judge(text, shape, partials)) == "");
  CHECK(test::fill(text, Value::object({{"a", "x"}}), partials).out == "x");
}

TEST_CASE("a partial that puts itself in comes to an end at 32") {
  const Value value = Value::object({{"a", "x"}});
  const test::PartialTexts partials = {{"vong", "{{#a}}{{>vong}}{{>vong}}{{/a}}"}};
  refuse_all({{"{{>vong}}", "vong:1:10: T302: partials stand more than 32 deep in each other\n"}},
             value, partials);
  test::PartialTexts chain;
  for (int at = 1; at < 32; ++at)
    chain[fmt::format("p{}", at)] = fmt::format("{{{{>p{}}}}}", at + 1);
  chain["p32"] = "{{a}}";
  CHECK(test::fill("{{>p1}}", value, chain).out == "x");
  chain["p32"] = "{{>p33}}";
  chain["p33"] = "{{a}}";
  refuse_all({{"{{>p1}}", "p32:1:4: T302: partials stand more than 32 deep in each other\n"}},
             value, chain);
}

TEST_CASE("a partial is loaded once, and its faults stand in every report") {
  Sources sources;
  int loaded = 0;
  mustache::Partials partials(sources, [&](std::string_view name) -> std::optional<FileId> {
    ++loaded;
    return sources.add(std::string(name), name == "hong" ? "{{" : "{{.}}");
  });
  Report parsing;
  const FileId good = sources.add("mau", "{{>con}}{{>con}}");
  const FileId bad = sources.add("sai", "{{>hong}}{{>hong}}");
  const auto sound = mustache::parse(sources, good, parsing);
  const auto broken = mustache::parse(sources, bad, parsing);
  REQUIRE(parsing.findings().empty());
  for (int round = 0; round < 2; ++round) {
    Report report;
    CHECK(mustache::render(*sound, "x", mustache::Escape::none, partials, report) == "xx");
    CHECK(report.findings().empty());
    CHECK_FALSE(mustache::render(*broken, "x", mustache::Escape::none, partials, report));
    CHECK(report.findings().size() == 1);
  }
  CHECK(loaded == 2);
}

TEST_CASE("a fault in a template is drawn in both languages") {
  const test::Filled filled = test::fill("UBND {{phuonq}}\n", Value::object({{"phuong", "Hà"}}));
  CHECK(render_short(filled.sources, filled.report, {Lang::vi, false}) ==
        "mau:1:8: lỗi[T201]: không có trường `phuonq`\n");
  CHECK(render_text(filled.sources, filled.report, {Lang::vi, false}).find("có phải `phuong`?") !=
        std::string::npos);
}

}  // namespace
}  // namespace wardplan
