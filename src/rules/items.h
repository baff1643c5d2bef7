#pragma once

#include <chrono>
#include <cstddef>

#include "records/project.h"

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

}  // namespace wardplan
