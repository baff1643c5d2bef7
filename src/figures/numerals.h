#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wardplan {

/// Years that a document can be of, and that a time or a figure can name.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2199;
constexpr bool is_year(std::int64_t number) { return number >= kFirstYear && number <= kLastYear; }

/// Value of a Roman numeral in its usual form (I to MMMCMXCIX, capitals), or nothing.
std::optional<int> roman_value(std::string_view text);

/// Roman numeral of 1 to 3999.
std::string roman(int value);

/// A whole number of decimal digits up to 9 digits long, or nothing.
std::optional<int> whole_number(std::string_view text);

/// A number in words at the start of a text, whatever their case: `bốn chỉ tiêu`, `Hai mươi mốt`.
struct NumberInWords {
  int value = 0;
  /// Bytes of its words.
  std::size_t size = 0;
};

/// Reads `một` to `chín mươi chín`; nothing where a text begins with no such word.
std::optional<NumberInWords> number_in_words(std::string_view text);

}  // namespace wardplan
