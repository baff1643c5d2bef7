#include "write/sheet_formats.h"

namespace wardplan {
namespace {

/// Signs that Markdown or HTML would take for more than text.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      out += "<br>";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (std::string_view("\\|*_`[]~").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string line(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += (cell.empty() ? "" : " " + cell) + " |";
  return out + "\n";
}

}  // namespace

std::string write_markdown(const Sheet& sheet, const WriteOptions&) {
  std::string out = "# " + escape(sheet.title) + "\n\n";
  if (!sheet.subtitle.empty()) out += "*(" + escape(sheet.subtitle) + ")*\n\n";
  std::vector<std::string> cells;
  for (const Column& column : sheet.columns) cells.push_back(escape(column.title));
  out += line(cells);
  cells.assign(sheet.columns.size(), "---");
  out += line(cells);
  for (const SheetRow& row : sheet.rows) {
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      cells[at] = escape(cell_text(sheet.columns[at], row.cells[at]));
      if (row.heading && !cells[at].empty()) cells[at] = "**" + cells[at] + "**";
    }
    out += line(cells);
  }
  return out;
}

}  // namespace wardplan
