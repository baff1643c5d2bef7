#pragma once

#include <string>
#include <string_view>

namespace wardplan {

/// The text as HTML shows it, between tags or inside a quoted attribute.
std::string html_text(std::string_view text);

/// The same for XML 1.0; what XML has no way to write (most control characters, bytes that are not
/// UTF-8) becomes U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace wardplan
