#pragma once

#include <string>
#include <string_view>

namespace wardplan {

/// SHA-256 of the bytes in small hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace wardplan
