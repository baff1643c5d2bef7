#pragma once

#include <chrono>
#include <cstddef>

#include "records/project.h"
#include "rules/rule.h"

namespace wardplan {

/// No entry is dated later: the whole history is what is known by this day.
inline constexpr Date kEndOfHistory =
    std::chrono::year(9999) / std::chrono::December / std::chrono::day(31);

inline bool is_sound_item(const Row& row) {
  return !row.is_heading() && row.title.given && row.sound;
}

/// Calls `check(plan, row, place)` on every item and date that could be read: of the others nobody
/// knows what they lack.
template <class Check>
void each_item(const Project& project, Check check) {
  for (const Plan& plan : project.plans)
    for (std::size_t row = 0; row < plan.row_count(); ++row)
      if (is_sound_item(plan.row(row))) check(plan, plan.row(row), plan.outline[row]);
}

/// Tells the items (or contents) of a plan that lack something, at their title or number; a table
/// in which all do lacks the column, which is told once.
void tell_lacking(const Plan& plan, bool (*lacks)(const Row&), Text Row::*mark, Phrase what,
                  Message all, Message help, const RuleRun& run);

}  // namespace wardplan
