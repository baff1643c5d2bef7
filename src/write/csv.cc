#include "text/escape.h"
#include "write/formats.h"

namespace wardplan {
namespace {

/// Days in the form that no program takes for another day.
std::string text_of(const Column& column, const Cell& cell) {
  return column.kind == CellKind::date && !cell.empty() ? cell.front() : cell_text(column, cell);
}

}  // namespace

void write_csv(const Sheet& sheet, const WriteOptions&, const Put& put) {
  std::vector<std::string> cells;
  for (const Column& column : sheet.columns) cells.emplace_back(column.title);
  put(csv_line(cells));
  each_row(sheet, [&](const SheetRow& row) {
    cells.assign(sheet.columns.size(), "");
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      cells[at] = text_of(sheet.columns[at], row.cells[at]);
    put(csv_line(cells));
  });
}

}  // namespace wardplan
