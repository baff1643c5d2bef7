#pragma once

#include <cstddef>
#include <string_view>

#include "document/layout.h"
#include "document/paragraph.h"

// Names of bodies in letterheads, which are often longer than a line.

namespace wardplan::document {

/// Whether paragraphs of a style hold the name of a body.
constexpr bool is_body_name(Style style) {
  return style == Style::issuer || style == Style::parent;
}

/// Where in the name of a body the place begins whose it is (`PHƯỜNG` in `ĐẢNG ỦY PHƯỜNG MẪU`);
/// npos where there is none, or nothing before it.
std::size_t place_in(std::string_view name);

/// The name with the place on a line of its own, where it is longer than a line of so many points
/// and takes no more lines for that; as it is where it breaks lines itself.
Paragraph name_in_lines(const Paragraph& name, const StyleFormat& format, double width);

}  // namespace wardplan::document
