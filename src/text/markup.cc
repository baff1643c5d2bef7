#include "text/markup.h"

#include "text/utf8.h"

namespace wardplan {
namespace {

bool is_safe(const CodePoint& c) {
  if (!c.valid) return false;
  if (c.value < 0x20) return c.value == '\t' || c.value == '\n' || c.value == '\r';
  // XML allows the upper controls, but HTML has no meaning for them.
  return (c.value < 0x7F || c.value > 0x9F) && (c.value & 0xFFFE) != 0xFFFE;
}

}  // namespace

std::string xml_safe(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    out += is_safe(c) ? text.substr(at, c.size) : std::string_view("\uFFFD");
    at += c.size;
  }
  return out;
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : xml_safe(text)) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\'')
      out += "&#39;";
    else
      out += c;
  }
  return out;
}

}  // namespace wardplan
