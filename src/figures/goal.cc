#include "figures/goal.h"

#include "figures/figure.h"

namespace wardplan {
namespace {

Comparator comparator_of(const Figure& figure) {
  if (figure.quantity.is_range || figure.bar == Bar::exactly) return Comparator::within;
  const bool rank = figure.quantity.measure == Measure::rank;
  const bool none_wanted = figure.bar == Bar::none && figure.quantity.most == Decimal{};
  switch (figure.bar) {
    case Bar::more_than:
      return Comparator::more_than;
    case Bar::at_most:
      return Comparator::at_most;
    case Bar::less_than:
      return Comparator::less_than;
    case Bar::none:
    case Bar::at_least:
    case Bar::exactly:
    case Bar::nearly:
    case Bar::around:
      break;
  }
  return rank || none_wanted ? Comparator::at_most : Comparator::at_least;
}

}  // namespace

Reading<Goal> parse_goal(std::string_view text) {
  Reading<Figure> read = read_figure(text);
  if (!read.value) return {.problem = std::move(read.problem)};
  Figure& figure = *read.value;
  const std::string_view bar = text.substr(figure.bar_begin, figure.bar_end - figure.bar_begin);
  if (figure.quantity.measure == Measure::rank &&
      (figure.bar == Bar::more_than || figure.bar == Bar::less_than))
    return {.problem = {.begin = figure.bar_begin,
                        .end = figure.bar_end,
                        .reason = say("`{}` không rõ nghĩa với thứ hạng",
                                      "`{}` doesn't say which way with a rank", bar),
                        .help = {"viết `top 2` cho hạng 2 hoặc tốt hơn",
                                 "write `top 2` for the second place or a better one"}}};
  Goal goal{.comparator = comparator_of(figure), .quantity = std::move(figure.quantity)};
  if (figure.bar == Bar::nearly) goal.quantity.hedge = Hedge::below;
  if (figure.bar == Bar::around) goal.quantity.hedge = Hedge::around;
  if (goal.quantity.hedge != Hedge::none) goal.quantity.hedge_word = bar;
  return {.value = std::move(goal)};
}

}  // namespace wardplan
