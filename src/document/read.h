#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "diag/report.h"
#include "document/document.h"
#include "text/source.h"

namespace wardplan::document {

/// Breaks the line where it stands in a page's text: of values that templates are filled with,
/// whose own line breaks would be blanks. U+FDD0, which Unicode leaves to programs.
inline constexpr std::string_view kLineBreak = "\xEF\xB7\x90";

/// Reads a page of well-formed XHTML that uses only known elements, attributes and classes, so that
/// every writer shows all of it. Findings go to `report`; with any nothing is returned.
std::optional<Document> read(const Sources& sources, FileId file, Report& report);

/// Everything that reading a page can find.
std::span<const Code* const> codes();

}  // namespace wardplan::document
