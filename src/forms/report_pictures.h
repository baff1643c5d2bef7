#pragma once

#include <string>

#include "forms/period_report.h"

// The pictures of a report as SVG; empty where there is nothing to show.

namespace wardplan {

/// States by section.
std::string sections_picture(const PeriodReport& report);

/// Deadlines of the plan's year, and what became of them.
std::string deadlines_picture(const PeriodReport& report);

/// Values and the goals that they stand to.
std::string targets_picture(const PeriodReport& report);

}  // namespace wardplan
