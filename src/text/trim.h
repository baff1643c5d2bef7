#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

inline constexpr std::string_view kBlanks = " \t\r\n";

/// Whether it is one of a few signs: the library asks memchr about each character.
constexpr bool is_one_of(char c, std::string_view signs) {
  for (const char sign : signs)
    if (c == sign) return true;
  return false;
}

/// The text without the blanks at its ends.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = kBlanks) {
  while (!text.empty() && is_one_of(text.front(), blanks)) text.remove_prefix(1);
  while (!text.empty() && is_one_of(text.back(), blanks)) text.remove_suffix(1);
  return text;
}

/// Whether nothing but blanks stands there.
constexpr bool is_blank(std::string_view text, std::string_view blanks = kBlanks) {
  return text.find_first_not_of(blanks) == std::string_view::npos;
}

/// Where the next character stands that is none of `signs`, or one of them; the end if there is
/// none.
constexpr std::size_t pass(std::string_view text, std::string_view signs, std::size_t from = 0) {
  while (from < text.size() && is_one_of(text[from], signs)) ++from;
  return std::min(from, text.size());
}
constexpr std::size_t find_or_end(std::string_view text, std::string_view signs,
                                  std::size_t from = 0) {
  while (from < text.size() && !is_one_of(text[from], signs)) ++from;
  return std::min(from, text.size());
}

/// The text cut at each of the separators; as many parts as there are separators, and one.
inline std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = find_or_end(text, separators, at);
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

/// The words with one blank between them, lines and all other blanks gone.
inline std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (const std::string_view word : split(text, kBlanks))
    if (!word.empty()) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

/// The text with a blank for each end of a line and each tab; other blanks stay as they are.
inline std::string without_line_ends(std::string text) {
  for (char& c : text)
    if (is_one_of(c, "\t\r\n")) c = ' ';
  return text;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace wardplan
