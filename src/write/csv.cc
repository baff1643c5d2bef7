#include "write/sheet_formats.h"

namespace wardplan {
namespace {

std::string quote(const std::string& text) {
  // Blanks at the ends are data, but some readers drop them outside quotes.
  const bool plain = text.find_first_of(",\"\r\n") == std::string::npos &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

/// Days in the form that no program takes for another day.
std::string text_of(const Column& column, const Cell& cell) {
  return column.kind == CellKind::date && !cell.empty() ? cell.front() : cell_text(column, cell);
}

std::string line(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t at = 0; at < cells.size(); ++at) out += (at > 0 ? "," : "") + quote(cells[at]);
  return out + "\r\n";
}

}  // namespace

std::string write_csv(const Sheet& sheet, const WriteOptions&) {
  std::vector<std::string> cells;
  for (const Column& column : sheet.columns) cells.emplace_back(column.title);
  std::string out = line(cells);
  for (const SheetRow& row : sheet.rows) {
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      cells[at] = text_of(sheet.columns[at], row.cells[at]);
    out += line(cells);
  }
  return out;
}

}  // namespace wardplan
