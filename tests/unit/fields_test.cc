#include "records/keys.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "records/codes.h"
#include "records/entry_keys.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

struct Loaded {
  Project project;
  Report report;

  explicit Loaded(std::string text) {
    const FileId file = project.sources.add("a.yaml", std::move(text));
    const auto root = yaml::read(project.sources, file, report);
    REQUIRE(static_cast<bool>(root));
    load(project, *root, file, report);
  }
  std::string seen(const Finding& finding) const {
    return std::string(project.sources.text(finding.primary.span));
  }
};

const std::string kPlan = "kind: plan\nformat: 1\nward: a\nyear: 2026\ntitle: Kế hoạch\n";

TEST_CASE("values of the right kind are loaded with their places") {
  const Loaded loaded(kPlan +
                      "rows:\n  - {number: I, heading: Phần, declares: 27 chỉ tiêu}\n"
                      "  - number: \"1\"\n    title: Việc\n    leader: an\n    lead: [b, c]\n"
                      "    due: Năm 2026\n    targets: [{name: cây, goal: 3 cây}]\n"
                      "    updates: [{date: 2026-06-15, status: done, values: {cây: 3}}]\n");
  CHECK(loaded.report.findings().empty());
  REQUIRE(loaded.project.plans.size() == 1);
  const Plan& plan = loaded.project.plans.front();
  CHECK(plan.year.value == 2026);
  CHECK(loaded.project.sources.text(plan.year.span) == "2026");
  REQUIRE(plan.rows.size() == 2);
  CHECK(plan.rows[0].is_heading());
  CHECK(plan.rows[0].declares.value.number == 27);
  CHECK(plan.rows[0].declares.value.noun == "chỉ tiêu");
  const Row& item = plan.rows[1];
  REQUIRE(item.leader.size() == 1);
  CHECK(item.leader[0].as.value == "an");
  CHECK_FALSE(item.leader[0].index);
  CHECK(item.lead.size() == 2);
  CHECK_FALSE(item.start.given);
  REQUIRE(item.updates.size() == 1);
  CHECK(item.updates[0].status.value == Status::done);
  CHECK(item.updates[0].values.front().value.value == "3");
}

TEST_CASE("one mistake gives one finding at its place") {
  struct Example {
    std::string_view rows;
    const Code* code;
    std::string_view seen;
  };
  for (const Example& example : {
           Example{"[]\nyeer: 2026", &kUnknownKey, "yeer"},
           Example{"{}", &kWrongType, "{}"},
           Example{"", &kWrongType, ""},
           Example{"[việc]", &kWrongType, "việc"},
           Example{"[{number: I, heading: [a]}]", &kWrongType, "[a]"},
           Example{"[{number: I, haeding: Phần}]", &kUnknownKey, "haeding"},
           Example{"[{number: I, heading: Phần, declares: nhiều}]", &kUnreadCount, "nhiều"},
           Example{"[{number: I, heading: Phần, title: Việc}]", &kRowShape, ""},
           Example{"[{number: I}]", &kRowShape, ""},
           Example{"[{number: I, title: a, targets: [{name: a, goal: 1}, {goal: 2}]}]",
                   &kTargetNames, ""},
           Example{"[{number: I, title: a, updates: [{date: 2026-02-30, status: done}]}]",
                   &kBadValue, "2026-02-30"},
       }) {
    CAPTURE(example.rows);
    const Loaded loaded(kPlan + "rows: " + std::string(example.rows) + "\n");
    REQUIRE(loaded.report.findings().size() == 1);
    const Finding& finding = loaded.report.findings().front();
    CHECK(finding.code->id == example.code->id);
    if (!example.seen.empty()) CHECK(loaded.seen(finding) == example.seen);
  }
}

TEST_CASE("the kind is judged before any key") {
  const Loaded loaded("kind: plann\nyeer: 1\n");
  REQUIRE(loaded.report.findings().size() == 1);
  CHECK(loaded.report.findings().front().code->id == kUnknownKind.id);
  const Loaded none("yeer: 1\n");
  REQUIRE(none.report.findings().size() == 1);
  CHECK(none.report.findings().front().code->id == kUnknownKind.id);
}

TEST_CASE("every key of every record has a meaning in both languages and a place in order") {
  const auto check = [](auto table) {
    CHECK_FALSE(table.empty());
    for (const auto& field : table) {
      CAPTURE(field.name);
      CHECK_FALSE(field.meaning.vi.empty());
      CHECK_FALSE(field.meaning.en.empty());
      CHECK(std::ranges::count(table, field.name, [](const auto& other) { return other.name; }) ==
            1);
    }
  };
  check(keys<Acceptance>());
  check(keys<Registered>());
  check(unit_keys());
  check(keys<Ward>());
  check(keys<WardStatus>());
  check(keys<Target>());
  check(update_keys<RowKind::item>());
  check(update_keys<RowKind::content>());
  check(update_keys<RowKind::model>());
  check(update_keys<RowKind::report_day>());
  check(keys<Row>());
  check(keys<Plan>());
}

}  // namespace
}  // namespace wardplan
