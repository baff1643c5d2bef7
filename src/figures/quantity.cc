#include "figures/quantity.h"

#include "figures/figure.h"

namespace wardplan {
namespace {

/// In the order of `Bound`.
constexpr Hedge kHedges[] = {Hedge::none,  Hedge::none, Hedge::above, Hedge::none,
                             Hedge::below, Hedge::none, Hedge::below, Hedge::around};
static_assert(std::size(kHedges) == static_cast<std::size_t>(Bound::around) + 1);

}  // namespace

Reading<Quantity> parse_quantity(std::string_view text) {
  Reading<Figure> read = read_figure(text);
  if (!read.value) return {.problem = std::move(read.problem)};
  Figure& figure = *read.value;
  const std::string_view bound =
      text.substr(figure.bound_begin, figure.bound_end - figure.bound_begin);
  if (figure.bound == Bound::at_least || figure.bound == Bound::at_most)
    return {.problem = {.begin = figure.bound_begin,
                        .end = figure.bound_end,
                        .reason = say("`{}` là của chỉ tiêu, kết quả là một con số",
                                      "`{}` belongs to a goal, a result is one figure", bound)}};
  figure.quantity.hedge = kHedges[static_cast<std::size_t>(figure.bound)];
  if (figure.quantity.hedge != Hedge::none) figure.quantity.hedge_word = bound;
  return {.value = std::move(figure.quantity)};
}

bool agrees(const Decimal& rate, const Fraction& fraction) {
  const auto exact = percentage(fraction.part, fraction.whole);
  return exact && rounds_to(*exact, rate);
}

bool contradicts_itself(const Quantity& quantity) {
  if (quantity.measure != Measure::percent || !quantity.fraction) return false;
  const auto exact = percentage(quantity.fraction->part, quantity.fraction->whole);
  switch (quantity.hedge) {
    case Hedge::around:
      return false;
    case Hedge::above:
      return !exact || *exact <= ratio_of(quantity.least);
    case Hedge::below:
      return !exact || *exact >= ratio_of(quantity.least);
    case Hedge::none:
      break;
  }
  return !agrees(quantity.least, *quantity.fraction);
}

bool reads_as_rate(const std::string& text) { return parse_quantity(text + "%").value.has_value(); }

}  // namespace wardplan
