#include "yaml/scalars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "text/trim.h"
#include "text/utf8.h"
#include "times/date.h"

// How a text is written so that all readers take it for this text, and what some take it for.

namespace wardplan::yaml {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// Times such as 12:30 or 1:30.5, which YAML 1.1 reads as a number in base 60.
bool is_sexagesimal(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point != text.npos && text.find_first_not_of("0123456789", point + 1) != text.npos)
    return false;
  text = text.substr(0, point);
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
  static constexpr std::pair<std::string_view, std::string_view> kBases[] = {
      {"0x", "0123456789abcdefABCDEF_"}, {"0o", "01234567_"}, {"0b", "01_"}};
  return text.size() > 2 && std::ranges::any_of(kBases, [&](const auto& base) {
           return text.starts_with(base.first) && is_blank(text.substr(2), base.second);
         });
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

std::string_view without_sign(std::string_view text) {
  return text.substr(text[0] == '+' || text[0] == '-' ? 1 : 0);
}

/// The number that YAML 1.1 makes of an odd decimal.
double value_read(std::string_view plain) {
  std::string text(plain);
  std::erase(text, '_');
  const std::string_view digits = without_sign(text);
  const bool octal = digits.size() > 1 && digits[0] == '0' &&
                     digits.find_first_not_of("01234567") == std::string_view::npos;
  return octal ? static_cast<double>(std::strtoll(text.c_str(), nullptr, 8))
               : std::strtod(text.c_str(), nullptr);
}

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
  const std::uint32_t first = decode(text, 0).value;
  return kIndicators.find(text[0]) == std::string_view::npos && !is_other_blank(first) &&
         display_width(first) > 0;
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
  constexpr std::string_view kEscaped = "\n\r\t\"\\", kLetters = "nrt\"\\";
  const std::size_t at = kEscaped.find(c);
  return at == std::string_view::npos ? '\0' : kLetters[at];
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  bool escaped = false;
  each_character(text, [&](const CodePoint& c, std::string_view bytes) {
    const char letter = escape_letter(bytes.front());
    // A mark behind an escape would sit on the escape's letter and compose with it.
    const bool mark = escaped && c.valid && display_width(c.value) == 0;
    escaped = letter != '\0' || mark;
    if (letter != '\0')
      out += {'\\', letter};
    else if (mark)
      out +=
          c.value > 0xFFFF ? fmt::format("\\U{:08X}", c.value) : fmt::format("\\u{:04X}", c.value);
    else
      out += bytes;
  });
  return out + '"';
}

}  // namespace

Message read_otherwise(std::string_view plain) {
  if (!may_be_read_otherwise(plain)) return {};
  static constexpr std::array<std::string_view, 18> kTruths = {
      "yes", "Yes", "YES", "no",   "No",   "NO",   "on",    "On",    "ON",
      "off", "Off", "OFF", "true", "True", "TRUE", "false", "False", "FALSE"};
  static constexpr std::array<std::string_view, 9> kInfinities = {
      ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"};
  static constexpr std::array<std::string_view, 3> kNoNumbers = {".nan", ".NaN", ".NAN"};
  const auto is_of = [&](const auto& words) {
    return !is_digit(plain[0]) && std::ranges::find(words, plain) != words.end();
  };
  if (is_of(kTruths)) return {"đúng/sai", "true or false"};
  if (is_of(kNoNumbers)) return {"không phải là số", "not a number"};
  if (is_of(kInfinities)) return {"số vô cực", "infinity"};
  const std::string_view digits = without_sign(plain);
  if (is_sexagesimal(digits)) return {"số viết theo cơ số 60", "a number in base 60"};
  if (is_number_of_base(digits)) return {"số viết theo cơ số khác", "a number in another base"};
  if (!is_odd_decimal(plain)) return {};
  return say("số {}", "the number {}", value_read(plain));
}

bool is_writable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!c.valid || is_invisible(c.value)) return false;
    at += c.size;
  }
  return first_decomposed(text) == std::string_view::npos;
}

std::string in_double_quotes(std::string_view text) { return double_quoted(text); }

std::string scalar(std::string_view text, bool flow) {
  return is_plain(text, flow) ? std::string(text) : double_quoted(text);
}

}  // namespace wardplan::yaml
