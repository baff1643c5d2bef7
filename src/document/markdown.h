#pragma once

#include <string>

#include "document/document.h"

namespace wardplan::document {

/// GitHub's Markdown: every text is text, whatever signs it holds. Grids are pipe tables under one
/// row of titles; of plain tables each cell is a paragraph, column by column;
/// figures are left out. Where a page ends isn't said.
std::string write_markdown(const Document& document);

}  // namespace wardplan::document
