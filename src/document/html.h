#pragma once

#include <string>

#include "document/document.h"
#include "document/layout.h"

namespace wardplan::document {

/// One file that needs nothing else, without scripts: for the screen, light and dark, and for A4 as
/// the layout has it, in black and white.
std::string write_html(const Document& document, const Layout& layout);

/// Its style sheet.
std::string style_sheet(const Layout& layout, Orientation orientation);

}  // namespace wardplan::document
