#include "document/document.h"

#include <algorithm>
#include <array>

namespace wardplan::document {

int heading_level(Style style) {
  static constexpr std::array kHeadings = {Style::title, Style::heading1, Style::heading2,
                                           Style::heading3};
  const auto* found = std::ranges::find(kHeadings, style);
  return found == kHeadings.end() ? 0 : static_cast<int>(found - kHeadings.begin()) + 1;
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

}  // namespace wardplan::document
