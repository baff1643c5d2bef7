#include "text/markup.h"

#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

bool is_xml(const CodePoint& c) {
  if (!c.valid || c.value == 0xFFFE || c.value == 0xFFFF) return false;
  return c.value >= 0x20 || c.value == '\t' || c.value == '\n' || c.value == '\r';
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
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

std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    out += is_xml(c) ? html_text(text.substr(at, c.size)) : std::string(kReplacement);
    at += c.size;
  }
  return out;
}

}  // namespace wardplan
