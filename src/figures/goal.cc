#include "figures/goal.h"

#include <algorithm>
#include <functional>

#include "figures/figure.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

Comparator comparator_of(const Figure& figure) {
  if (figure.quantity.is_range || figure.bound == Bound::exactly) return Comparator::within;
  if (figure.bound == Bound::more_than) return Comparator::more_than;
  if (figure.bound == Bound::less_than) return Comparator::less_than;
  const bool none_wanted = figure.bound == Bound::none && figure.quantity.most == Decimal{};
  return figure.bound == Bound::at_most || figure.quantity.measure == Measure::rank || none_wanted
             ? Comparator::at_most
             : Comparator::at_least;
}

/// One end of an interval; without a number it has no end on that side.
struct End {
  std::optional<Ratio> at = {};
  bool included = true;
};

/// All figures that a goal admits, or that a result can stand for.
struct Interval {
  End low;
  End high;
};

/// Whether everything on the inner side of end `a`, where `inner` lies, is also on that of `b`.
template <class Inner>
bool end_inside(const End& a, const End& b, Inner inner) {
  if (!a.at || !b.at) return !b.at;
  return inner(*a.at, *b.at) || (*a.at == *b.at && (b.included || !a.included));
}

bool inside(const Interval& a, const Interval& b) {
  return end_inside(a.low, b.low, std::greater{}) && end_inside(a.high, b.high, std::less{});
}

/// Whether `a` ends before `b` begins.
bool before(const Interval& a, const Interval& b) {
  if (!a.high.at || !b.low.at) return false;
  return *a.high.at < *b.low.at ||
         (*a.high.at == *b.low.at && !(a.high.included && b.low.included));
}

struct Ends {
  Ratio least;
  Ratio most;
};

/// A quantity in the goal's unit: the rate of a fraction is percent.
std::optional<Ends> ends_of(const Quantity& quantity) {
  if (!quantity.fraction) return Ends{ratio_of(quantity.least), ratio_of(quantity.most)};
  const auto rate = percentage(quantity.fraction->part, quantity.fraction->whole);
  return rate ? std::optional(Ends{*rate, *rate}) : std::nullopt;
}

Interval admitted(Comparator comparator, const Ends& ends) {
  switch (comparator) {
    case Comparator::at_least:
      return {{ends.least}, {}};
    case Comparator::more_than:
      return {{ends.least, false}, {}};
    case Comparator::at_most:
      return {{}, {ends.most}};
    case Comparator::less_than:
      return {{}, {ends.most, false}};
    case Comparator::within:
      break;
  }
  return {{ends.least}, {ends.most}};
}

Interval possible(Hedge hedge, const Ends& ends) {
  switch (hedge) {
    case Hedge::above:
      return {{ends.most, false}, {}};
    case Hedge::below:
      return {{}, {ends.least, false}};
    case Hedge::around:
      return {};
    case Hedge::none:
      break;
  }
  return {{ends.least}, {ends.most}};
}

/// A name's words without marks; what differs in marks alone (`hoá`, `hóa`) is the same.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (const Token& token : tokens_of(name))
    if (token.kind == TokenKind::word) words.push_back(fold_bare(token.key));
  return words;
}

/// Whether one name is the other or its first words; an empty one is left out.
bool same_thing(std::string_view a, std::string_view b) {
  const auto left = words_of(a), right = words_of(b);
  const auto [at, other] = std::ranges::mismatch(left, right);
  return at == left.end() || other == right.end();
}

bool is_rate(const Quantity& quantity) {
  return quantity.measure == Measure::percent || quantity.measure == Measure::fraction;
}

Phrase unit_of(const Quantity& quantity) {
  static constexpr Phrase kUnits[] = {{"số lượng", "a count"},
                                      {"tỷ lệ phần trăm", "a percentage"},
                                      {"số tiền", "an amount of money"},
                                      {"phân số", "a fraction"},
                                      {"thứ hạng", "a rank"}};
  return kUnits[static_cast<std::size_t>(quantity.measure)];
}

/// A result in the goal's measure where it can be said so.
Quantity in_measure_of(const Quantity& wanted, Quantity value) {
  const bool bare = value.measure == Measure::count && value.noun.empty() && value.per.empty();
  if (bare && wanted.measure == Measure::rank) value.measure = Measure::rank;
  if (wanted.measure == Measure::count && value.measure == Measure::fraction) {
    value.measure = Measure::count;
    value.fraction.reset();
  }
  return value;
}

Judgement unknown(Obstacle obstacle, Message reason) {
  return {.obstacle = obstacle, .reason = std::move(reason)};
}

