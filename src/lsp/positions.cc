#include "lsp/positions.h"

#include <algorithm>

#include "text/utf8.h"

namespace wardplan::lsp {
namespace {

std::size_t units_of(const CodePoint& c, Units units) {
  switch (units) {
    case Units::utf8:
      return c.size;
    case Units::utf16:
      return c.value > 0xFFFF ? 2 : 1;
    case Units::utf32:
      return 1;
  }
  return 1;
}

}  // namespace

std::size_t units_of(std::string_view text, Units units) {
  std::size_t count = 0;
  each_character(text, [&](const CodePoint& c, std::string_view) { count += units_of(c, units); });
  return count;
}

Lines::Lines(std::string_view text, std::size_t from) : text_(text), starts_{from} {
  for (std::size_t at = from; (at = text.find_first_of("\r\n", at)) != std::string_view::npos;) {
    at += text.substr(at).starts_with("\r\n") ? 2u : 1u;
    starts_.push_back(at);
  }
}

std::string_view Lines::line(std::size_t number) const {
  const std::size_t begin = starts_[number];
  const std::size_t end = std::min(text_.find_first_of("\r\n", begin), text_.size());
  return text_.substr(begin, end - begin);
}

std::size_t Lines::offset(Point point, Units units) const {
  if (point.line >= starts_.size()) return text_.size();
  const std::string_view text = line(point.line);
  std::size_t at = 0;
  for (std::size_t left = point.character; at < text.size();) {
    const CodePoint c = decode(text, at);
    const std::size_t count = units_of(c, units);
    if (count > left) break;
    left -= count;
    at += c.size;
  }
  return starts_[point.line] + at;
}

Point Lines::point(std::size_t offset, Units units) const {
  offset = std::max(std::min(offset, text_.size()), starts_.front());
  const auto after = std::ranges::upper_bound(starts_, offset);
  const auto number = static_cast<std::size_t>(after - starts_.begin()) - 1;
  const std::string_view text = line(number);
  return {number, units_of(text.substr(0, offset - starts_[number]), units)};
}

}  // namespace wardplan::lsp
