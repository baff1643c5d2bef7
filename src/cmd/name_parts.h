#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wardplan {

/// Bytes of one of `distinct_name_parts` at most.
inline constexpr std::size_t kLongestNamePart = 40 + 1 + 6;

/// What the names of files say of each of these people or bodies: their name as far as it goes,
/// and where that isn't theirs alone a part of its hash.
std::vector<std::string> distinct_name_parts(const std::vector<std::string>& names);

}  // namespace wardplan
