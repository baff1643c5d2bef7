#include "figures/numerals.h"

namespace wardplan {
namespace {

struct Step {
  int value;
  std::string_view letters;
};
constexpr Step kSteps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                           {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                           {5, "V"},    {4, "IV"},   {1, "I"}};

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

}  // namespace wardplan
