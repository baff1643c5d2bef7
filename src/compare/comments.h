#pragma once

#include <set>
#include <string>
#include <string_view>

#include "yaml/node.h"

namespace wardplan {

/// The comments of a text, each once, without `#` and blanks around them; `root` was read from it.
std::set<std::string, std::less<>> comments_in(std::string_view bytes, const yaml::Node& root);

/// A record's text with comments of another version that stand there on lines of their own, put
/// above what they stand above there; of those that are `wanted` and have a place. It says the
/// same.
std::string with_comments_of(const std::string& bytes, const std::string& other,
                             const std::set<std::string, std::less<>>& wanted);

}  // namespace wardplan
