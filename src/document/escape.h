#pragma once

#include <string>
#include <string_view>

namespace wardplan::document {

/// The text with U+FFFD for every byte that isn't UTF-8 and every character that XML forbids.
std::string xml_safe(std::string_view text);

/// The same, and `&`, `<`, `>`, `"` written out: for text and for values in double quotes.
std::string xml_escaped(std::string_view text);

}  // namespace wardplan::document
