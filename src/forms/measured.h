#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/period_report.h"

// What a report says of values and the goals that they stand to.

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

/// The value by its goal, where both are plain figures and more is better.
std::optional<double> progress_of(const Measured& measured);

}  // namespace wardplan
