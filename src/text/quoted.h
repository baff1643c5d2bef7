#pragma once

#include <string>
#include <vector>

namespace wardplan {

/// "`a`, `b`", for messages.
std::string quoted_list(const std::vector<std::string>& words);

}  // namespace wardplan
