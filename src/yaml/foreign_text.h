#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// What yaml-cpp doesn't tell of the texts of others.

namespace wardplan::yaml {

/// The lines, from 1, with a comment: a `#` behind a blank that stands in no text. Texts, their
/// tags included, begin at the bytes `begins`, in order.
std::set<std::size_t> comment_lines(std::string_view text, const std::vector<std::size_t>& begins);

/// JSON with the characters beyond the first 65,536 themselves, which it writes as two units of
/// UTF-16 (`\ud83d\ude00`) and YAML doesn't.
std::string with_whole_characters(std::string_view json);

}  // namespace wardplan::yaml
