#include "write/xlsx_widths.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "document/measure.h"
#include "write/xlsx_book.h"

namespace wardplan::xlsx {
namespace {

/// Between the edges of a cell and its text, both sides together.
constexpr double kEdges = 8;
constexpr double kLeastWidth = 28;
/// A word breaks where it is longer than this; a column that holds more than words begins with the
/// other and grows in steps.
constexpr double kMostWord = 320;
constexpr double kNarrow = 110;
constexpr double kStep = 6;
/// So wide the page is printed at some four fifths of its size.
constexpr double kPage = 960;
/// The widest that Excel has, in points, and its highest row.
constexpr double kMostWidth = 1300;
constexpr double kMostHeight = 409;
/// What is asked of a line's height, and room above and below.
constexpr double kLine = 1.22;
constexpr double kAround = 3;
/// Lines of a row that is as high as can be, some left aside for what is broken early.
constexpr double kMostLines = 24;

std::vector<document::Line> lines_of(std::string_view text, bool bold, int size) {
  const document::Paragraph paragraph{.style = document::Style::cell,
                                      .runs = {{.text = std::string(text), .bold = bold}}};
  return document::measured(paragraph, {.style = document::Style::cell, .size = size});
}

/// Excel's pixels in a point, and those of a digit and of a cell's edges in its usual letters.
constexpr double kPixels = 96.0 / 72;
constexpr double kDigit = 7;
constexpr double kCellEdges = 5;

}  // namespace

void Room::add(std::string_view said, bool bold) {
  double all = 0;
  const auto lines = lines_of(said, bold, kLetters);
  for (const document::Line& one : lines) {
    const double length = std::accumulate(one.pieces.begin(), one.pieces.end(), 0.0) +
                          std::accumulate(one.blanks.begin(), one.blanks.end(), 0.0);
    line = std::max(line, length);
    all += std::max(length, 1.0);
  }
  word = std::max(word, document::longest_piece(lines));
  text = std::max(text, all);
}

std::vector<double> widths_of(const std::vector<Room>& columns) {
  std::vector<double> widths;
  for (const Room& column : columns) {
    const double word = std::min(column.word + kEdges, kMostWord);
    const double least = std::max({word, column.text / kMostLines, kLeastWidth});
    widths.push_back(
        std::min(std::max(std::min(column.line + kEdges, kNarrow), least), kMostWidth));
  }
  // What is left of the page goes where the longest text stands on the most lines.
  for (double left = kPage - std::accumulate(widths.begin(), widths.end(), 0.0); left >= kStep;
       left -= kStep) {
    std::size_t longest = columns.size();
    double most = 0;
    for (std::size_t at = 0; at < columns.size(); ++at) {
      if (columns[at].line + kEdges <= widths[at] || columns[at].text / widths[at] <= most)
        continue;
      longest = at;
      most = columns[at].text / widths[at];
    }
    if (longest == columns.size()) break;
    widths[longest] += kStep;
  }
  return widths;
}

std::size_t lines_at(std::string_view text, double width, bool bold, int size) {
  // No letter is wider than it is high: most cells need no measuring.
  const double room = width - kEdges;
  if (text.find('\n') == std::string_view::npos &&
      static_cast<double>(text.size()) * static_cast<double>(size) <= room)
    return 1;
  return document::count_lines(lines_of(text, bold, size), std::max(room, 1.0));
}

double height_of(std::size_t lines, int size) {
  return std::min(static_cast<double>(std::max<std::size_t>(lines, 1)) * size * kLine + kAround,
                  kMostHeight);
}

double excel_width(double points) {
  return std::max((points * kPixels - kCellEdges) / kDigit, 1.0);
}

}  // namespace wardplan::xlsx
