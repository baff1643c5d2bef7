#include "document/write.h"

#include "document/grid.h"
#include "text/escape.h"

namespace wardplan::document {
namespace {

std::string lines_of(const Table& table) {
  const Grid grid = lay_out(table);
  std::string out;
  if (table.header_rows > 0) out += csv_line(flat_header(table, grid));
  for (std::size_t row = table.header_rows; row < grid.rows.size(); ++row) {
    std::vector<std::string> cells;
    for (const Slot& slot : grid.rows[row])
      cells.push_back(slot.is_origin() ? text_of(*slot.cell) : std::string());
    out += csv_line(cells);
  }
  return out;
}

}  // namespace

std::string write_csv(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr || table->style != TableStyle::grid) continue;
    if (!out.empty()) out += "\r\n";
    out += lines_of(*table);
  }
  return out;
}

}  // namespace wardplan::document
