#pragma once

#include <optional>

#include "diag/report.h"
#include "document/document.h"
#include "text/source.h"

namespace wardplan::document {

/// Reads a page of well-formed XHTML that uses only known elements, attributes and classes, so that
/// every writer shows all of it. Findings go to `report`; with any nothing is returned.
std::optional<Document> read(const Sources& sources, FileId file, Report& report);

}  // namespace wardplan::document
