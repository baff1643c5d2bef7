#include "document/measure.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "text/utf8.h"

namespace wardplan::document {
namespace {

/// Widths of U+0020 to U+007E in thousandths of the size of the letters.
constexpr short kWidths[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};
constexpr double kOther = 500;
constexpr double kWide = 1000;
/// What the horn makes of `o` and `u` more than they are.
constexpr char32_t kHorn = 0x31B;
constexpr double kHornWidth = 145;
/// `Đ`, which isn't made of another letter.
constexpr char32_t kCapitalD = 0x110;
/// What bold letters, and all those that are not quite as wide as is said here, may take more.
constexpr double kBold = 1.11;
constexpr double kSlack = 1.01;
/// Of marks of lists: a dash, a number.
constexpr int kDash = 10;
constexpr int kNumber = 18;
/// Of a line of single spacing, beside the size of its letters.
constexpr double kLineHeight = 1.15;

double width_of(char32_t c) {
  if (c >= ' ' && c <= '~') return kWidths[c - ' '];
  if (c == kCapitalD) return kWidths['D' - ' '];
  if (combining_class(c) > 0) return c == kHorn ? kHornWidth : 0;
  return display_width(static_cast<std::uint32_t>(c)) > 1 ? kWide : kOther;
}

/// Takes characters one by one and cuts them into lines and pieces.
struct Cutter {
  std::vector<Line> lines = {{}};
  double piece = 0;
  bool open = false;

  void end_piece(double blank) {
    if (open) {
      lines.back().pieces.push_back(piece);
      lines.back().blanks.push_back(blank);
    }
    piece = 0;
    open = false;
  }

  void add(char32_t c, double unit) {
    if (c == ' ' || c == '\t') return end_piece(width_of(' ') * unit);
    if (c == '\n') {
      end_piece(0);
      lines.emplace_back();
      return;
    }
    piece += width_of(c) * unit;
    open = true;
    if (c == '-') end_piece(0);
  }
};

double height_of(const Cell& cell, double width, const Layout& layout, int less) {
  double height = 0;
  for (const Paragraph& paragraph : cell.paragraphs) {
    const StyleFormat format = smaller(layout[paragraph.style], less);
    const std::size_t lines = count_lines(measured(paragraph, format), width);
    height += format.before + format.after +
              static_cast<double>(lines) * static_cast<double>(format.size) * kLineHeight;
  }
  return height;
}

}  // namespace

std::vector<Line> measured(const Paragraph& paragraph, const StyleFormat& format) {
  Cutter cutter;
  const double size = static_cast<double>(format.size) / 1000 * kSlack;
  for (const Run& run : paragraph.runs)
    for (const char32_t c : decomposed(run.text))
      cutter.add(c, run.bold || format.bold ? size * kBold : size);
  cutter.end_piece(0);
  for (Line& line : cutter.lines) line.indent = indent_of(paragraph);
  return std::move(cutter.lines);
}

int mark_room_of(const Paragraph& paragraph) { return paragraph.mark.size() > 1 ? kNumber : kDash; }

int indent_of(const Paragraph& paragraph) {
  return paragraph.depth == 0 ? 0 : kDash * (paragraph.depth - 1) + mark_room_of(paragraph);
}

double longest_piece(const std::vector<Line>& lines) {
  double longest = 0;
  for (const Line& line : lines)
    for (const double piece : line.pieces) longest = std::max(longest, line.indent + piece);
  return longest;
}

std::size_t count_lines(const std::vector<Line>& lines, double width) {
  std::size_t count = lines.size();
  for (const Line& line : lines) {
    const double room = std::max(width - line.indent, 1.0);
    double used = 0;
    for (std::size_t at = 0; at < line.pieces.size(); ++at) {
      const double piece = line.pieces[at];
      if (used > 0 && used + piece > room) ++count, used = 0;
      if (piece > room) {
        const double more = std::floor(piece / room);
        count += static_cast<std::size_t>(more);
        used = piece - more * room;
      } else {
        used += piece;
      }
      used += line.blanks[at];
    }
  }
  return count;
}

double row_height(const std::vector<Slot>& slots, const std::vector<double>& widths,
                  const Layout& layout, int less) {
  double height = 0;
  for (std::size_t column = 0; column < slots.size(); ++column) {
    if (slots[column].cell == nullptr || !slots[column].first_column) continue;
    const Cell& cell = *slots[column].cell;
    double width = -2 * kCellMargin;
    for (std::size_t at = column; at < std::min(column + cell.columns, widths.size()); ++at)
      width += widths[at];
    height = std::max(height, height_of(cell, std::max(width, 1.0), layout, less) /
                                  static_cast<double>(cell.rows));
  }
  return height;
}

}  // namespace wardplan::document
