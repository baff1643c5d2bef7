#pragma once

#include <string>
#include <vector>

#include "forms/period_report.h"

// What a report says of values and the goals that they stand to, and its pictures as SVG, which are
// empty where there is nothing to show.

namespace wardplan {

/// A target that has a value, and the item that it is of.
struct Measured {
  const Item* item;
  const TargetResult* result;
};

/// All of a report, in the order of its sections.
std::vector<Measured> measured_in(const PeriodReport& report);

/// The item, and of several targets which.
std::string measured_name(const Measured& measured);

/// How a value stands to its goal: `đạt`, or by how much it doesn't.
std::string outcome_of(const Measured& measured);

/// States by section.
std::string sections_picture(const PeriodReport& report);

/// Deadlines of the plan's year, and what became of them.
std::string deadlines_picture(const PeriodReport& report);

/// Values and the goals that they stand to.
std::string targets_picture(const PeriodReport& report);

}  // namespace wardplan
