#include "yaml/foreign_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::yaml {
namespace {

/// Behind the closing quote.
std::size_t quoted_end(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  for (; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return text.size();
}

/// How deep the lines of a text under `|` at least are, by the line that has its sign.
std::size_t least_depth(std::string_view text, std::size_t sign) {
  const std::size_t before = text.rfind('\n', sign);
  const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
  std::size_t at = pass(text, " ", line), around = at;
  // Alone on its line nothing tells.
  if (at == sign) return 1;
  while (at < sign && text[at] == '-' && is_one_of(text[at + 1], " \t")) {
    around = at;
    at = pass(text, " \t", at + 1);
  }
  // Beside a dash; or else beside a key.
  return (at < sign ? at : around) - line + 1;
}

/// Behind the lines of a text under `|` or `>`, which are as deep as the first of them or as the
/// sign says.
std::size_t block_end(std::string_view text, std::size_t sign, std::size_t head) {
  const std::size_t least = least_depth(text, sign);
  const std::size_t digit = text.substr(0, head).find_first_of("123456789", head - 2);
  std::size_t depth = 0;
  if (digit != std::string_view::npos)
    depth = least - 1 + static_cast<std::size_t>(text[digit] - '0');
  for (std::size_t at = find_or_end(text, "\n", head); at < text.size();
       at = find_or_end(text, "\n", at + 1)) {
    const std::size_t line = at + 1, words = pass(text, " ", line);
    if (words >= text.size() || text[words] == '\n' || text[words] == '\r') continue;
    if (depth == 0) depth = std::max(least, words - line);
    if (words - line < depth) return line;
  }
  return text.size();
}

std::optional<std::uint32_t> unit_at(std::string_view text, std::size_t at) {
  std::uint32_t unit = 0;
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, unit, 16);
  if (error != std::errc() || end != text.data() + at + 6) return std::nullopt;
  return unit;
}

}  // namespace

std::set<std::size_t> comment_lines(std::string_view text, const std::vector<std::size_t>& begins) {
  std::set<std::size_t> lines;
  std::size_t line = 1;
  auto next = begins.begin();
  for (std::size_t at = 0; at < text.size();) {
    for (; next != begins.end() && *next <= at; ++next)
      if (*next == at) break;
    std::size_t end = at + 1;
    if (next != begins.end() && *next == at) {
      // Before it there may be a tag and an anchor.
      std::size_t begin = at;
      while (begin < text.size() && is_one_of(text[begin], "!&"))
        begin = pass(text, " \t", std::min(text.find_first_of(" \t\r\n", begin), text.size()));
      if (begin < text.size() && is_one_of(text[begin], "\"'")) end = quoted_end(text, begin);
      if (begin < text.size() && is_one_of(text[begin], "|>")) {
        const std::size_t head = pass(text, "|>+-0123456789", begin);
        const std::size_t behind = pass(text, " \t", head);
        if (behind < text.size() && text[behind] == '#') lines.insert(line);
        end = block_end(text, at, head);
      }
      ++next;
    } else if (text[at] == '#' && (at == 0 || is_one_of(text[at - 1], " \t\r\n"))) {
      lines.insert(line);
      end = find_or_end(text, "\n", at);
    }
    for (; at < end; ++at) line += text[at] == '\n' ? 1U : 0U;
  }
  return lines;
}

std::string with_whole_characters(std::string_view json) {
  std::string out;
  bool quoted = false;
  for (std::size_t at = 0; at < json.size();) {
    const auto high = quoted ? unit_at(json, at) : std::nullopt;
    const auto low = high ? unit_at(json, at + 6) : std::nullopt;
    if (low && *high >= 0xD800 && *high < 0xDC00 && *low >= 0xDC00 && *low < 0xE000) {
      append(out, 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00));
      at += 12;
      continue;
    }
    if (json[at] == '"') quoted = !quoted;
    const std::size_t size = quoted && json[at] == '\\' && at + 1 < json.size() ? 2 : 1;
    out += json.substr(at, size);
    at += size;
  }
  return out;
}

}  // namespace wardplan::yaml
