#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "import/headings.h"
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
};

struct ImportedRows {
  std::vector<ImportRow> rows = {};
  /// What was read otherwise than it stands there.
  std::vector<TableRemark> told = {};
  /// Words that no row of a plan can hold.
  std::vector<TableRemark> unplaced = {};
  /// Words below the last row.
  std::vector<TableRemark> below = {};

  std::size_t headings() const;
};

/// Reads the rows of one of a file's tables behind its header.
ImportedRows import_rows(const ReadFile& file, std::size_t table, const Headings& headings);

/// Whether a text is nothing but a number that rows have: `1.2`, `IV`, `a)`, `-`.
bool is_row_number(const std::string& text);

/// Whether a text goes on in the next row for all that can be seen: it ends with no sign that ends
/// a sentence.
bool is_unfinished(std::string_view text);

/// A row's number and what stands behind it; no number where a text begins with none.
struct NumberedText {
  std::string number = {};
  std::string text = {};
};

/// `1.1. Trồng cây`, `- Trồng cây`, `a) Trồng cây`, cut behind the number.
NumberedText number_before(const std::string& text);

/// `Chỉnh trang đô thị (04 chỉ tiêu)`, cut before what it declares; `number` is the count with its
/// noun, empty where a text declares nothing.
NumberedText declared_behind(const std::string& text);

}  // namespace wardplan
