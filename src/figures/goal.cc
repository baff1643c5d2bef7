#include "figures/goal.h"

#include <string>
#include <utility>

#include "figures/figure.h"
#include "figures/numerals.h"
#include "text/limits.h"

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

/// Whether the number that is next says when: `năm 2025`, `6 tháng đầu năm`, `quý 1`.
bool says_when(const FigureText& in) {
  const auto& value = peek(in)->number.value;
  if (!value || value->scale > 0) return false;
  if (is_year(value->mantissa)) return true;
  const auto is_period = [](const Token* word) {
    return word != nullptr && (word->key == "tháng" || word->key == "quý");
  };
  return is_period(peek(in, 1)) || is_period(&in.tokens[in.at - 1]);
}

/// What the words [begin, end) behind `giảm` count: `vụ cháy` of `mạnh số vụ cháy`, `hộ nghèo`; of
/// other words (`tai nạn`) nobody knows in what a result counts them.
std::string counted_in(const FigureText& in, std::size_t begin, std::size_t end) {
  bool said = false;
  for (std::size_t at = begin; at < end && !said; ++at)
    if (in.tokens[at].key == "số") {
      said = true;
      begin = at + 1;
    }
  if (said && begin < end && in.tokens[begin].key == "lượng") ++begin;
  if (begin == end) return {};
  const auto words = slice(in, in.tokens[begin].begin, in.tokens[end - 1].end);
  return said || comes_whole(words) ? std::string(words) : std::string();
}

/// `giảm số vụ so với cùng kỳ năm 2025`: the way, what it is compared with, and no figure.
std::optional<Goal> read_any_change(std::string_view text) {
  if (text.size() > kMaxExpression) return std::nullopt;
  FigureText in{.text = text, .tokens = tokens_of(text)};
  Figure figure;
  if (!read_opening(in, figure) || figure.quantity.trend == Trend::none ||
      figure.bound != Bound::none || take(in, "cường"))
    return std::nullopt;
  const std::size_t first = in.at;
  while (peek(in) != nullptr && peek(in)->kind == TokenKind::word && !take(in, "so với")) ++in.at;
  if (in.at == 0 || in.tokens[in.at - 1].key != "với" || peek(in) == nullptr) return std::nullopt;
  std::string noun = counted_in(in, first, in.at - 2);
  for (; peek(in) != nullptr; ++in.at)
    if (is_number(in) ? !says_when(in) : is_sign(in, "%") || is_sign(in, "‰")) return std::nullopt;
  return Goal{.comparator = Comparator::more_than,
              .quantity = {.trend = figure.quantity.trend, .noun = std::move(noun)},
              .any_change = true};
}

}  // namespace

Reading<Goal> parse_goal(std::string_view text) {
  if (auto change = read_any_change(text)) return {.value = std::move(change)};
  Reading<Figure> read = read_figure(text);
  if (!read.value) return {.problem = std::move(read.problem)};
  Figure& figure = *read.value;
  if (figure.rate_end > 0)
    return {.problem = second_figure(text, figure.rate_begin, figure.rate_end)};
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
