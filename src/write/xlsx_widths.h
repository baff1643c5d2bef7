#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

// How wide columns are and how high rows, by what they hold: Excel fits rows to wrapped text only
// while somebody types.

namespace wardplan::xlsx {

/// What is known of a column's texts, in points.
struct Room {
  /// Of its longest word, of its longest line, and of the longest text on one line.
  double word = 0;
  double line = 0;
  double text = 0;

  void add(std::string_view text, bool bold);
};

/// Widths in points at which a page stays readable and no row is higher than Excel has them.
std::vector<double> widths_of(const std::vector<Room>& columns);

/// How many lines a text takes at a width.
std::size_t lines_at(std::string_view text, double width, bool bold, int size);

/// Height in points of a row of so many lines; at most what Excel can.
double height_of(std::size_t lines, int size);

/// As Excel counts the width of a column: digits of its own letters.
double excel_width(double points);

}  // namespace wardplan::xlsx
