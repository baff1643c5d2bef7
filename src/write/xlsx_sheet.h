#pragma once

#include <vector>

#include "sheet/sheet.h"
#include "write/xlsx_book.h"

namespace wardplan::xlsx {

/// Where a table was written.
struct Placed {
  std::string sheet;
  lxw_row_t head = 0;
  /// Its rows but for headings, where they follow each other; the last heading.
  lxw_row_t first = 0, last = 0, heading = 0;
  std::size_t rows = 0, headings = 0;
};

/// Title and the line under it at the top of a sheet, over these widths; the first row behind.
lxw_row_t write_titles(Book& book, lxw_worksheet* on, const std::string& title,
                       const std::string& subtitle, const std::vector<double>& widths);

void set_widths(const Book& book, lxw_worksheet* on, const std::vector<double>& widths);

/// A text, or of a count its number.
void put_value(Book& book, lxw_worksheet* on, const Spot& spot, const Column& column,
               const std::string& text, Look look);

/// Adds a table on a sheet of its own.
Placed write_table(Book& book, const Sheet& sheet);

/// A chart of the table on another sheet, at a row: a bar for each of its rows, or where they are
/// many for its last heading, which is the sum. Rows that it takes; 0: there is nothing to draw.
lxw_row_t add_chart(Book& book, lxw_worksheet* on, lxw_row_t at, const Sheet& sheet,
                    const Placed& placed);

}  // namespace wardplan::xlsx
