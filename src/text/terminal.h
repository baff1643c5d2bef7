#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

/// Looks of a text in a terminal.
namespace look {
inline constexpr std::string_view kReset = "\x1b[0m";
inline constexpr std::string_view kBold = "\x1b[1m";
inline constexpr std::string_view kRed = "\x1b[31m";
inline constexpr std::string_view kGreen = "\x1b[32m";
inline constexpr std::string_view kYellow = "\x1b[33m";
inline constexpr std::string_view kBoldRed = "\x1b[1;31m";
inline constexpr std::string_view kBoldYellow = "\x1b[1;33m";
inline constexpr std::string_view kBoldBlue = "\x1b[1;34m";
inline constexpr std::string_view kBoldCyan = "\x1b[1;36m";
}  // namespace look

/// A text in a look, if there is one and `on`.
inline std::string painted(std::string_view text, std::string_view look, bool on) {
  std::string out(text);
  return on && !look.empty() ? std::string(look) + out + std::string(look::kReset) : out;
}

/// Takes the cursor back and clears its line.
inline constexpr std::string_view kClearLine = "\r\x1b[K";

/// The text in lines of at most `width` columns of a terminal (0: any), broken at blanks; a longer
/// word has a line of its own, and line breaks of the text stay.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace wardplan
