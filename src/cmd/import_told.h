#pragma once

#include <string>
#include <vector>

#include "cmd/commands.h"
#include "import/entry_columns.h"
#include "import/headings.h"
#include "import/names.h"
#include "import/rows.h"
#include "records/project.h"
#include "table/read_table.h"

// What `import` says of a table on standard output.

namespace wardplan {

/// What a row of a table says of how its work stands.
struct SheetProgress {
  std::string address;
  RowEntry entry;
};

/// Everything that was made of a table, and what wasn't.
struct Imported {
  ReadFile file;
  std::size_t table = 0;
  Headings headings = {};
  std::string title = {};
  ImportedRows rows = {};
  ProposedRegister proposed = {};
  /// What people should look at of who is named.
  std::vector<TableRemark> people = {};
  /// The register that has been there and gets what is proposed; none: there is none, or it stays.
  std::string register_grown = {};
  /// Words that stand outside of the table and are in no record.
  std::vector<TableRemark> outside = {};
  /// How work stands by a table that is brought into a record, row by row, and the keys of entries
  /// that it has columns for.
  std::vector<SheetProgress> progress = {};
  std::vector<std::string_view> progress_keys = {};
  /// Rows of such a table of which nothing is recorded, for not all that they say can be read.
  std::vector<std::string> unread = {};
  /// Titles of its columns that say how work stands, and of those that only say again what the
  /// program says of the record, where they aren't taken.
  std::vector<std::string> entry_titles = {};
  std::vector<std::string> printed_titles = {};
  /// The record that the table is brought into, and what was read of it; null: a new one is made.
  const Plan* into = nullptr;
  const Project* record = nullptr;
};

/// `bieu.docx → 2026.yaml: 98 dòng (22 đề mục, 76 việc)`, which column is what, what was read
/// otherwise than it stands there, who isn't in the register, and what is in no record.
void tell_import(const Imported& imported, const ImportOptions& options, Io& io);

}  // namespace wardplan
