#pragma once

#include <string>
#include <variant>

#include "cmd/commands.h"
#include "cmd/import_files.h"
#include "cmd/import_told.h"
#include "cmd/rewriting.h"

namespace wardplan {

/// Reads the record at `options.output`, which must be one of the same kind, ward and year; takes
/// from it what the table needs not say. Throws `Failure`; the exit code where it can't be used.
std::variant<JudgedText, int> read_merged(ImportOptions& options, Io& io);

/// Brings what a table's record says otherwise into the one that is there: shown as a diff, and
/// with `options.apply` written. The exit code.
int merge_record(const Imported& imported, const NewFiles& made, const ImportOptions& options,
                 Io& io);

}  // namespace wardplan
