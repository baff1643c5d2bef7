#pragma once

#include <vector>

#include "cmd/commands.h"
#include "sheet/sheet.h"

namespace wardplan {

/// A list of `calendar_columns` as a calendar, to the place asked for; into a folder (a path that
/// is one, or that ends in `/`) one calendar for each leader of each ward. Throws `Failure`.
void deliver_calendars(const Sheet& list, const std::vector<LeftOut>& left_out,
                       const OutputOptions& output, Io& io);

}  // namespace wardplan
