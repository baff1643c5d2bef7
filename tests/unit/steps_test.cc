#include "records/steps.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

#include "records/project.h"

namespace wardplan {
namespace {

/// A plan whose headings and steps stand in any order, with and without people and entries.
Plan any_plan(std::mt19937_64& random) {
  static constexpr std::array kNumbers = {"I", "A",  "1",  "2", "1.1", "1.2",
                                          "*", "a)", "b)", "-", "+"};
  const auto one_in = [&](unsigned many) { return random() % many == 0; };
  Plan plan;
  const std::size_t rows = 1 + random() % 9;
  for (std::size_t at = 0; at < rows; ++at) {
    Row& row = plan.rows.emplace_back();
    row.at = at;
    row.number = {kNumbers[random() % kNumbers.size()], {}, true};
    const bool heading = one_in(3);
    row.kind = heading ? RowKind::heading : RowKind::item;
    (heading ? row.heading : row.title) = {"chữ", {}, true};
    if (one_in(2)) row.leader.emplace_back();
    if (one_in(2)) row.lead.emplace_back();
    if (one_in(4)) row.updates.emplace_back();
    row.declares.given = heading && one_in(4);
  }
  plan.outline = make_outline(plan.rows);
  link_steps(plan);
  return plan;
}

TEST_CASE("of every plan what is work is counted: each item, and of each step its row") {
  std::mt19937_64 random(19);
  std::size_t steps = 0, reported = 0;
  for (int round = 0; round < 20000; ++round) {
    const Plan plan = any_plan(random);
    for (const Row& row : plan.rows) {
      CAPTURE(round);
      CAPTURE(plan.outline[row.at].address);
      CHECK((row.is_heading() || row.step || is_counted(row)));
      if (row.step) {
        ++steps;
        CHECK(is_counted(item_of(row)));
        CHECK(std::ranges::count(steps_of(plan, item_of(row)), &row) == 1);
      }
      const bool answered_for = !row.leader.empty() && !row.lead.empty();
      if (row.heading.given && answered_for && !row.declares.given && !row.updates.empty()) {
        ++reported;
        CHECK(is_counted(row));
      }
      for (const RowIndex section :
           {plan.outline[row.at].section, plan.outline[row.at].numbered_section})
        if (section) CHECK(plan.rows[*section].is_heading());
    }
  }
  CHECK(steps > 1000);
  CHECK(reported > 1000);
}

}  // namespace
}  // namespace wardplan
