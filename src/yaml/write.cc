#include "yaml/scalars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/trim.h"
#include "text/utf8.h"
#include "times/date.h"

namespace wardplan::yaml {
namespace {

/// A number that all readers understand alike; others hold only 15 digits for certain.
bool is_short_integer(std::string_view text) {
  return text.size() <= 15 && std::ranges::all_of(text, is_digit) &&
         (text[0] != '0' || text.size() == 1);
}

/// Words that some reader takes for true, false or nothing.
bool is_special_word(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kWords = {"null", "Null", "NULL", "~",
                                                             "y",    "Y",    "n",    "N"};
  return std::ranges::find(kWords, text) != kWords.end() || !read_otherwise(text).empty();
}

/// What begins like a number is quoted unless it is one or a date: `94%`, `03 tuyến`, `1.10`.
bool begins_well(std::string_view text) {
  constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`~=<+. ";
  if (is_digit(text[0])) return is_short_integer(text) || parse_date(text).has_value();
  return kIndicators.find(text[0]) == std::string_view::npos &&
         display_width(decode(text, 0).value) > 0;
}

bool is_plain(std::string_view text, bool flow) {
  if (text.empty() || text.back() == ' ' || !begins_well(text) || is_special_word(text))
    return false;
  if (text.find_first_of("\t\n\r") != std::string_view::npos) return false;
  if (flow)
    return text.find_first_of(",[]{}:?") == std::string_view::npos &&
           text.find(" #") == std::string_view::npos;
  return text.back() != ':' && text.find(": ") == std::string_view::npos &&
         text.find(" #") == std::string_view::npos;
}

/// The letter of a short escape, or NUL.
char escape_letter(char c) {
  switch (c) {
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '"':
    case '\\':
      return c;
    default:
      return '\0';
  }
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  bool escaped = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const char letter = escape_letter(text[at]);
    // A mark behind an escape would sit on the escape's letter and compose with it.
    const bool mark = escaped && c.valid && display_width(c.value) == 0;
    escaped = letter != '\0' || mark;
    if (letter != '\0')
      out += {'\\', letter};
    else if (mark)
      out +=
          c.value > 0xFFFF ? fmt::format("\\U{:08X}", c.value) : fmt::format("\\u{:04X}", c.value);
    else
      out += text.substr(at, c.size);
    at += c.size;
  }
  return out + '"';
}

}  // namespace

bool is_writable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!c.valid || is_invisible(c.value)) return false;
    at += c.size;
  }
  return first_decomposed(text) == std::string_view::npos;
}

std::string scalar(std::string_view text, bool flow) {
  return is_plain(text, flow) ? std::string(text) : double_quoted(text);
}

}  // namespace wardplan::yaml
