#pragma once

#include <string>

#include "document/page.h"

namespace wardplan::document {

/// Judges a drawing: elements that draw, no scripts, nothing taken from elsewhere; false with
/// findings.
bool validate_svg(Page& page, const pugi::xml_node& svg);

/// The drawing as text for HTML.
std::string svg_text(const pugi::xml_node& svg);

}  // namespace wardplan::document
