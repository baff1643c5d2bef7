#include "yaml/scalar.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "text/trim.h"

namespace wardplan::yaml {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

/// Passes a line end inside a quoted scalar; false when the next line isn't indented deeper than
/// `indent`, so that the quote can't have been meant to go on.
bool continues(std::string_view bytes, std::size_t newline, int indent) {
  std::size_t begin = newline + 1;
  std::size_t at = begin;
  while (at < bytes.size() && is_space(bytes[at])) {
    if (bytes[at] == '\n') begin = at + 1;
    ++at;
  }
  return at < bytes.size() && static_cast<int>(at - begin) > indent;
}

ScalarEnd single_quoted(std::string_view bytes, std::size_t at, int indent) {
  for (std::size_t next = at + 1; next < bytes.size(); ++next) {
    if (bytes[next] == '\n' && !continues(bytes, next, indent)) break;
    if (bytes[next] != '\'') continue;
    if (next + 1 < bytes.size() && bytes[next + 1] == '\'')
      ++next;
    else
      return {next + 1, Style::single_quoted, ScalarFault::none};
  }
  return {at, Style::single_quoted, ScalarFault::open_quote};
}

ScalarEnd double_quoted(std::string_view bytes, std::size_t at, int indent) {
  constexpr std::string_view kEscapes = "0abt\tnvfre \"/\\N_LPxuU\n\r";
  for (std::size_t next = at + 1; next < bytes.size(); ++next) {
    if (bytes[next] == '\n' && !continues(bytes, next, indent)) break;
    if (bytes[next] == '"') return {next + 1, Style::double_quoted, ScalarFault::none};
    if (bytes[next] != '\\' || next + 1 == bytes.size()) continue;
    if (kEscapes.find(bytes[next + 1]) == std::string_view::npos)
      return {next, Style::double_quoted, ScalarFault::bad_escape};
    if (bytes[next + 1] != '\n') ++next;
  }
  return {at, Style::double_quoted, ScalarFault::open_quote};
}

/// A plain scalar over several lines: blanks and line ends of the file eat one fold of the value.
ScalarEnd folded_plain(std::string_view bytes, std::size_t at, std::string_view text) {
  std::size_t next = at;
  for (std::size_t i = 0; i < text.size();) {
    if (next >= bytes.size()) return {at, Style::plain, ScalarFault::mismatch};
    if (bytes[next] == text[i]) {
      ++next;
      ++i;
    } else if (is_space(bytes[next]) && is_space(text[i])) {
      while (next < bytes.size() && is_space(bytes[next])) ++next;
      while (i < text.size() && is_space(text[i])) ++i;
    } else {
      return {at, Style::plain, ScalarFault::mismatch};
    }
  }
  return {next, Style::plain, ScalarFault::many_lines};
}

ScalarEnd plain(std::string_view bytes, std::size_t at, std::string_view text) {
  if (text.empty()) return {at, Style::plain, ScalarFault::mismatch};
  if (text.find('\n') == std::string_view::npos && bytes.substr(at).starts_with(text))
    return {at + text.size(), Style::plain, ScalarFault::none};
  return folded_plain(bytes, at, text);
}

std::size_t line_end(std::string_view bytes, std::size_t at) {
  return std::min(bytes.find('\n', at), bytes.size());
}

/// `|` and `>`: the header line and all lines that stand deeper than `indent`.
ScalarEnd block(std::string_view bytes, std::size_t at, int indent) {
  const Style style = bytes[at] == '|' ? Style::literal : Style::folded;
  std::size_t header = at + 1;
  int content = -1;
  bool keep = false;
  for (; header < bytes.size() && !is_space(bytes[header]); ++header) {
    if (bytes[header] == '+') keep = true;
    if (bytes[header] >= '1' && bytes[header] <= '9')
      content = std::max(indent, 0) + (bytes[header] - '0');
  }
  std::size_t end = header;
  std::size_t line = line_end(bytes, header);
  while (line < bytes.size()) {
    const std::size_t begin = line + 1;
    const std::size_t first = pass(bytes, " ", begin);
    line = line_end(bytes, begin);
    const int column = static_cast<int>(first - begin);
    // Blanks beyond the indentation are content.
    const bool blank =
        (first >= line || bytes[first] == '\r') && (content < 0 || column <= content);
    if (!blank && content < 0) content = column;
    if (!blank && (column < content || column <= indent)) break;
    if (!blank || (keep && begin < bytes.size()))
      end = line > begin && bytes[line - 1] == '\r' ? line - 1 : line;
  }
  return {end, style, ScalarFault::none};
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Times such as 12:30, which YAML 1.1 reads as a number in base 60.
bool is_sexagesimal(std::string_view text) {
  int parts = 0;
  for (std::string_view rest = text;; ++parts) {
    const std::size_t colon = rest.find(':');
    const std::string_view part = rest.substr(0, colon);
    if (!all_digits(part) ||
        (parts > 0 && (part.size() > 2 || (part.size() == 2 && part[0] > '5'))))
      return false;
    if (colon == std::string_view::npos) return parts > 0;
    rest.remove_prefix(colon + 1);
  }
}

bool is_number_of_base(std::string_view text) {
  const bool hexadecimal = text.starts_with("0x") && text.size() > 2;
  const bool octal = text.starts_with("0o") && text.size() > 2;
  const bool binary = text.starts_with("0b") && text.size() > 2;
  if (!hexadecimal && !octal && !binary) return false;
  const std::string_view digits = hexadecimal ? "0123456789abcdefABCDEF_"
                                  : octal     ? "01234567_"
                                              : "01_";
  return text.substr(2).find_first_not_of(digits) == std::string_view::npos;
}

/// Decimal notation whose printed form differs from what is written: 1.10, 007, +5, .5, 1e3, 1_000.
bool is_odd_decimal(std::string_view text) {
  std::string_view digits = text;
  const bool sign = digits.starts_with('+') || digits.starts_with('-');
  if (sign) digits.remove_prefix(1);
  if (digits.empty() || digits.find_first_not_of("0123456789._eE+-") != std::string_view::npos)
    return false;
  const std::size_t exponent = digits.find_first_of("eE");
  const std::string_view mantissa = digits.substr(0, exponent);
  if (exponent != std::string_view::npos) {
    std::string_view power = digits.substr(exponent + 1);
    if (power.starts_with('+') || power.starts_with('-')) power.remove_prefix(1);
    if (!all_digits(power)) return false;
  }
  const std::size_t point = mantissa.find('.');
  const std::string_view whole = mantissa.substr(0, point);
  const std::string_view part =
      point == std::string_view::npos ? std::string_view() : mantissa.substr(point + 1);
  const auto numeric = [](std::string_view run) {
    return run.find_first_not_of("0123456789_") == std::string_view::npos;
  };
  if ((whole.empty() && part.empty()) || !numeric(whole) || !numeric(part)) return false;
  if (!whole.empty() && whole[0] == '_') return false;
  const bool leading_zero = whole.size() > 1 && whole[0] == '0';
  const bool bare_point = point != std::string_view::npos && (whole.empty() || part.empty());
  const bool trailing_zero = !part.empty() && part.back() == '0';
  const bool underscore = mantissa.find('_') != std::string_view::npos;
  return text[0] == '+' || exponent != std::string_view::npos || leading_zero || bare_point ||
         trailing_zero || underscore;
}

}  // namespace

ScalarEnd scalar_end(std::string_view bytes, std::size_t at, std::string_view text, int indent,
                     bool flow) {
  const char first = at < bytes.size() ? bytes[at] : '\0';
  if (first == '\'') return single_quoted(bytes, at, indent);
  if (first == '"') return double_quoted(bytes, at, indent);
  if (!flow && (first == '|' || first == '>')) return block(bytes, at, indent);
  return plain(bytes, at, text);
}

Message read_otherwise(std::string_view plain) {
  static constexpr std::array<std::string_view, 18> kTruths = {
      "yes", "Yes", "YES", "no",   "No",   "NO",   "on",    "On",    "ON",
      "off", "Off", "OFF", "true", "True", "TRUE", "false", "False", "FALSE"};
  static constexpr std::array<std::string_view, 12> kFloats = {".inf",  ".Inf",  ".INF",  "+.inf",
                                                               "-.inf", ".nan",  ".NaN",  ".NAN",
                                                               "+.Inf", "-.Inf", "+.INF", "-.INF"};
  if (std::ranges::find(kTruths, plain) != kTruths.end()) return {"đúng/sai", "true or false"};
  if (std::ranges::find(kFloats, plain) != kFloats.end()) return {"số vô cực", "infinity"};
  if (is_sexagesimal(plain)) return {"số viết theo cơ số 60", "a number in base 60"};
  if (is_number_of_base(plain)) return {"số viết theo cơ số khác", "a number in another base"};
  if (!is_odd_decimal(plain)) return {};
  std::string digits(plain);
  std::erase(digits, '_');
  const bool octal = digits.size() > 1 && digits[0] == '0' &&
                     digits.find_first_not_of("01234567") == std::string::npos;
  const double value = octal ? static_cast<double>(std::strtoull(digits.c_str(), nullptr, 8))
                             : std::strtod(digits.c_str(), nullptr);
  return say("số {}", "the number {}", value);
}

}  // namespace wardplan::yaml
