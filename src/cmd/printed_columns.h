#pragma once

#include "cmd/import_told.h"

namespace wardplan {

/// Takes from a table that is brought into a record the columns that the record takes from nobody:
/// those that say how work stands, unless the record names them among its columns, and those that
/// the program itself prints in its tables and lists. Their titles are in `imported` then.
void leave_out_printed(Imported& imported);

}  // namespace wardplan
