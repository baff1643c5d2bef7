#include <algorithm>
#include <utility>
#include <variant>

#include "text/escape.h"
#include "text/trim.h"
#include "write/formats.h"

namespace wardplan {
namespace {

/// Days in the form that no program takes for another day.
std::string text_of(const Column& column, const Cell& cell) {
  return column.kind == CellKind::date && !cell.empty() ? cell.front() : cell_text(column, cell);
}

/// Whether a block is a table that CSV has.
bool is_grid(const document::Block& block) {
  const auto* table = std::get_if<document::Table>(&block);
  return table != nullptr && table->style == document::TableStyle::grid;
}

/// How many paragraphs with words a block has beside grids.
std::size_t paragraphs_in(const document::Block& block) {
  const auto has_words = [](const document::Paragraph& paragraph) {
    return !is_blank(document::text_of(paragraph));
  };
  if (const auto* paragraph = std::get_if<document::Paragraph>(&block))
    return has_words(*paragraph) ? 1 : 0;
  const auto* table = std::get_if<document::Table>(&block);
  if (table == nullptr || is_grid(block)) return 0;
  std::size_t count = 0;
  for (const document::Row& row : table->rows)
    for (const document::Cell& cell : row)
      count += static_cast<std::size_t>(std::ranges::count_if(cell.paragraphs, has_words));
  return count;
}

}  // namespace

std::size_t left_out_of_csv(const document::Document& page) {
  std::size_t count = 0, said = 0, grids = 0;
  bool heading = false;
  for (const document::Block& block : page.blocks) {
    count += paragraphs_in(block);
    const auto* paragraph = std::get_if<document::Paragraph>(&block);
    if (paragraph != nullptr && document::heading_level(paragraph->style) > 0)
      heading = paragraphs_in(block) > 0;
    if (!is_grid(block)) continue;
    ++grids;
    // It stands before the lines of each table below it.
    said += std::exchange(heading, false) ? 1U : 0U;
  }
  return grids < 2 ? count : count - said;
}

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
