#pragma once

#include "cmd/import_told.h"
#include "times/date.h"

namespace wardplan {

/// Takes from a table that is brought into a record the columns that no row has: those that say how
/// work stands (what they say is in `imported.progress` then), unless the record names them among
/// its columns, and those in which each cell is what the program itself printed of the row, by
/// `as_of` or in the month before it. Their titles are in `imported` then.
void leave_out_printed(Imported& imported, const Date& as_of);

}  // namespace wardplan
