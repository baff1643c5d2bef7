#include "records/readings.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>

#include "records/project.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// Distinct texts of each kind that the plans of a project hold.
struct Texts {
  std::set<std::pair<int, std::string>> times;
  std::set<std::string> goals, quantities;
};

void collect(const Plan& plan, const Row& row, Texts& texts) {
  const auto time = [&](const WrittenTime& text) {
    if (!text.given) return;
    texts.times.emplace(plan.year.value, text.value);
  };
  const auto result = [&](const WrittenQuantity& text) {
    if (text.given) texts.quantities.insert(text.value);
  };
  time(row.start);
  time(row.due);
  for (const Target& target : row.targets)
    if (target.goal.given) texts.goals.insert(target.goal.value);
  for (const Update& update : row.updates) {
    time(update.due);
    result(update.value);
    for (const NamedValue& named : update.values) result(named.value);
    for (const NamedValue& part : update.parts) result(part.value);
  }
}

Texts texts_of(const Project& project) {
  Texts texts;
  for (const Plan& plan : project.plans) {
    for (std::size_t row = 0; row < plan.row_count(); ++row) collect(plan, plan.row(row), texts);
    for (const Row& passage : plan.document.text) {
      collect(plan, passage, texts);
      for (const Event& event : passage.passage.events)
        texts.times.emplace(plan.year.value, event.date.value);
    }
    for (const Round& round : plan.rounds)
      if (round.when.given) texts.times.emplace(plan.year.value, round.when.value);
  }
  for (const Catalogue& list : project.catalogues) {
    for (const Row& row : list.rows)
      for (const Target& target : row.targets)
        if (target.goal.given) texts.goals.insert(target.goal.value);
    for (const Condition& condition : list.conditions) texts.goals.insert(condition.goal.value);
  }
  return texts;
}

TEST_CASE("each distinct time, goal and result of the shipped plans is read once") {
  Report report;
  const std::string plans = (fs::path(WARDPLAN_SOURCE_DIR) / "plans").string();
  const Project project = read_project({plans}, "", report);
  const Texts texts = texts_of(project);
  std::size_t times = 0;
  for (const auto& [year, read] : project.readings->times) times += read.size();
  CHECK(times == texts.times.size());
  CHECK(project.readings->goals.size() == texts.goals.size());
  CHECK(project.readings->quantities.size() == texts.quantities.size());
  CHECK(times > 40);
}

TEST_CASE("all places that say the same share one reading, and each plan's year has its own") {
  Report report;
  const auto plan = [](const char* year) {
    return std::string("kind: plan\nformat: 1\nward: a\nyear: ") + year +
           "\ntitle: K\nrows:\n  - {number: \"1\", title: A, due: Tháng 3}\n"
           "  - {number: \"2\", title: B, due: Tháng 3}\n";
  };
  const Project project = read_texts({{"w.yaml", "kind: ward\nformat: 1\nid: a\nname: A\n"},
                                      {"1.yaml", plan("2026")},
                                      {"2.yaml", plan("2027")}},
                                     report);
  REQUIRE(project.plans.size() == 2);
  const auto& first = project.plans[0].rows;
  const auto& second = project.plans[1].rows;
  CHECK(first[0].due.read == first[1].due.read);
  CHECK(first[0].due.read != second[0].due.read);
  CHECK(first[0].due.read->year == 2026);
  CHECK(second[0].due.read->year == 2027);
  CHECK_FALSE(first[0].start.read->understood());
}

TEST_CASE("nothing behind loading parses what records say") {
  constexpr std::array<std::string_view, 3> kParsers = {"parse_schedule(", "parse_goal(",
                                                        "parse_quantity("};
  const fs::path src = fs::path(WARDPLAN_SOURCE_DIR) / "src";
  for (const auto& entry : fs::recursive_directory_iterator(src)) {
    const std::string path = entry.path().lexically_relative(src).generic_string();
    // The parsers themselves, loading, what is typed on the command line, and what shows which
    // column of a table holds times, and which words of a title are a goal and which of a cell
    // points.
    if (!entry.is_regular_file() || path.starts_with("times/") || path.starts_with("figures/") ||
        path == "records/readings.cc" || path == "cmd/explain_date.cc" ||
        path == "cmd/requested_round.cc" || path == "README.md" || path == "import/headings.cc" ||
        path == "import/targets.cc" || path == "import/points.cc")
      continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);)
      for (const std::string_view parser : kParsers) {
        CAPTURE(path);
        CAPTURE(line);
        CHECK(line.find(parser) == std::string::npos);
      }
  }
}

}  // namespace
}  // namespace wardplan
