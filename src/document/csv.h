#pragma once

#include <string>

#include "document/document.h"

namespace wardplan::document {

/// The grids alone, one after the other with an empty line between, each with one row of titles if
/// it has headings: RFC 4180, CRLF, UTF-8 without BOM. A merged cell is said once, in its first
/// place; every text is as it is, also one that looks like a formula.
std::string write_csv(const Document& document);

}  // namespace wardplan::document
