#include "summary/target_sums.h"

#include <fmt/format.h>

#include <algorithm>

#include "figures/total.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// What decimals give together is one.
Decimal decimal_of(const Ratio& ratio) {
  std::int64_t power = 1;
  int scale = 0;
  while (scale < kMaxScale && power % ratio.denominator != 0) power *= 10, ++scale;
  return {ratio.numerator * (power / ratio.denominator), scale};
}

/// Of fractions the parts and the wholes are added.
bool can_be_summed(const Quantity& figure) {
  if (!figure.per.empty()) return false;
  if (!figure.fraction) return can_be_added(figure);
  return figure.measure != Measure::rank && !figure.is_range && figure.hedge == Hedge::none &&
         figure.trend == Trend::none;
}

bool is_of_same(const Quantity& a, const Quantity& b) {
  return a.fraction.has_value() == b.fraction.has_value() &&
         (a.fraction || a.measure == b.measure) && fold_bare(a.noun) == fold_bare(b.noun);
}

bool add_to(Together& all, const Quantity& figure) {
  if (figure.fraction) {
    all.of_fractions = true;
    return !__builtin_add_overflow(all.part, figure.fraction->part, &all.part) &&
           !__builtin_add_overflow(all.whole, figure.fraction->whole, &all.whole);
  }
  const Ratio next = ratio_of(figure.least);
  const auto sum = difference(all.figure, {-next.numerator, next.denominator});
  if (sum) all.figure = *sum;
  return sum.has_value();
}

}  // namespace

Quantity quantity_of(const Together& all) {
  Quantity sum{.measure = all.like.measure, .noun = all.like.noun};
  if (all.of_fractions) {
    sum.measure = Measure::fraction;
    sum.fraction = Fraction{all.part, all.whole};
    sum.least = sum.most = {all.part, 0};
  } else {
    sum.least = sum.most = decimal_of(all.figure);
  }
  return sum;
}

std::optional<Together> together(const std::vector<TargetPart>& parts,
                                 std::optional<Quantity> TargetPart::*which,
                                 std::string TargetPart::*text) {
  std::optional<Together> all;
  for (const TargetPart& part : parts) {
    if (part.apart || (part.*text).empty()) continue;
    const auto& figure = part.*which;
    if (!figure || !can_be_summed(*figure)) return std::nullopt;
    if (all && !is_of_same(all->like, *figure)) return std::nullopt;
    if (!all) all.emplace().like = *figure;
    if (!add_to(*all, *figure)) return std::nullopt;
  }
  return all;
}

std::string in_words(const Together& all) {
  std::string text = all.of_fractions ? fmt::format("{}/{}", vietnamese(Decimal{all.part, 0}),
                                                    vietnamese(Decimal{all.whole, 0}))
                                      : in_short(all.figure);
  if (all.like.measure == Measure::money) return money_in_words(all.figure);
  if (!all.like.noun.empty()) text += " " + all.like.noun;
  if (!all.of_fractions || all.whole == 0) return text;
  return fmt::format("{} ({}%)", text, in_short(*percentage(all.part, all.whole)));
}

Message why_no_sum(const std::vector<TargetPart>& parts, bool summed) {
  const auto has_value = [](const TargetPart& of) { return !of.apart && !of.value.empty(); };
  if (summed || std::ranges::none_of(parts, has_value)) return {};
  const bool rates = std::ranges::all_of(parts, [&](const TargetPart& of) {
    return !has_value(of) || (of.reached && of.reached->measure == Measure::percent);
  });
  if (rates) return {"tỷ lệ không cộng được", "rates aren't added"};
  const Quantity* first = nullptr;
  const bool alike = std::ranges::all_of(parts, [&](const TargetPart& of) {
    if (!has_value(of)) return true;
    if (first == nullptr && of.reached) first = &*of.reached;
    return of.reached && is_of_same(*first, *of.reached);
  });
  if (alike)
    return {"số liệu chỉ là ước chừng hay quá lớn, không cộng được",
            "near the mark only or too large, and not added"};
  return {"số liệu không cùng đơn vị, không cộng được", "of other units, and not added"};
}

}  // namespace wardplan
