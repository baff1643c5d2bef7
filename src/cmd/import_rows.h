#pragma once

#include "cmd/commands.h"
#include "cmd/import_told.h"
#include "import/record.h"

namespace wardplan {

/// Reads the header, the rows and the title of the table that was chosen, and what stands beside
/// it, as on the day `as_of`. Throws `Failure` where no column can be known, there are no rows or
/// no title.
RecordHead read_import(Imported& imported, const ImportOptions& options, const Date& as_of);

}  // namespace wardplan
