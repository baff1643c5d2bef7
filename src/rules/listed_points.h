#pragma once

#include "records/catalogue.h"
#include "rules/rule.h"

// What rules say of the points of one list.

namespace wardplan {

/// Points and weights that aren't the sum of what is below.
void points_add_up(const Catalogue& list, const RuleRun& run);
/// Marks or deductions of a list that gives no points.
void no_points_at_all(const Catalogue& list, const RuleRun& run);
/// Contents with points that no weight of their own or above them covers, beside others that one
/// does: a weighted result passes over them.
void without_weight(const Catalogue& list, const RuleRun& run);
/// A mark that can't be reached, or a second band from the same points on.
void odd_bands(const Catalogue& list, const RuleRun& run);
/// Figures and names that are probably slips.
void odd_points(const Catalogue& list, const RuleRun& run);

}  // namespace wardplan
