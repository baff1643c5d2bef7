#include "picture/drawing.h"

#include <fmt/format.h>

#include <array>

#include "text/escape.h"
#include "text/terminal.h"

namespace wardplan::picture {
namespace {

constexpr std::array<std::string_view, kShades> kLook = {
    R"(fill="currentColor" fill-opacity="0.85" stroke="currentColor")",
    R"(fill="currentColor" fill-opacity="0.5" stroke="currentColor")",
    R"(fill="currentColor" fill-opacity="0.2" stroke="currentColor")",
    R"(fill="none" stroke="currentColor" stroke-width="2.5")",
    R"(fill="none" stroke="currentColor" stroke-dasharray="3 2")",
};

std::string_view look(int shade) { return kLook[static_cast<std::size_t>(shade)]; }

/// About how many characters of a size fit into a width.
std::size_t characters_in(int width, int size) {
  return static_cast<std::size_t>(std::max(1, width * 100 / (size * 56)));
}

}  // namespace

Drawing::Drawing(int width, std::string title) : width_(width), title_(std::move(title)) {}

void Drawing::box(int x, int y, int width, int height, int shade) {
  body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>", x, y, width,
                       height, look(shade));
}

void Drawing::line(int x1, int y1, int x2, int y2, bool dashed) {
  body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"currentColor\"{}/>",
                       x1, y1, x2, y2, dashed ? " stroke-dasharray=\"4 3\"" : "");
}

void Drawing::circle(int x, int y, int radius, int shade) {
  body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>", x, y, radius, look(shade));
}

void Drawing::triangle(int x, int y, int size) {
  body_ += fmt::format("<polygon points=\"{},{} {},{} {},{}\" fill=\"currentColor\"/>", x, y - size,
                       x - size, y + size, x + size, y + size);
}

void Drawing::text(int x, int y, std::string_view text, int size, Anchor anchor, bool bold) {
  static constexpr std::array<std::string_view, 3> kAnchors = {"start", "middle", "end"};
  body_ += fmt::format(
      "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\"{} "
      "fill=\"currentColor\">{}</text>",
      x, y, size, kAnchors[static_cast<std::size_t>(anchor)], bold ? " font-weight=\"bold\"" : "",
      xml_text(text));
}

int Drawing::paragraph(int x, int y, int width, std::string_view words, int size) {
  const int step = size + 4;
  int height = 0;
  for (const std::string& one : wrap(words, characters_in(width, size))) {
    text(x, y + height + size, one, size);
    height += step;
  }
  return height;
}

std::string Drawing::finish(int height) const {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "role=\"img\" "
      "font-family=\"sans-serif\"><title>{2}</title>{3}</svg>",
      width_, height, xml_text(title_), body_);
}

}  // namespace wardplan::picture
