#pragma once

#include <vector>

#include "times/parts.h"

namespace wardplan {

/// Gives every part its year and adds the stretches, sorted, to `schedule`: a year or month that is
/// not written is the one written further on (`Tháng 3,7,10/2023`), or else the plan's. False when
/// a day doesn't exist, parts overlap, or the order shows that this cannot be meant.
bool settle_items(TimeReader& reader, int plan_year, const std::vector<TimeItem>& items,
                  Schedule& schedule);

/// The stretch of one part that stands alone.
std::optional<Stretch> settle_part(TimeReader& reader, int plan_year, const TimePart& part,
                                   Schedule& schedule);

}  // namespace wardplan
