#pragma once

#include "cmd/import_files.h"
#include "cmd/import_told.h"

namespace wardplan {

/// What `check` has to say of a record that was made of a table, a line each on standard output:
/// the place in the table, then that in the record. Names that the register lacks are told
/// otherwise.
void tell_findings(const Imported& imported, const NewFiles& made, Io& io);

/// Why a record that can't be read isn't written, by the places in the table alone, for there is no
/// record.
void tell_faults(const Imported& imported, const NewFiles& made, Io& io);

}  // namespace wardplan
