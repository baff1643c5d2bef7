// Slips of typing in a time: letters for digits, a sign that was lost.
#include <fmt/format.h>

#include <algorithm>

#include "figures/numerals.h"
#include "text/look_alike.h"
#include "text/trim.h"
#include "times/grammar.h"

namespace wardplan {
namespace {

bool is_of_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_digit(c) || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

/// `l`, `lV` for the Roman number of a quarter that they look like; or nothing.
std::string quarter_meant(std::string_view word) {
  if (word.find('l') == word.npos || word.find_first_not_of("lIV") != word.npos) return {};
  std::string roman(word);
  std::ranges::replace(roman, 'l', 'I');
  const int value = roman_value(roman).value_or(0);
  return value >= 1 && value <= 4 ? roman : std::string();
}

/// A month and its year without a sign between them, with it: `11/2023`; or nothing.
std::string month_of_year(std::string_view word) {
  if (word.size() < 5 || word.size() > 6 || word.find_first_not_of("0123456789") != word.npos)
    return {};
  const std::string_view front = word.substr(0, word.size() - 4), year = word.substr(front.size());
  const int month = whole_number(front).value_or(0), of = whole_number(year).value_or(0);
  if (month < 1 || month > 12 || of < kFirstYear || of > kLastYear) return {};
  return fmt::format("{}/{}", front, year);
}

/// Of one word; nothing to mean where it is none.
TimeSlip slip_of(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr Phrase kDigit = {"có chữ thay cho số", "a letter stands for a digit"};
  constexpr Phrase kRoman = {"có chữ `l` thay cho chữ số La Mã `I`",
                             "an `l` stands for the Roman `I`"};
  constexpr Phrase kSign = {"thiếu dấu `/` giữa tháng và năm",
                            "no `/` stands between month and year"};
  std::string_view word = text.substr(begin, end - begin);
  if (std::string month = month_of_year(word); !month.empty())
    return {begin, end, std::move(month), kSign};
  if (std::string quarter = quarter_meant(word); !quarter.empty())
    return {begin, end, std::move(quarter), kRoman};
  // `T1O` is a month.
  if (word.size() > 1 && is_one_of(word.front(), "TtQq")) {
    word.remove_prefix(1);
    ++begin;
  }
  return {begin, end, digits_meant(word), kDigit};
}

}  // namespace

std::vector<TimeSlip> slips_in(std::string_view text) {
  std::vector<TimeSlip> slips;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_of_word(text[end])) ++end;
    if (end > at)
      if (TimeSlip slip = slip_of(text, at, end); !slip.meant.empty())
        slips.push_back(std::move(slip));
    at = std::max(end, at + 1);
  }
  return slips;
}

}  // namespace wardplan
