#pragma once

#include <string>

#include "document/document.h"
#include "document/layout.h"

namespace wardplan::document {

/// A file of Word (OOXML, A4): styles, margins and the page number as the layout has them, tables
/// with fixed widths whose headings stand on every page and whose rows are never split. The same
/// document gives the same bytes. Characters that XML forbids become U+FFFD; figures are left
/// out. Throws std::runtime_error when the archive can't be made.
std::string write_docx(const Document& document, const Layout& layout);

}  // namespace wardplan::document
