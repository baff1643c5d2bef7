#pragma once

#include <string>
#include <string_view>

namespace wardplan {

/// The text with U+FFFD for bytes that are not UTF-8 and for characters that XML 1.0 forbids or
/// that have no meaning in HTML (controls, non-characters).
std::string xml_safe(std::string_view text);

/// The same as XML and HTML write it, between tags or inside a quoted attribute.
std::string xml_text(std::string_view text);

}  // namespace wardplan
