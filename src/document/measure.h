#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/grid.h"
#include "document/layout.h"

namespace wardplan::document {

/// Between the border of a cell and its text, in points.
inline constexpr double kCellMargin = 2.5;

/// What can stand on one line of a paragraph, as its pieces between the places where lines break,
/// in points.
struct Line {
  /// Of each piece, and of the blank behind it.
  std::vector<double> pieces;
  std::vector<double> blanks;
};

/// A paragraph cut at its line breaks, as wide as its style has it, about: the letters of Times New
/// Roman, a Vietnamese one as its plain letter.
std::vector<Line> measured(const Paragraph& paragraph, const StyleFormat& format);

/// The longest piece, which breaks where its cell is narrower.
double longest_piece(const std::vector<Line>& lines);

/// How many lines these take at a width.
std::size_t count_lines(const std::vector<Line>& lines, double width);

/// Height of a row at these widths of its columns in points, about; cells that reach over several
/// rows count by their share.
double row_height(const std::vector<Slot>& slots, const std::vector<double>& widths,
                  const Layout& layout);

}  // namespace wardplan::document
