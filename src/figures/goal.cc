#include "figures/goal.h"

#include "figures/figure.h"

namespace wardplan {
namespace {

Comparator comparator_of(const Figure& figure) {
  // `giảm 1 - 1,5%`: more is better.
  if (figure.quantity.is_range && figure.quantity.trend != Trend::none &&
      figure.bound == Bound::none)
    return Comparator::at_least;
  if (figure.quantity.is_range || figure.bound == Bound::exactly) return Comparator::within;
  if (figure.bound == Bound::more_than) return Comparator::more_than;
  if (figure.bound == Bound::less_than) return Comparator::less_than;
  const bool none_wanted = figure.bound == Bound::none && figure.quantity.most == Decimal{};
  return figure.bound == Bound::at_most || figure.quantity.measure == Measure::rank || none_wanted
             ? Comparator::at_most
             : Comparator::at_least;
}

/// Whether a rate of which the goal says the bound (`≥ 90%`) is reached by the fraction beside it.
bool is_reached(Comparator comparator, const Quantity& quantity) {
  const auto rate = percentage(quantity.fraction->part, quantity.fraction->whole);
  if (!rate) return false;
  const Ratio bound = ratio_of(quantity.least);
  switch (comparator) {
    case Comparator::at_least:
      return *rate >= bound;
    case Comparator::more_than:
      return *rate > bound;
    case Comparator::at_most:
      return *rate <= bound;
    case Comparator::less_than:
      return *rate < bound;
    case Comparator::within:
      break;
  }
  return false;
}

}  // namespace

Reading<Goal> parse_goal(std::string_view text) {
  Reading<Figure> read = read_figure(text);
  if (!read.value) return {.problem = std::move(read.problem)};
  Figure& figure = *read.value;
  const std::string_view bound =
      text.substr(figure.bound_begin, figure.bound_end - figure.bound_begin);
  if (figure.quantity.measure == Measure::rank &&
      (figure.bound == Bound::more_than || figure.bound == Bound::less_than))
    return {.problem = {.begin = figure.bound_begin,
                        .end = figure.bound_end,
                        .reason = say("`{}` không rõ nghĩa với thứ hạng",
                                      "`{}` doesn't say which way with a rank", bound),
                        .help = {"viết `top 2` cho hạng 2 hoặc tốt hơn",
                                 "write `top 2` for the second place or a better one"}}};
  Goal goal{.comparator = comparator_of(figure),
            .quantity = std::move(figure.quantity),
            .bare = figure.bound == Bound::none};
  if (!goal.bare && goal.quantity.measure == Measure::percent && goal.quantity.fraction &&
      is_reached(goal.comparator, goal.quantity))
    goal.quantity.fraction.reset();
  if (figure.bound == Bound::nearly) goal.quantity.hedge = Hedge::below;
  if (figure.bound == Bound::around) goal.quantity.hedge = Hedge::around;
  if (goal.quantity.hedge != Hedge::none) goal.quantity.hedge_word = bound;
  return {.value = std::move(goal)};
}

}  // namespace wardplan
