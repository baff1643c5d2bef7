#include "document/document.h"

#include <algorithm>
#include <array>

#include "document/grid.h"
#include "document/write.h"
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

int heading_level(Style style) {
  static constexpr std::array kHeadings = {Style::title, Style::heading1, Style::heading2,
                                           Style::heading3};
  const auto* found = std::ranges::find(kHeadings, style);
  return found == kHeadings.end() ? 0 : static_cast<int>(found - kHeadings.begin()) + 1;
}

std::string caption_of(const Document& document, std::size_t table) {
  for (std::size_t at = table; at-- > 0;) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[at]);
    if (paragraph == nullptr) continue;
    if (heading_level(paragraph->style) == 0 && paragraph->style != Style::subtitle) continue;
    std::string text = text_of(paragraph->runs);
    std::ranges::replace(text, '\n', ' ');
    if (!text.empty()) return text;
  }
  return document.title;
}

Document without_figures(const Document& document) {
  Document out = document;
  std::erase_if(out.blocks,
                [](const Block& block) { return std::holds_alternative<Figure>(block); });
  return out;
}

std::string text_of(const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

std::string text_of(const Paragraph& paragraph) {
  return (paragraph.mark.empty() ? "" : paragraph.mark + " ") + text_of(paragraph.runs);
}

std::string text_of(const Cell& cell) {
  std::string text;
  for (const Paragraph& paragraph : cell.paragraphs)
    text += (&paragraph == &cell.paragraphs.front() ? "" : "\n") + text_of(paragraph);
  return text;
}

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
