#include "document/keep.h"

#include <algorithm>
#include <string_view>

#include "document/grid.h"
#include "document/measure.h"
#include "text/utf8.h"

namespace wardplan::document {
namespace {

/// Heights in points up to which a row isn't split (three lines), and up to which one of headings
/// or of a table without borders isn't: a third of a page that lies, about.
constexpr double kShort = 48;
constexpr double kHeadings = 160;
/// A row that is higher isn't kept with the next: with it and a signature it would fill more than a
/// page, and LibreOffice then keeps nothing together.
constexpr double kKept = 280;

/// Shows each run that says something.
template <class See>
void each_run(const std::vector<Slot>& slots, See see) {
  for (const Slot& slot : slots) {
    if (!slot.is_origin()) continue;
    for (const Paragraph& paragraph : slot.cell->paragraphs)
      for (const Run& run : paragraph.runs)
        if (!run.text.empty()) see(run);
  }
}

/// What sums up the rows above: its first words are bold and say so.
bool is_total(const std::vector<Slot>& slots) {
  const Run* first = nullptr;
  each_run(slots, [&](const Run& run) { first = first == nullptr ? &run : first; });
  if (first == nullptr || !first->bold) return false;
  const std::string text = fold(first->text) + " ";
  return text.starts_with("cộng ") || text.starts_with("tổng ");
}

/// Whether a row is the heading of those below it: all that it says is bold.
bool is_heading(const std::vector<Slot>& slots) {
  bool any = false, all = true;
  each_run(slots, [&](const Run& run) { any = true, all = all && run.bold; });
  return any && all && !is_total(slots);
}

bool is_signing(const Paragraph& paragraph) {
  return paragraph.style == Style::office || paragraph.style == Style::remark ||
         paragraph.style == Style::signer;
}

bool is_signing(const Block& block) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) return is_signing(*paragraph);
  const auto* table = std::get_if<Table>(&block);
  if (table == nullptr || table->style != TableStyle::plain) return false;
  for (const Row& row : table->rows)
    for (const Cell& cell : row)
      for (const Paragraph& paragraph : cell.paragraphs)
        if (is_signing(paragraph)) return true;
  return false;
}

/// A remark under what is signed, or the sentence that ends it: neither is what is signed.
bool is_note(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  return paragraph != nullptr &&
         (paragraph->style == Style::note || paragraph->style == Style::closing);
}

}  // namespace

std::vector<RowKeep> row_keeps(const Table& table, const std::vector<double>& widths,
                               const Layout& layout, bool with_next) {
  const Grid grid = lay_out(table);
  const std::size_t count = grid.rows.size();
  const bool plain = table.style == TableStyle::plain;
  std::vector<RowKeep> keeps(count);
  std::vector<double> heights;
  double headings = 0;
  for (std::size_t row = 0; row < count; ++row) {
    const double height =
        heights.emplace_back(row_height(grid.rows[row], widths, layout, table.smaller));
    keeps[row].whole = height < (plain || row < table.header_rows ? kHeadings : kShort);
    if (row < table.header_rows) headings += height;
  }
  for (std::size_t row = 0; row < count; ++row) {
    const bool last = row + 1 == count, heads = row < table.header_rows;
    RowKeep& keep = keeps[row];
    keep.repeated = heads && headings < kHeadings;
    if (heights[row] > kKept) continue;
    keep.with_next = last ? with_next
                          : keep.repeated || plain || is_heading(grid.rows[row]) ||
                                is_total(grid.rows[row + 1]) || row + 2 == count;
  }
  return keeps;
}

bool is_low(const Table& table, const std::vector<double>& widths, const Layout& layout) {
  double height = 0;
  for (const auto& row : lay_out(table).rows)
    height += row_height(row, widths, layout, table.smaller);
  return height < kHeadings;
}

std::vector<bool> block_keeps(const Document& document) {
  const std::vector<Block>& blocks = document.blocks;
  std::vector<bool> keeps(blocks.size(), false);
  for (std::size_t at = blocks.size(); at-- > 1;) {
    if (std::holds_alternative<PageBreak>(blocks[at - 1])) continue;
    const bool behind_note = keeps[at] && is_note(blocks[at]);
    keeps[at - 1] = is_signing(blocks[at]) || behind_note;
  }
  return keeps;
}

}  // namespace wardplan::document
