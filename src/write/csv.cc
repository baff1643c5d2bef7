#include <algorithm>
#include <variant>

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

std::string write_tables_csv(const document::Document& page) {
  std::vector<std::vector<std::string>> lines;
  std::string heading;
  std::size_t tables = 0, widest = 0;
  for (const document::Block& block : page.blocks) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block);
    if (paragraph != nullptr && document::heading_level(paragraph->style) > 0)
      heading = document::text_of(*paragraph);
    const std::string one = document::write_csv({.title = {}, .blocks = {block}});
    if (!one.empty()) ++tables;
    for (std::vector<std::string>& line : csv_rows(one)) {
      line.insert(line.begin(), heading);
      widest = std::max(widest, line.size());
      lines.push_back(std::move(line));
    }
  }
  if (tables < 2) return document::write_csv(page);
  std::string out;
  for (std::vector<std::string>& line : lines) {
    line.resize(widest);
    out += csv_line(line);
  }
  return out;
}

}  // namespace wardplan
