#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cmd/commands.h"
#include "cmd/import_told.h"
#include "diag/report.h"
#include "import/record.h"
#include "records/project.h"

namespace wardplan {

/// A file that is to be: path and text.
using NewFile = std::pair<std::string, std::string>;

/// The record that a table makes (the last), before it the register and the list of criteria that
/// are to be written with it, and what was read of them all.
struct NewFiles {
  std::vector<NewFile> files;
  Project project;
  Report report;
};

/// Where the register and the list of criteria are written.
std::string register_path(const ImportOptions& options);
std::string catalogue_path(const ImportOptions& options);

/// The files of an import, read again as they would be; says in `imported` what the register lacks.
/// Throws `Failure` where one is to be written that the record has already, or isn't there.
NewFiles new_files(Imported& imported, const RecordHead& head, const ImportOptions& options);

}  // namespace wardplan
