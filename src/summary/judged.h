#pragma once

#include <vector>

#include "summary/summary.h"

// What is counted of a plan that isn't counted item by item.

namespace wardplan {

/// What the verdict on a year comes to on a day; the plan has its list.
CountedVerdict count_verdict(const Project& project, const Plan& plan, const Date& as_of,
                             SharedTexts& texts);

/// A movement's models in all, and by each of its fields that has any.
std::vector<CountedModels> count_models(const Plan& plan, const Date& as_of, SharedTexts& texts);

}  // namespace wardplan
