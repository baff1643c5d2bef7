#pragma once

#include <string>

#include "document/document.h"
#include "document/layout.h"

// How documents are written.

namespace wardplan::document {

/// A file of Word (OOXML, A4): styles, margins and the page number as the layout has them, tables
/// with fixed widths whose headings stand on every page, which split rows and keep together what
/// belongs together as `keep.h` says. The same document gives the same bytes. Characters that XML
/// forbids become U+FFFD; figures are left out. Throws std::runtime_error when the archive can't be
/// made.
std::string write_docx(const Document& document, const Layout& layout);

/// One file that needs nothing else, without scripts: for the screen, light and dark, and for A4 as
/// the layout has it, in black and white.
std::string write_html(const Document& document, const Layout& layout);

/// GitHub's Markdown: every text is text, whatever signs it holds. Grids are pipe tables under one
/// row of titles; of plain tables each cell is a paragraph, column by column;
/// figures are left out. Where a page ends isn't said.
std::string write_markdown(const Document& document);

/// The grids alone, one after the other with an empty line between, each with one row of titles if
/// it has headings: RFC 4180, CRLF, UTF-8 without BOM. A merged cell is said once, in its first
/// place; every text is as it is, also one that looks like a formula.
std::string write_csv(const Document& document);

}  // namespace wardplan::document
