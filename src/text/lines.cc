#include "text/lines.h"

#include <algorithm>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {

std::size_t line_begin(std::string_view bytes, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  if (before != std::string_view::npos) return before + 1;
  return bytes.starts_with(kBom) ? std::min(at, kBom.size()) : 0;
}

std::size_t line_end(std::string_view bytes, std::size_t at) {
  const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  const bool ended = end < bytes.size();
  return ended && end > line_begin(bytes, at) && bytes[end - 1] == '\r' ? end - 1 : end;
}

std::size_t next_line(std::string_view bytes, std::size_t at) {
  const std::size_t end = bytes.find('\n', at);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

bool is_ended(std::string_view bytes, std::size_t at) {
  return bytes.find('\n', at) != std::string_view::npos;
}

std::string_view line_break(std::string_view bytes, std::size_t at) {
  std::size_t end = bytes.find('\n', at);
  if (end == std::string_view::npos) end = bytes.rfind('\n');
  const bool crlf = end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r';
  return crlf ? "\r\n" : "\n";
}

std::size_t column(std::string_view bytes, std::size_t at) { return at - line_begin(bytes, at); }

bool is_first_on_line(std::string_view bytes, std::size_t at) {
  const std::size_t begin = line_begin(bytes, at);
  return is_blank(bytes.substr(begin, at - begin));
}

}  // namespace wardplan
