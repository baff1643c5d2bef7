#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/grid.h"
#include "document/layout.h"

namespace wardplan::document {

/// Between the border of a cell and its text, in points; and with half of the border.
inline constexpr double kCellMargin = 2.5;
inline constexpr double kCellEdge = kCellMargin + 0.5;

/// What can stand on one line of a paragraph, as its pieces between the places where lines break,
/// in points.
struct Line {
  /// How far from the edge of its cell it begins.
  int indent = 0;
  /// Of each piece, and of the blank behind it.
  std::vector<double> pieces;
  std::vector<double> blanks;
};

/// A paragraph cut at its line breaks, as wide as its style has it, about: the letters of Times New
/// Roman, a Vietnamese one as its plain letter.
std::vector<Line> measured(const Paragraph& paragraph, const StyleFormat& format);

/// How far in points the lines of a list's entry are moved in, its mark before them; 0 outside of
/// lists.
int indent_of(const Paragraph& paragraph);
/// What its mark takes of that.
int mark_room_of(const Paragraph& paragraph);

/// The longest piece and what is before it, which breaks where its cell is narrower.
double longest_piece(const std::vector<Line>& lines);

/// How many lines these take at a width.
std::size_t count_lines(const std::vector<Line>& lines, double width);

/// Height of a row at these widths of its columns in points, about, in letters so many points
/// smaller than their styles say; cells that reach over several rows count by their share.
double row_height(const std::vector<Slot>& slots, const std::vector<double>& widths,
                  const Layout& layout, int less);

}  // namespace wardplan::document
