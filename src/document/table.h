#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/paragraph.h"

namespace wardplan::document {

/// A cell reaches over `columns` and `rows` from where it stands.
struct Cell {
  std::vector<Paragraph> paragraphs;
  std::size_t columns = 1;
  std::size_t rows = 1;
  bool header = false;

  friend bool operator==(const Cell&, const Cell&) = default;
};

/// The cells that begin in one row, from left to right; places that cells of rows above reach into
/// are passed over.
using Row = std::vector<Cell>;

enum class TableStyle { grid, plain };

struct Table {
  TableStyle style = TableStyle::grid;
  /// Of each column, in thousandths of the table; they add up to 1000.
  std::vector<int> widths;
  /// How many rows at the top are repeated on every page.
  std::size_t header_rows = 0;
  std::vector<Row> rows;

  friend bool operator==(const Table&, const Table&) = default;
};

/// The text of a cell without any look; its paragraphs stand in lines of their own.
std::string text_of(const Cell& cell);

}  // namespace wardplan::document
