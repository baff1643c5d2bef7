#include "document/validate.h"

#include "document/codes.h"
#include "document/words.h"
#include "text/nearest.h"
#include "text/utf8.h"

namespace wardplan::document {
namespace {

constexpr std::string_view kDrawing =
    "svg g defs title desc path rect circle ellipse line polyline polygon text tspan "
    "linearGradient stop clipPath pattern";

/// Whether a value takes something from outside the drawing, or runs.
bool reaches_out(std::string_view attribute, std::string_view value) {
  const std::string name = fold(attribute), said = fold(value);
  if (name.starts_with("on")) return true;
  if (name.ends_with("href")) return !said.starts_with('#');
  for (std::size_t at = said.find("url("); at != std::string::npos; at = said.find("url(", at + 1))
    if (!said.substr(at + 4).starts_with('#')) return true;
  // In CSS a backslash can spell any word; in drawings nobody needs one.
  return said.find('\\') != std::string::npos || said.find("@import") != std::string::npos ||
         said.find("image(") != std::string::npos || said.find("image-set(") != std::string::npos;
}

}  // namespace

bool validate_svg(Page& page, const pugi::xml_node& svg) {
  bool good = true;
  if (!has_word(kDrawing, svg.name())) {
    const auto near = nearest(svg.name(), words_of(kDrawing));
    page.add(kBadDrawing, page.span(svg),
             say("hình không dùng được `<{}>`", "drawings don't use `<{}>`", svg.name()),
             near ? say("gõ `<{}>`", "type `<{}>`", *near) : Message("xóa nó", "delete it"));
    return false;
  }
  for (const pugi::xml_attribute attribute : svg.attributes()) {
    // An address of the XML kind, which nothing is fetched from.
    if (std::string_view(attribute.name()).starts_with("xmlns")) continue;
    if (!reaches_out(attribute.name(), attribute.value())) continue;
    good = false;
    page.add(kBadDrawing, page.name_span(svg, attribute),
             say("`{}` lấy thứ gì từ nơi khác hoặc chạy kịch bản",
                 "`{}` takes something from elsewhere or runs a script", attribute.name()),
             {"xóa nó", "delete it"});
  }
  for (const pugi::xml_node child : svg.children())
    if (child.type() == pugi::node_element && !validate_svg(page, child)) good = false;
  return good;
}

}  // namespace wardplan::document
