#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

/// The text in lines of at most `width` columns of a terminal (0: any), broken at blanks; a longer
/// word has a line of its own, and line breaks of the text stay.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace wardplan
