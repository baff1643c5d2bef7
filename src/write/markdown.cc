#include "text/escape.h"
#include "write/formats.h"

namespace wardplan {

void write_markdown(const Sheet& sheet, const WriteOptions&, const Put& put) {
  put("# " + markdown_text(sheet.title) + "\n\n");
  if (!sheet.subtitle.empty()) put("*(" + markdown_text(sheet.subtitle) + ")*\n\n");
  std::vector<std::string> cells;
  for (const Column& column : sheet.columns) cells.push_back(markdown_text(column.title));
  put(markdown_row(cells));
  put(markdown_row(std::vector<std::string>(sheet.columns.size(), "---")));
  each_row(sheet, [&](const SheetRow& row) {
    cells.assign(sheet.columns.size(), "");
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      cells[at] = markdown_text(cell_text(sheet.columns[at], row.cells[at]));
      if (row.heading && !cells[at].empty()) cells[at] = "**" + cells[at] + "**";
    }
    put(markdown_row(cells));
  });
}

void write_card_markdown(const Card& card, const WriteOptions& options, const Put& put) {
  const std::string name = card.address + (card.address.empty() ? "" : " ") + card.title;
  put("# " + markdown_text(name) + "\n\n");
  if (!card.subtitle.empty()) put(markdown_text(card.subtitle) + "\n\n");
  for (const Sheet& table : card.first) {
    put("#");
    write_markdown(table, options, put);
    put("\n");
  }
  for (const CardField& field : card.fields)
    put("- " + field.column.title + ": " + markdown_text(cell_text(field.column, field.cell)) +
        "\n");
  for (const Sheet& table : card.tables) {
    if (!has_rows(table)) continue;
    put("\n#");
    write_markdown(table, options, put);
  }
}

}  // namespace wardplan
