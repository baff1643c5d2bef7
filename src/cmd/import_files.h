#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cmd/commands.h"
#include "cmd/import_told.h"
#include "diag/report.h"
#include "disk/new_files.h"
#include "edit/change.h"
#include "import/record.h"
#include "records/project.h"

namespace wardplan {

/// A register that is there already, and what it is to be.
struct GrownRegister {
  std::string path;
  std::string before;
  ChangedText after;
};

/// The record that a table makes (the last), before it the register and the list of criteria that
/// are to be written with it, and what was read of them all.
struct NewFiles {
  std::vector<NewFile> files;
  Project project;
  Report report;
  std::size_t accepted = 0;
  /// One of `files` that is there already.
  std::optional<GrownRegister> grown = {};
};

/// Where the register and the list of criteria are written.
std::string register_path(const ImportOptions& options);
std::string catalogue_path(const ImportOptions& options);

/// The files of an import, read again as they would be; says in `imported` what the register lacks.
/// Throws `Failure` where one is to be written that the record has already, or isn't there.
NewFiles new_files(Imported& imported, const RecordHead& head, const ImportOptions& options);

/// Throws `Failure` where another file of the record's folder is the same record already.
void refuse_same_record(const NewFiles& made, const ImportOptions& options);

/// Reads the files as they would be.
void read_again(NewFiles& made);

/// Whether a finding is of the files that are to be written, not of others around them.
bool is_of_new(const NewFiles& made, const Finding& finding);

/// Whether nobody could read the record: all errors of its form but that its names and its register
/// aren't known; what is wrong with other files doesn't matter.
bool is_broken(const NewFiles& made);

/// Says so; the exit code.
int refuse_broken(Io& io);

/// Checks the files and writes them, what the record refers to before it.
void write_files(NewFiles& made, Io& io);

/// Writes the first `count` of the files: all of them, or none.
void write_first(const NewFiles& made, std::size_t count, Io& io);

/// `đã ghi 2026.yaml: 0 lỗi, 2 cảnh báo …` on standard error.
void tell_check(const NewFiles& made, const ImportOptions& options, Io& io);

}  // namespace wardplan
