#include "text/limits.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "cli/run.h"
#include "disk/files.h"
#include "figures/goal.h"
#include "golden/sandbox.h"
#include "records/project.h"
#include "rules/check.h"
#include "support/temporary.h"
#include "times/schedule.h"

namespace wardplan {
namespace {

constexpr std::string_view kWard =
    "kind: ward\nformat: 1\nid: mau\nname: A\nunits:\n  - {id: b, name: Bộ phận thử nghiệm}\n";
constexpr std::string_view kPlan =
    "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n";

/// What is found in a plan with these rows.
std::vector<Finding> found_in(const std::string& rows) {
  Report report;
  Project project = read_texts(
      {{"ward.yaml", std::string(kWard)}, {"plan.yaml", std::string(kPlan) + rows}}, report);
  check(project, {}, report);
  return report.findings();
}

std::string with_targets(std::size_t count) {
  std::string rows = "  - number: \"1\"\n    title: Việc\n    targets:\n";
  for (std::size_t at = 0; at < count; ++at)
    rows += fmt::format("      - {{name: số {}, goal: 9%}}\n", at);
  return rows;
}

TEST_CASE("more targets than a row can have are refused and not gone through") {
  const auto refused = [](std::size_t count) {
    return std::ranges::count_if(found_in(with_targets(count)), [](const Finding& finding) {
      return finding.code->id == "S202" || finding.code->severity == Severity::error;
    });
  };
  CHECK(refused(kMaxTargets) == 0);
  CHECK(refused(kMaxTargets + 1) == 1);
  CHECK(refused(kMaxTargets * 20) == 1);
}

TEST_CASE("what is too long for a time or a figure is not read") {
  std::string days = "1/3/2026";
  while (days.size() + 10 < kMaxExpression) days += ", 1/4/2026";
  CHECK(parse_schedule(days, 2026).unread->why.en != "it is too long for a time");
  const std::string longer = days + days + days;
  const Schedule schedule = parse_schedule(longer, 2026);
  REQUIRE(!schedule.understood());
  CHECK(schedule.unread->why.en == "it is too long for a time");
  CHECK(schedule.unread->end == longer.size());
  const auto goal = parse_goal(std::string(kMaxExpression + 1, '9'));
  CHECK(!goal.value);
  CHECK(goal.problem.reason.en == "it is too long for a figure");
}

TEST_CASE("the nearest name is looked for only so many times in a file") {
  std::string rows;
  for (std::size_t at = 1; at <= kMaxOffers + 50; ++at)
    rows +=
        fmt::format("  - {{number: \"{0}\", title: Việc {0}, lead: Bộ phận thử nghiệm {0}}}\n", at);
  const auto findings = found_in(rows);
  const auto unknown = [](const Finding& finding) { return finding.code->id == "R312"; };
  CHECK(std::ranges::count_if(findings, unknown) == kMaxOffers + 50);
  CHECK(std::ranges::count_if(findings, [&](const Finding& finding) {
          return unknown(finding) && !finding.help.empty();
        }) == kMaxOffers);
}

TEST_CASE("a list puts only so many entries into one row, and then nothing at all") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  const std::string plan =
      "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n"
      "  - {number: \"1\", title: Việc}\n";
  golden::spill("ward.yaml", std::string(kWard));
  for (const std::size_t lines : {kMaxEntriesAtOnce, kMaxEntriesAtOnce + 1}) {
    golden::spill("p.yaml", plan);
    Io io;
    io.read_stdin = [&] {
      std::string list;
      for (std::size_t at = 0; at < lines; ++at)
        list += fmt::format("p.yaml,1,đang thực hiện,,lần thứ {}\n", at + 1);
      return list;
    };
    const bool fits = lines <= kMaxEntriesAtOnce;
    CHECK(run({"update", "-"}, io) == (fits ? 0 : 1));
    CHECK((golden::slurp("p.yaml") == plan) != fits);
    CHECK((io.err.find("nhận nhiều nhất 100 dòng") != std::string::npos) != fits);
  }
}

TEST_CASE("folders that lie too deep are told, those above them read") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  std::string deep = "p";
  for (int at = 0; at < kMaxFolders + 10; ++at) golden::spill((deep += "/a") + "/x.yaml", "");
  std::vector<UnreadPath> failures;
  CHECK(yaml_files("p", failures).size() == kMaxFolders - 1);
  REQUIRE(failures.size() == 1);
  CHECK(failures.front().why.en.ends_with("it lies too deep"));
}

}  // namespace
}  // namespace wardplan
