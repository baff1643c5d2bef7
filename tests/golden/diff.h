#pragma once

#include <string>
#include <string_view>

namespace wardplan::golden {

/// Lines of `expected` (-) and `actual` (+) with some that are the same around them; characters
/// that can't be seen are escaped. Empty when both are the same.
std::string diff_lines(std::string_view expected, std::string_view actual);

}  // namespace wardplan::golden
