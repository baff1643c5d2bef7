#pragma once

#include <string>
#include <string_view>

// Drawings in SVG that stand in a page: every word and number is text, shades differ without
// colour, and what is drawn takes the page's own ink.

namespace wardplan::picture {

/// Shades that differ in print and for every eye; the last one is an outline.
inline constexpr int kShades = 5;

/// A drawing in the making: coordinates in pixels from the upper left.
class Drawing {
 public:
  /// `title` is what it is called for those who don't see it.
  Drawing(int width, std::string title);

  void box(int x, int y, int width, int height, int shade);
  void line(int x1, int y1, int x2, int y2, bool dashed = false);
  void circle(int x, int y, int radius, int shade);
  void triangle(int x, int y, int size);
  enum class Anchor { start, middle, end };
  void text(int x, int y, std::string_view text, int size = 13, Anchor anchor = Anchor::start,
            bool bold = false);

  /// Lines of a text that is wrapped to a width; the height that they take is given back.
  int paragraph(int x, int y, int width, std::string_view text, int size = 13);

  /// The whole, of this height.
  std::string finish(int height) const;

 private:
  int width_;
  std::string title_;
  std::string body_;
};

}  // namespace wardplan::picture
