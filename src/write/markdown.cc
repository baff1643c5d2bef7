#include "text/escape.h"
#include "write/formats.h"

namespace wardplan {

std::string write_markdown(const Sheet& sheet, const WriteOptions&) {
  std::string out = "# " + markdown_text(sheet.title) + "\n\n";
  if (!sheet.subtitle.empty()) out += "*(" + markdown_text(sheet.subtitle) + ")*\n\n";
  std::vector<std::string> cells;
  for (const Column& column : sheet.columns) cells.push_back(markdown_text(column.title));
  out += markdown_row(cells);
  cells.assign(sheet.columns.size(), "---");
  out += markdown_row(cells);
  for (const SheetRow& row : sheet.rows) {
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      cells[at] = markdown_text(cell_text(sheet.columns[at], row.cells[at]));
      if (row.heading && !cells[at].empty()) cells[at] = "**" + cells[at] + "**";
    }
    out += markdown_row(cells);
  }
  return out;
}

std::string write_card_markdown(const Card& card, const WriteOptions& options) {
  const std::string name = card.address + (card.address.empty() ? "" : " ") + card.title;
  std::string out = "# " + markdown_text(name) + "\n\n";
  if (!card.subtitle.empty()) out += markdown_text(card.subtitle) + "\n\n";
  for (const CardField& field : card.fields)
    out += "- " + field.column.title + ": " + markdown_text(cell_text(field.column, field.cell)) +
           "\n";
  for (const Sheet& table : card.tables)
    if (!table.rows.empty()) out += "\n#" + write_markdown(table, options);
  return out;
}

}  // namespace wardplan
