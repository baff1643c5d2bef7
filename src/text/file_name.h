#pragma once

#include <string>
#include <string_view>

#include "text/phrase.h"

namespace wardplan {

/// The most bytes that systems take for the name of a file or a folder.
inline constexpr std::size_t kLongestFileName = 255;

/// Why no folder can have this name on every system that papers are carried to; empty where it can.
Message folder_name_fault(std::string_view name);

/// What the name of a file says of a text, in so many bytes at most: its letters and digits small
/// and without marks, a hyphen for what is between (`Tổ dân phố 1` gives `to-dan-pho-1`); letters
/// of other alphabets are left out, and all may be.
std::string name_part(std::string_view text, std::size_t most);

}  // namespace wardplan
