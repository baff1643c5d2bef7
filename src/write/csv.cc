#include "text/escape.h"
#include "write/formats.h"

namespace wardplan {
namespace {

/// Days in the form that no program takes for another day.
std::string text_of(const Column& column, const Cell& cell) {
  return column.kind == CellKind::date && !cell.empty() ? cell.front() : cell_text(column, cell);
}

}  // namespace

std::string write_csv(const Sheet& sheet, const WriteOptions&) {
  std::vector<std::string> cells;
  for (const Column& column : sheet.columns) cells.emplace_back(column.title);
  std::string out = csv_line(cells);
  for (const SheetRow& row : sheet.rows) {
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      cells[at] = text_of(sheet.columns[at], row.cells[at]);
    out += csv_line(cells);
  }
  return out;
}

}  // namespace wardplan
