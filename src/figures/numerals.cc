#include "figures/numerals.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

struct Step {
  int value;
  std::string_view letters;
};
constexpr Step kSteps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                           {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                           {5, "V"},    {4, "IV"},   {1, "I"}};

struct NumberWord {
  std::string_view word;
  int value;
  /// Where it may stand: alone or before `mươi`, behind `mười`, behind `mươi`.
  bool alone, in_teens, in_tens;
};
constexpr NumberWord kNumberWords[] = {
    {"một", 1, true, true, false},  {"mốt", 1, false, false, true}, {"hai", 2, true, true, true},
    {"ba", 3, true, true, true},    {"bốn", 4, true, true, true},   {"tư", 4, false, false, true},
    {"năm", 5, true, false, false}, {"lăm", 5, false, true, true},  {"nhăm", 5, false, false, true},
    {"sáu", 6, true, true, true},   {"bảy", 7, true, true, true},   {"bẩy", 7, true, true, true},
    {"tám", 8, true, true, true},   {"chín", 9, true, true, true}};

/// The first words of a text, folded, each with the byte where it ends.
struct WordEnd {
  std::string key;
  std::size_t end;
};
std::vector<WordEnd> first_words(std::string_view text, std::size_t count) {
  std::vector<WordEnd> words;
  for (std::size_t at = 0; at < text.size() && words.size() < count;) {
    const std::size_t end = find_or_end(text, " ", at);
    words.push_back({fold(text.substr(at, end - at)), end});
    at = end + 1;
  }
  return words;
}

/// The value of a digit's word that may stand there, or 0.
int digit_at(const std::vector<WordEnd>& words, std::size_t at, bool NumberWord::*place) {
  if (at >= words.size()) return 0;
  const auto found = std::ranges::find(kNumberWords, words[at].key, &NumberWord::word);
  return found != std::end(kNumberWords) && (*found).*place ? found->value : 0;
}

}  // namespace

std::string roman(int value) {
  std::string out;
  for (const auto& [step, letters] : kSteps)
    for (; value >= step; value -= step) out += letters;
  return out;
}

std::optional<int> roman_value(std::string_view text) {
  int value = 0;
  std::string_view rest = text;
  for (const auto& [step, letters] : kSteps)
    for (; rest.starts_with(letters); rest.remove_prefix(letters.size())) value += step;
  if (text.empty() || !rest.empty() || value > 3999 || roman(value) != text) return std::nullopt;
  return value;
}

std::optional<int> whole_number(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<NumberInWords> number_in_words(std::string_view text) {
  const auto words = first_words(text, 3);
  if (words.empty()) return std::nullopt;
  if (words[0].key == "mười") {
    const int more = digit_at(words, 1, &NumberWord::in_teens);
    return NumberInWords{10 + more, words[more > 0 ? 1 : 0].end};
  }
  const int first = digit_at(words, 0, &NumberWord::alone);
  if (first == 0) return std::nullopt;
  if (first == 1 || words.size() == 1 || words[1].key != "mươi")
    return NumberInWords{first, words[0].end};
  const int more = digit_at(words, 2, &NumberWord::in_tens);
  return NumberInWords{first * 10 + more, words[more > 0 ? 2 : 1].end};
}

}  // namespace wardplan
