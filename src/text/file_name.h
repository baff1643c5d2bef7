#pragma once

#include <string_view>

#include "text/phrase.h"

namespace wardplan {

/// The most bytes that systems take for the name of a file or a folder.
inline constexpr std::size_t kLongestFileName = 255;

/// Why no folder can have this name on every system that papers are carried to; empty where it can.
Message folder_name_fault(std::string_view name);

}  // namespace wardplan
