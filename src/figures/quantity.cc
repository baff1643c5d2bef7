#include "figures/quantity.h"

#include "figures/figure.h"
#include "figures/ratio.h"

namespace wardplan {
namespace {

Hedge hedge_of(Bar bar) {
  switch (bar) {
    case Bar::more_than:
      return Hedge::above;
    case Bar::less_than:
    case Bar::nearly:
      return Hedge::below;
    case Bar::around:
      return Hedge::around;
    case Bar::none:
    case Bar::exactly:
    case Bar::at_least:
    case Bar::at_most:
      break;
  }
  return Hedge::none;
}

}  // namespace

Reading<Quantity> parse_quantity(std::string_view text) {
  Reading<Figure> read = read_figure(text);
  if (!read.value) return {.problem = std::move(read.problem)};
  Figure& figure = *read.value;
  const std::string_view bar = text.substr(figure.bar_begin, figure.bar_end - figure.bar_begin);
  if (figure.bar == Bar::at_least || figure.bar == Bar::at_most)
    return {.problem = {.begin = figure.bar_begin,
                        .end = figure.bar_end,
                        .reason = say("`{}` là của chỉ tiêu, kết quả là một con số",
                                      "`{}` belongs to a goal, a result is one figure", bar)}};
  figure.quantity.hedge = hedge_of(figure.bar);
  if (figure.quantity.hedge != Hedge::none) figure.quantity.hedge_word = bar;
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

}  // namespace wardplan