/// Why two quantities can't be compared; without an obstacle when they can.
Judgement compared(const Quantity& wanted, const Quantity& value) {
  if (wanted.hedge != Hedge::none)
    return unknown(
        Obstacle::inexact,
        say("chỉ tiêu viết `{}` nên không có mức để so",
            "the goal says `{}`, which sets no figure to compare with", wanted.hedge_word));
  if (contradicts_itself(wanted))
    return unknown(Obstacle::contradiction, Phrase{"tỷ lệ và phân số của chỉ tiêu không khớp nhau",
                                                   "the goal's rate and fraction don't agree"});
  if (contradicts_itself(value))
    return unknown(Obstacle::contradiction, Phrase{"tỷ lệ và phân số của kết quả không khớp nhau",
                                                   "the result's rate and fraction don't agree"});
  if (value.measure != wanted.measure && !(is_rate(value) && is_rate(wanted))) {
    const Phrase goal_unit = unit_of(wanted), value_unit = unit_of(value);
    return unknown(Obstacle::measure, say("chỉ tiêu là {}, kết quả là {}",
                                          "the goal is {}, the result {}", goal_unit, value_unit));
  }
  if (!same_thing(wanted.noun, value.noun))
    return unknown(Obstacle::thing,
                   say("chỉ tiêu tính theo `{}`, kết quả theo `{}`",
                       "the goal counts `{}`, the result `{}`", wanted.noun, value.noun));
  if (!value.per.empty() && (wanted.per.empty() || !same_thing(wanted.per, value.per)))
    return unknown(Obstacle::thing, say("kết quả tính cho mỗi `{}`, chỉ tiêu thì không",
                                        "the result is for each `{}`, the goal isn't", value.per));
  return {};
}

/// The result less the bound it has to keep.
std::optional<Ratio> distance(Comparator comparator, const Ends& goal, const Ratio& value) {
  if (comparator != Comparator::within || value < goal.least) return difference(value, goal.least);
  return value > goal.most ? difference(value, goal.most) : std::optional(Ratio{});
}

}  // namespace

Reading<Goal> parse_goal(std::string_view text) {
  Reading<Figure> read = read_figure(text);
  if (!read.value) return {.problem = std::move(read.problem)};
  Figure& figure = *read.value;
  if (figure.quantity.measure == Measure::rank &&
      (figure.bound == Bound::more_than || figure.bound == Bound::less_than))
    return {.problem = {.begin = figure.bound_begin,
                        .end = figure.bound_end,
                        .reason = say("`{}` không rõ nghĩa với thứ hạng",
                                      "`{}` doesn't say which way with a rank", figure.bound_words),
                        .help = {"viết `top 2` cho hạng 2 hoặc tốt hơn",
                                 "write `top 2` for the second place or a better one"}}};
  Goal goal{.comparator = comparator_of(figure), .quantity = std::move(figure.quantity)};
  if (figure.bound == Bound::nearly) goal.quantity.hedge = Hedge::below;
  if (figure.bound == Bound::around) goal.quantity.hedge = Hedge::around;
  if (goal.quantity.hedge != Hedge::none) goal.quantity.hedge_word = figure.bound_words;
  return {.value = std::move(goal)};
}

Judgement judge(const Goal& goal, const Quantity& given) {
  const Quantity value = in_measure_of(goal.quantity, given);
  if (Judgement none = compared(goal.quantity, value); none.obstacle != Obstacle::none) return none;
  const auto wanted = ends_of(goal.quantity), reached = ends_of(value);
  if (!wanted || !reached)
    return unknown(Obstacle::size,
                   Phrase{"số quá lớn để so sánh", "the numbers are too big to compare"});
  const Interval goals = admitted(goal.comparator, *wanted);
  const Interval results = possible(value.hedge, *reached);
  Judgement judgement;
  if (inside(results, goals)) {
    judgement.outcome = Outcome::met;
  } else if (before(results, goals) || before(goals, results)) {
    judgement.outcome = Outcome::not_met;
  } else {
    judgement.obstacle = Obstacle::inexact;
    judgement.reason = Phrase{"kết quả không đủ chính xác để biết đạt hay chưa",
                              "the result isn't exact enough to tell whether the goal is met"};
  }
  if (value.hedge == Hedge::none && !value.is_range)
    judgement.difference = distance(goal.comparator, *wanted, reached->least);
  return judgement;
}

std::optional<bool> implies(const Goal& a, const Goal& b) {
  Quantity first = a.quantity;
  if (first.hedge != Hedge::none || compared(b.quantity, first).obstacle != Obstacle::none)
    return std::nullopt;
  const auto own = ends_of(first), other = ends_of(b.quantity);
  if (!own || !other) return std::nullopt;
  return inside(admitted(a.comparator, *own), admitted(b.comparator, *other));
}

Message in_words(const Goal& goal, const Judgement& judgement) {
  if (!judgement.difference) return {};
  const Ratio by = *judgement.difference;
  const Quantity& quantity = goal.quantity;
  if (by == Ratio{}) {
    if (goal.comparator == Comparator::within)
      return Phrase{"trong khoảng của chỉ tiêu", "within the goal's figures"};
    return Phrase{"đúng bằng mức chỉ tiêu", "exactly the goal's figure"};
  }
  const bool below = by < Ratio{};
  const std::string amount = vietnamese(below ? difference(Ratio{}, by).value_or(by) : by);
  if (quantity.measure == Measure::rank)
    return below ? say("hơn chỉ tiêu {} hạng", "{} places better than the goal", amount)
                 : say("kém chỉ tiêu {} hạng", "{} places behind the goal", amount);
  Message unit{quantity.noun, quantity.noun};
  if (is_rate(quantity)) unit = Phrase{"điểm phần trăm", "percentage points"};
  if (quantity.measure == Measure::money) unit = Phrase{"đồng", "đồng"};
  const char* blank = unit.empty() ? "" : " ";
  return below ? say("thấp hơn chỉ tiêu {}{}{}", "{}{}{} below the goal", amount, blank, unit)
               : say("cao hơn chỉ tiêu {}{}{}", "{}{}{} above the goal", amount, blank, unit);
}

}  // namespace wardplan
