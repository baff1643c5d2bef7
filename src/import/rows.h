#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "import/headings.h"
#include "import/row_text.h"
#include "table/read_table.h"

// The rows of a table as those of a plan: which open a section, which are items, which are one.

namespace wardplan {

/// A row of the plan that is to be.
struct ImportRow {
  bool heading = false;
  std::string number = {};
  /// Of a heading without what it declares.
  std::string text = {};
  /// `04 chỉ tiêu`.
  std::string declares = {};
  /// One a column of the table; nothing in those of number and content.
  std::vector<std::string> cells = {};
  /// The row of the table in which it begins.
  std::size_t at = 0;
  /// That in which each cell's words begin; what isn't here begins at `at`.
  std::vector<std::size_t> from = {};

  std::size_t row_of(std::size_t column) const;
};

struct ImportedRows {
  std::vector<ImportRow> rows = {};
  /// What was read otherwise than it stands there.
  std::vector<TableRemark> told = {};
  /// Words that no row of a plan can hold.
  std::vector<TableRemark> unplaced = {};
  /// Totals, and words below the last row.
  std::vector<TableRemark> below = {};

  std::size_t headings() const;
};

/// Reads the rows of one of a file's tables behind its header.
ImportedRows import_rows(const ReadFile& file, std::size_t table, const Headings& headings);

}  // namespace wardplan
