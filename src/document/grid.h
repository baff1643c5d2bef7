#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace wardplan::document {

/// One place of a table: the cell that covers it (null: none does), and whether it is the cell's
/// first column and first row.
struct Slot {
  const Cell* cell = nullptr;
  bool first_column = false;
  bool first_row = false;

  /// Whether the cell stands here, rather than reaching here.
  bool is_origin() const { return cell != nullptr && first_column && first_row; }
};

/// What is wrong with how cells lie: one runs into a cell from above, leaves the table to the right
/// or below (or the rows it is in: heading or not), or a row ends early.
enum class GridFault { overlap, too_wide, too_long, short_row };

struct GridProblem {
  GridFault fault;
  /// The row, and the cell in it; of a short row the cell is how many places it fills.
  std::size_t row = 0;
  std::size_t cell = 0;
};

/// The places of a table, row by row, and what is wrong with it; where cells collide the one from
/// above stays, and what leaves the table is cut.
struct Grid {
  std::vector<std::vector<Slot>> rows;
  std::vector<GridProblem> problems;
};

/// Lays the cells out over `table.widths.size()` columns.
Grid lay_out(const Table& table);

/// The heading of every column in one text each: what its heading cells say from top to bottom,
/// each once, with `: ` between; empty texts without heading rows.
std::vector<std::string> flat_header(const Table& table, const Grid& grid);

/// Columns of rows: most places that a row fills, for tables that don't say their widths.
std::size_t count_columns(const std::vector<Row>& rows);

/// Widths that add up to 1000: those that are known (0: not), and the rest shared out equally among
/// the others; nothing when the known ones are more than all or less without others.
std::optional<std::vector<int>> share_widths(std::vector<int> known);

}  // namespace wardplan::document
