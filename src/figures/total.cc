#include "figures/total.h"

#include <fmt/format.h>

#include "figures/goal.h"
#include "figures/number.h"
#include "figures/stated_rate.h"

namespace wardplan {
namespace {

constexpr std::int64_t kMost = 1'000'000'000'000'000;

/// The mantissa of a number at a finer scale, or nothing where it is too big.
std::optional<std::int64_t> at_scale(const Decimal& number, int scale) {
  std::int64_t mantissa = number.mantissa;
  for (int at = number.scale; at < scale; ++at) {
    if (mantissa > kMost / 10 || mantissa < -kMost / 10) return std::nullopt;
    mantissa *= 10;
  }
  return mantissa > kMost || mantissa < -kMost ? std::nullopt : std::optional(mantissa);
}

/// `42 cuộc`, `150.000 đồng/sổ`.
std::string with_unit(std::string text, const Quantity& figure) {
  const std::string unit = figure.measure == Measure::money ? "đồng" : figure.noun;
  if (!unit.empty()) text += " " + unit;
  return figure.per.empty() ? text : text + "/" + figure.per;
}

}  // namespace

bool can_be_added(const Quantity& figure) {
  return (figure.measure == Measure::count || figure.measure == Measure::money) &&
         !figure.is_range && !figure.fraction && figure.hedge == Hedge::none &&
         figure.trend == Trend::none && !may_be_thousands(figure, figure.noun);
}

Quantity in_unit_of(const Quantity& goal, Quantity figure) {
  if (figure.measure == goal.measure && same_thing(goal.noun, figure.noun) &&
      !may_be_thousands(figure, goal.noun))
    figure.noun = goal.noun;
  return figure;
}

std::optional<Quantity> total(const Quantity& a, const Quantity& b) {
  if (!can_be_added(a) || !can_be_added(b) || a.measure != b.measure || a.noun != b.noun ||
      a.per != b.per)
    return std::nullopt;
  const int scale = std::max(a.least.scale, b.least.scale);
  const auto first = at_scale(a.least, scale), second = at_scale(b.least, scale);
  if (!first || !second) return std::nullopt;
  Quantity both = a;
  both.least = both.most = {*first + *second, scale};
  return both;
}

std::string written(const Quantity& figure) { return with_unit(vietnamese(figure.least), figure); }

std::string written_short(const Quantity& figure) {
  const std::string exact = vietnamese(figure.least);
  const std::string number = in_short(ratio_of(figure.least));
  return with_unit(number.starts_with("≈") ? number : exact, figure);
}

std::string money_in_words(const Ratio& money) {
  struct Unit {
    std::int64_t size;
    std::string_view name;
  };
  constexpr Unit kUnits[] = {{1'000'000'000, "tỷ đồng"}, {1'000'000, "triệu đồng"}};
  for (const Unit& unit : kUnits) {
    const auto share = quotient(money, {unit.size, 1});
    const bool exact = share && 1000 % share->denominator == 0;
    if (exact && share->numerator >= share->denominator)
      return fmt::format("{} {}", vietnamese(*share), unit.name);
  }
  return in_short(money) + " đồng";
}

}  // namespace wardplan
