// A template is judged by the declared fields alone.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/template.h"
#include "template/render.h"

namespace wardplan {
namespace {

struct Example {
  std::string text;
  std::string findings = {};
};

void judge_all(const std::vector<Example>& examples, const test::PartialTexts& partials = {}) {
  for (const Example& example : examples) {
    CAPTURE(example.text);
    CHECK(test::findings_of(test::judge(example.text, test::sample_shape(), partials)) ==
          example.findings);
  }
}

TEST_CASE("declared fields are used where they exist and as what they are") {
  judge_all(
      {
          {"{{phuong}} {{{phuong}}} {{&phuong}}"},
          {"{{#phuong}}{{.}} {{phuong}}{{/phuong}}{{^phuong}}chưa có{{/phuong}}"},
          {"{{#khan}}KHẨN {{phuong}}{{/khan}}{{^khan}}thường{{/khan}}"},
          {"{{#viec}}{{ten}} {{han}} {{phuong}} {{lanh_dao.ten}}{{/viec}}{{^viec}}không{{/viec}}"},
          {"{{#to}}{{.}} {{phuong}}{{/to}}"},
          {"{{lanh_dao.ten}}{{#lanh_dao}}{{ten}}{{/lanh_dao}}{{#lanh_dao.ten}}{{.}}{{/"
           "lanh_dao.ten}}"},
          {"{{#viec}}{{#to}}{{.}} {{ten}}{{/to}}{{/viec}}"},
          {"{{#.}}{{phuong}}{{/.}}"},
          {"{{>dau}}{{#viec}}{{>dong}}{{/viec}}"},
      },
      {{"dau", "{{phuong}}\n"}, {"dong", "{{ten}}: {{han}}\n"}});
}

TEST_CASE("an unknown name is found without data, with the names that exist there") {
  const std::string here = "here are: `phuong`, `khan`, `viec`, `to`, `lanh_dao`\n";
  judge_all({
      {"{{phuonq}}", "1:3: T201: there is no field `phuonq`; did you mean `phuong`? " + here},
      {"{{ten}}", "1:3: T201: there is no field `ten`; " + here},
      {"\n{{#viec}}\n- {{hna}}\n{{/viec}}\n",
       "3:5: T201: there is no field `hna`; did you mean `han`? here are: `ten`, `han`, `phuong`, "
       "`khan`, `viec`, `to`, `lanh_dao`\n"},
      {"{{lanh_dao.tne}}",
       "1:12: T201: there is no field `tne`; did you mean `ten`? here are: `ten`\n"},
      // In a section that isn't known nothing can be: one fault.
      {"{{#veic}}{{x}}{{/veic}}",
       "1:4: T201: there is no field `veic`; did you mean `viec`? " + here},
      {"{{^veic}}{{ten}}{{/veic}}", "1:4: T201: there is no field `veic`; did you mean `viec`? " +
                                        here + "1:12: T201: there is no field `ten`; " + here},
      {"{{a}}{{b}}",
       "1:3: T201: there is no field `a`; " + here + "1:8: T201: there is no field `b`; " + here},
  });
}

TEST_CASE("a field that is used as what it isn't is found without data") {
  judge_all({
      {"{{viec}}",
       "1:3: T202: `viec` is a list and can't be printed as text; write "
       "`{{#viec}}…{{/viec}}`\n"},
      {"{{{to}}}",
       "1:4: T202: `to` is a list and can't be printed as text; write "
       "`{{#to}}…{{/to}}`\n"},
      {"{{lanh_dao}}",
       "1:3: T202: `lanh_dao` is a group and can't be printed as text; name a "
       "field in the group: `ten`\n"},
      {"{{#viec}}{{.}}{{/viec}}",
       "1:12: T202: `.` is a group and can't be printed as text; name "
       "a field in the group: `ten`, `han`\n"},
      {"{{viec.ten}}",
       "1:3: T202: `viec` is a list and no group with a field `ten`; write "
       "`{{#viec}}{{ten}}{{/viec}}`\n"},
      {"{{lanh_dao.ten.ho}}",
       "1:12: T202: `ten` is a text and no group with a field `ho`; leave out `.ho`\n"},
      {"{{^lanh_dao}}x{{/lanh_dao}}",
       "1:4: T202: `lanh_dao` is a group and always there, so `^lanh_dao` is never printed; name "
       "a field in the group\n"},
  });
}

TEST_CASE("partials are judged where they are put in") {
  const test::PartialTexts partials = {
      {"dong", "{{ten}}\n"}, {"ngoai", "{{>dong}}"}, {"hong", "{{#a}}"}};
  const std::string here = "here are: `phuong`, `khan`, `viec`, `to`, `lanh_dao`\n";
  judge_all(
      {
          {"{{#viec}}{{>ngoai}}{{/viec}}"},
          {"{{>ngoai}}", "dong:1:3: T201: there is no field `ten`; " + here},
          {"{{>dong}}{{>dong}}", "dong:1:3: T201: there is no field `ten`; " + here},
          {"{{#viec}}{{>dogn}}{{/viec}}",
           "1:13: T301: there is no partial `dogn`; mend the name, or add the partial to the "
           "templates' folder\n"},
          {"{{>hong}}", "hong:1:1: T101: section `a` is not closed; add a tag that closes `/a`\n"},
      },
      partials);
  const test::Filled filled = test::judge("{{>ngoai}}", test::sample_shape(), partials);
  REQUIRE(filled.report.findings().size() == 1);
  REQUIRE(filled.report.findings().front().related.size() == 1);
  CHECK(filled.sources.text(filled.report.findings().front().related.front().span) == "{{>dong}}");
}

TEST_CASE("partials that never end are found, directly, in a ring, and by their number") {
  judge_all({{"{{>a}}",
              "a:1:4: T302: partial `a` puts itself in; take out one of the tags that "
              "put it in\n"}},
            {{"a", "{{>a}}"}});
  judge_all({{"{{>a}}",
              "b:1:13: T302: partial `a` puts itself in; take out one of the tags that "
              "put it in\n"}},
            {{"a", "{{>b}}"}, {"b", "{{#khan}}{{>a}}{{/khan}}"}});
  judge_all({{"{{>mau}}",
              "1:4: T302: partial `mau` puts itself in; take out one of the tags that "
              "put it in\n"}});
  test::PartialTexts doubling, chain;
  for (int at = 0; at < 31; ++at) {
    doubling[fmt::format("p{}", at)] = fmt::format("{{{{>p{0}}}}}{{{{>p{0}}}}}", at + 1);
    chain[fmt::format("p{}", at)] = fmt::format("{{{{>p{}}}}}", at + 1);
  }
  doubling["p31"] = chain["p31"] = "x";
  judge_all({{"{{>p0}}"}}, chain);
  chain["p31"] = "{{>p32}}";
  chain["p32"] = "x";
  judge_all({{"{{>p0}}", "p31:1:4: T302: partials stand more than 32 deep in each other\n"}},
            chain);
  const test::Filled filled = test::judge("{{>p0}}", test::sample_shape(), doubling);
  REQUIRE(filled.report.findings().size() == 1);
  CHECK(filled.report.findings().front().message.en == "partials are put in more than 1000 times");
}

TEST_CASE("a value matches a shape with exactly its fields, each of its kind") {
  using mustache::Value;
  const Value leader = Value::object({{"ten", "An"}});
  const auto ward = [&](Value items, Value groups, Value chief) {
    return Value::object({{"phuong", "Hà"},
                          {"khan", ""},
                          {"viec", std::move(items)},
                          {"to", std::move(groups)},
                          {"lanh_dao", std::move(chief)}});
  };
  const Value item = Value::object({{"ten", "a"}, {"han", ""}});
  const Value none = Value::list({});
  CHECK(test::matches(ward(none, none, leader), test::sample_shape()));
  CHECK(test::matches(ward(Value::list({item, item}), Value::list({"1"}), leader),
                      test::sample_shape()));
  for (const Value& wrong :
       {ward(Value::list({item, leader}), none, leader), ward(none, Value::list({none}), leader),
        ward(none, none, item), ward(item, none, leader), Value("x"), leader,
        ward(none, Value::list({leader}), leader), ward(none, none, none)})
    CHECK_FALSE(test::matches(wrong, test::sample_shape()));
}

}  // namespace
}  // namespace wardplan
