#include "write/formats.h"

#include <fmt/format.h>

#include <span>

#include <algorithm>

#include "document/fit.h"
#include "document/words.h"

namespace wardplan {
namespace {

using document::Paragraph;
using document::Style;

Paragraph paragraph(Style style, std::string text, document::Align align = {}, bool bold = false) {
  return {.style = style, .align = align, .runs = {{.text = std::move(text), .bold = bold}}};
}

document::Align align_of(const Column& column) {
  return column.align == Align::right ? document::Align::right : document::Align::automatic;
}

/// What a heading's cell says runs on over the empty cells behind it.
document::Row heading_row(const Sheet& sheet, const SheetRow& row) {
  document::Row cells;
  for (std::size_t at = 0; at < row.cells.size(); ++at) {
    const std::string text = cell_text(sheet.columns[at], row.cells[at]);
    if (text.empty() && !cells.empty()) {
      ++cells.back().columns;
      continue;
    }
    cells.push_back(
        {.paragraphs = {paragraph(Style::cell, text, align_of(sheet.columns[at]), true)}});
  }
  return cells;
}

/// How many rows from this one on share its cell: those below that have none of their own.
std::size_t rows_reached(const Sheet& sheet, std::size_t row, std::size_t column) {
  std::size_t end = row + 1;
  while (end < sheet.rows.size() && !sheet.rows[end].heading &&
         sheet.rows[end].cells[column].empty())
    ++end;
  return std::min(end - row, document::kMostRows);
}

document::Document titled(const std::string& title) {
  return {.title = title,
          .orientation = document::Orientation::landscape,
          .blocks = {paragraph(Style::title, title)}};
}

/// Columns that people fill in are empty, and get room for what they write from the widest ones.
void widen_open(const Sheet& sheet, std::vector<int>& widths) {
  constexpr int kOpen = 65, kOthers = 130;
  const auto widest = [&] {
    std::size_t found = 0;
    for (std::size_t at = 0; at < widths.size(); ++at)
      if (!sheet.columns[at].fill_in && widths[at] > widths[found]) found = at;
    return found;
  };
  for (std::size_t at = 0; at < widths.size(); ++at)
    while (sheet.columns[at].fill_in && widths[at] < kOpen) {
      int& from = widths[widest()];
      if (from <= kOthers) return;
      --from;
      ++widths[at];
    }
}

/// The grid of a table whose rows are kept.
document::Table grid_of_kept(const Sheet& sheet) {
  document::Table table{.style = document::TableStyle::grid,
                        .widths = std::vector<int>(sheet.columns.size(), 0),
                        .header_rows = 1,
                        .rows = {{}}};
  for (const Column& column : sheet.columns)
    table.rows.front().push_back(
        {.paragraphs = {paragraph(Style::head, column.title)}, .header = true});
  // Rows that a cell from above still reaches into, of each column.
  std::vector<std::size_t> taken(sheet.columns.size(), 0);
  for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
    const SheetRow& row = sheet.rows[at];
    if (row.heading) {
      table.rows.push_back(heading_row(sheet, row));
      continue;
    }
    document::Row& cells = table.rows.emplace_back();
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      if (taken[column] > 0) {
        --taken[column];
        continue;
      }
      const Column& made = sheet.columns[column];
      document::Cell cell{.paragraphs = {paragraph(Style::cell, cell_text(made, row.cells[column]),
                                                   align_of(made))}};
      if (made.reaches_down) cell.rows = rows_reached(sheet, at, column);
      taken[column] = cell.rows - 1;
      cells.push_back(std::move(cell));
    }
  }
  fit_columns(table, document::Orientation::landscape);
  widen_open(sheet, table.widths);
  return table;
}

/// A page is laid out with all of its rows at hand.
document::Table sheet_grid(const Sheet& sheet) {
  if (!sheet.make_rows) return grid_of_kept(sheet);
  Sheet kept = sheet;
  sheet.make_rows([&](const SheetRow& row) { kept.rows.push_back(row); });
  return grid_of_kept(kept);
}

/// Those that have rows, each under its title.
void add_tables(std::span<const Sheet> tables, document::Document& document) {
  for (const Sheet& table : tables) {
    if (!has_rows(table)) continue;
    document.blocks.emplace_back(paragraph(Style::heading1, table.title, document::Align::left));
    document.blocks.emplace_back(sheet_grid(table));
  }
}

}  // namespace

document::Document sheet_document(const Sheet& sheet) {
  document::Document document = titled(sheet.title);
  if (!sheet.subtitle.empty())
    document.blocks.emplace_back(
        paragraph(Style::note, "(" + sheet.subtitle + ")", document::Align::center));
  document.blocks.emplace_back(sheet_grid(sheet));
  document.origin = sheet.origin;
  return document;
}

document::Document card_document(const Card& card, const std::vector<document::Figure>& figures) {
  document::Document document = titled(card.title);
  if (!card.subtitle.empty())
    document.blocks.emplace_back(paragraph(Style::subtitle, card.subtitle));
  add_tables(card.first, document);
  for (const CardField& field : card.fields)
    document.blocks.emplace_back(
        paragraph(Style::line,
                  fmt::format("{}: {}", field.column.title, cell_text(field.column, field.cell))));
  const std::span<const Sheet> tables(card.tables);
  add_tables(tables.first(card.top), document);
  for (const document::Figure& figure : figures) document.blocks.emplace_back(figure);
  add_tables(tables.subspan(card.top), document);
  return document;
}

}  // namespace wardplan
