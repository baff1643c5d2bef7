// Texts with a cell of a table in each line, as converters and pasting leave them: rows have to be
// found by their numbers and by how many cells others have.
#include <algorithm>
#include <cstdint>
#include <map>

#include "table/text_sink.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

struct LineCell {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 1;
  /// Empty lines stand before it.
  bool gap = false;
};

/// A number in the first column: its parts, those of `2.1` as 2 and 1.
struct RowNumber {
  bool numeral = false;
  std::vector<long> parts = {};

  bool is_one() const { return !parts.empty(); }
};

long roman_value(std::string_view text) {
  constexpr std::string_view kSigns = "IVXLC";
  constexpr long kValues[] = {1, 5, 10, 50, 100};
  long value = 0, before = 0;
  for (std::size_t at = text.size(); at-- > 0;) {
    const std::size_t sign = kSigns.find(text[at]);
    if (sign == std::string_view::npos) return 0;
    value += kValues[sign] < before ? -kValues[sign] : kValues[sign];
    before = std::max(before, kValues[sign]);
  }
  return value;
}

/// `IV`, `A`, `2.1.`, `3)`; anything else is no number of a row.
RowNumber row_number(std::string_view text) {
  constexpr std::size_t kMostBytes = 14, kMostDigits = 3, kMostParts = 5;
  text = trimmed(text);
  if (text.size() > kMostBytes) return {};
  if (text.ends_with('.') || text.ends_with(')')) text.remove_suffix(1);
  if (text.empty()) return {};
  if (const long roman = roman_value(text); roman > 0) return {true, {roman}};
  if (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z') return {true, {text[0] - 'A' + 1}};
  RowNumber number;
  for (const std::string_view part : split(text, ".")) {
    if (part.empty() || part.size() > kMostDigits || !std::ranges::all_of(part, is_digit))
      return {};
    number.parts.push_back(std::stol(std::string(part)));
  }
  return number.parts.size() <= kMostParts ? number : RowNumber{};
}

/// What stands in the place of a number before a heading that has none.
bool is_star(std::string_view text) {
  text = trimmed(text);
  return !text.empty() && text.find_first_not_of('*') == std::string_view::npos;
}

/// Whether a number may come right after another: one more at any of its levels, or the first one
/// below it; documents leave out a few.
bool may_follow(const RowNumber& before, const RowNumber& next) {
  constexpr long kMostLeftOut = 2;
  if (next.numeral || before.numeral || before.parts.empty())
    return next.parts.back() == 1 || next.numeral;
  std::size_t same = 0;
  while (same < before.parts.size() && same < next.parts.size() &&
         before.parts[same] == next.parts[same])
    ++same;
  if (same == next.parts.size()) return false;
  if (same == before.parts.size()) return next.parts.size() == same + 1 && next.parts[same] <= 2;
  const long step = next.parts[same] - before.parts[same];
  const bool first_below =
      next.parts.size() == same + 1 || (next.parts.size() == same + 2 && next.parts.back() == 1);
  return (step > 0 && step <= 1 + kMostLeftOut && first_below) ||
         (next.parts.size() == 1 && next.parts[0] == 1);
}

bool begins_cell(std::string_view line) { return line.substr(pass(line, " ")).starts_with('\t'); }

class LinesReader {
 public:
  LinesReader(const Source& source, TextSink& sink)
      : source_(source), sink_(sink), tabbed_(has_tabbed_cells(source)) {}

  void read() {
    gather();
    find_width();
    std::vector<std::vector<LineCell>> rows = whole_rows();
    if (rows.empty()) rows = rows_of(width_);
    const std::size_t full = static_cast<std::size_t>(
        std::ranges::count_if(rows, [&](const auto& row) { return row.size() == width_; }));
    // Lines of prose have numbers now and then, but no width.
    if (!tabbed_ && (width_ < 3 || full < 2 || full * 2 < rows.size())) {
      for (const LineCell& cell : cells_) sink_.outside(cell.text, cell.line);
      return;
    }
    for (std::vector<LineCell>& row : rows) add(row);
    for (const LineCell& line : after_) sink_.outside(line.text, line.line);
  }

 private:
  void gather() {
    std::uint32_t last = source_.line_count();
    while (tabbed_ && last > 1 && !begins_cell(source_.line(last))) --last;
    bool gap = false;
    for (std::uint32_t number = 1; number <= source_.line_count(); ++number) {
      const std::string_view line = source_.line(number);
      const bool begins = !tabbed_ || begins_cell(line);
      if (is_blank(line) && !(tabbed_ && begins)) {
        gap = true;
        continue;
      }
      if (begins)
        begin_cells(line, number, gap);
      else if (cells_.empty())
        sink_.outside(line, number);
      else if (number > last && gap)
        after_.push_back({std::string(line), number, 1, true});
      else
        (cells_.back().text += '\n') += line;
      gap = gap && number > last;
    }
  }

  void begin_cells(std::string_view line, std::uint32_t number, bool gap) {
    const std::size_t skipped = tabbed_ ? line.find('\t') + 1 : 0;
    std::uint32_t column = static_cast<std::uint32_t>(skipped) + 1;
    for (const std::string_view part : split(line.substr(skipped), "\t")) {
      cells_.push_back({std::string(part), number, column, gap});
      column += static_cast<std::uint32_t>(part.size()) + 1;
      gap = false;
    }
  }

  /// How many cells most rows have; rows are found by their numbers alone for it.
  void find_width() {
    std::map<std::size_t, std::size_t> sizes;
    for (const auto& row : rows_of(0))
      if (row.size() >= 3) ++sizes[row.size()];
    std::size_t most = 0;
    for (const auto& [size, count] : sizes) {
      if (count < most) continue;
      most = count;
      width_ = size;
    }
  }

  /// Whether a row begins here; `width` 0: it isn't known yet.
  bool begins_row(const LineCell& cell, const std::vector<LineCell>& row, bool titles,
                  const RowNumber& before, std::size_t width) const {
    const RowNumber number = row_number(cell.text);
    if (row.size() < 2) return false;
    if (is_star(cell.text)) return !titles;
    if (!number.is_one()) return width > 0 && cell.gap && row.size() >= width && !titles;
    if (titles) return may_follow({}, number);
    return (tabbed_ && cell.gap) ||
           (may_follow(before, number) && (!tabbed_ || row.size() >= width));
  }

  std::vector<std::vector<LineCell>> rows_of(std::size_t width) const {
    std::vector<std::vector<LineCell>> rows(1);
    RowNumber before;
    for (const LineCell& cell : cells_) {
      if (begins_row(cell, rows.back(), rows.size() == 1, before, width)) {
        rows.emplace_back();
        if (const RowNumber number = row_number(cell.text); number.is_one()) before = number;
      }
      rows.back().push_back(cell);
    }
    return rows;
  }

  /// Rows as wide as the header, where no cell was lost: each that a number begins is a multiple of
  /// it, and what more begins there begins with an empty cell. Otherwise nothing.
  std::vector<std::vector<LineCell>> whole_rows() {
    std::vector<std::vector<LineCell>> rows;
    const std::vector<std::vector<LineCell>> numbered = rows_of(0);
    const std::size_t wide = numbered.front().size();
    if (!tabbed_ || wide < 3 || numbered.size() < 2) return {};
    for (const std::vector<LineCell>& row : numbered) {
      if (row.size() % wide != 0) return {};
      for (auto at = row.begin(); at != row.end(); at += static_cast<std::ptrdiff_t>(wide)) {
        if (at != row.begin() && !is_blank(at->text)) return {};
        rows.emplace_back(at, at + static_cast<std::ptrdiff_t>(wide));
      }
    }
    width_ = wide;
    whole_ = true;
    return rows;
  }

  void add(const std::vector<LineCell>& cells) {
    ReadRow row;
    for (const LineCell& cell : cells)
      row.cells.push_back(text_cell(cell.text, cell.line, cell.column));
    std::size_t filled = row.cells.size();
    while (filled > 0 && row.cells[filled - 1].text.empty()) --filled;
    const bool titles = sink_.table() == nullptr;
    const bool numbered = row_number(cells.front().text).is_one() || is_star(cells.front().text);
    row.unsure = !titles && !whole_ && (!numbered || (cells.size() != width_ && filled > 2));
    if (row.unsure)
      tell(sink_.file(),
           say("dòng {}: hàng có {} ô, các hàng khác có {}; có thể lệch cột",
               "line {}: the row has {} cells, others have {}; they may be in other columns",
               cells.front().line, cells.size(), width_));
    sink_.row(std::move(row));
  }

  const Source& source_;
  TextSink& sink_;
  bool tabbed_ = false;
  std::vector<LineCell> cells_;
  std::vector<LineCell> after_;
  std::size_t width_ = 0;
  bool whole_ = false;
};

}  // namespace

bool has_tabbed_cells(const Source& source) {
  std::size_t cells = 0, lines = 0;
  for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    if (is_blank(line)) continue;
    ++lines;
    if (begins_cell(line) && trimmed(line).find('\t') == std::string_view::npos) ++cells;
  }
  return cells >= 3 && cells * 2 > lines;
}

void read_lines(const Source& source, TextSink& sink) { LinesReader(source, sink).read(); }

}  // namespace wardplan::tables
