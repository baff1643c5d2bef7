#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

/// The text so that Markdown shows it as it is, within one line: line breaks become `<br>`, signs
/// that Markdown or HTML would take for more than text are escaped.
std::string markdown_text(std::string_view text);

/// One line of a pipe table; the cells are Markdown already.
std::string markdown_row(const std::vector<std::string>& cells);

}  // namespace wardplan
