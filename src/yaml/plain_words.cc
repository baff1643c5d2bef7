#include "yaml/plain_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "text/trim.h"

namespace wardplan::yaml {
namespace {

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

Message read_otherwise(std::string_view plain) {
  if (!may_be_read_otherwise(plain)) return {};
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
