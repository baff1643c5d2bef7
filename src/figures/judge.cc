#include "figures/goal.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "figures/figure.h"
#include "figures/total.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

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

/// `m³` as people type it: `m3`.
std::string unraised(std::string word) {
  for (const auto& [raised, digit] : {std::pair{"²", "2"}, {"³", "3"}})
    if (const std::size_t at = word.find(raised); at != std::string::npos)
      word.replace(at, std::string_view(raised).size(), digit);
  return word;
}

/// What tables shorten, as their words are without marks.
constexpr std::pair<std::string_view, std::string_view> kShortened[] = {
    {"tdp", "to dan pho"},       {"cbcc", "can bo cong chuc"},
    {"clb", "cau lac bo"},       {"ccb", "cuu chien binh"},
    {"nct", "nguoi cao tuoi"},   {"ncc", "nguoi co cong"},
    {"thcs", "trung hoc co so"}, {"thpt", "trung hoc pho thong"},
    {"bhyt", "bao hiem y te"},   {"bhxh", "bao hiem xa hoi"},
    {"bh", "bao hiem"},          {"ubnd", "uy ban nhan dan"},
    {"qcdc", "quy che dan chu"}, {"csdl", "co so du lieu"}};

/// Adds a word, or the words that it is short for.
void add_words(std::vector<std::string>& words, std::string word) {
  const auto known = std::ranges::find(kShortened, word, [](const auto& row) { return row.first; });
  if (known == std::end(kShortened)) return words.push_back(std::move(word));
  for (const std::string_view part : split(known->second, " ")) words.emplace_back(part);
}

/// A name's words without marks; what differs in marks alone (`hoá`, `hóa`) is the same.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (const Token& token : tokens_of(name)) {
    if (token.kind == TokenKind::word) add_words(words, unraised(fold_bare(token.key)));
    if (token.kind == TokenKind::number && token.number.value)
      words.push_back(vietnamese(*token.number.value));
  }
  return words;
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

/// `628/600 lượt, đạt 104,67%` where 600 lượt were asked for: 628 of them.
bool counts_part(const Quantity& wanted, const Quantity& value) {
  if (wanted.measure != Measure::count || !value.fraction || contradicts_itself(value))
    return false;
  return value.measure == Measure::fraction || is_whole_of(wanted, *value.fraction) ||
         (!value.noun.empty() && !wanted.noun.empty() && same_thing(wanted.noun, value.noun));
}

/// A result in the goal's measure where it can be said so.
Quantity in_measure_of(const Quantity& wanted, Quantity value) {
  const bool bare = value.measure == Measure::count && value.noun.empty() && value.per.empty();
  if (bare && wanted.measure == Measure::rank) value.measure = Measure::rank;
  // `9 tiêu chí` of `9/9 tiêu chí`.
  if (wanted.measure == Measure::fraction && value.measure == Measure::count && !value.is_range &&
      value.least.scale == 0 && value.least.mantissa <= wanted.fraction->whole) {
    value.measure = Measure::fraction;
    value.fraction = {value.least.mantissa, wanted.fraction->whole};
  }
  if (counts_part(wanted, value)) {
    value.measure = Measure::count;
    value.least = value.most = {value.fraction->part, 0};
    value.fraction.reset();
  }
  return value;
}

Judgement unknown(Obstacle obstacle, Message reason) {
  return {.obstacle = obstacle, .reason = std::move(reason)};
}

/// What keeps either figure from being relied on.
Judgement unreliable(const Quantity& wanted, const Quantity& value) {
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
  if (may_be_thousands(wanted, wanted.noun))
    return unknown(Obstacle::reading, Phrase{"dấu phẩy của chỉ tiêu có thể là dấu phân cách nghìn",
                                             "the comma of the goal may be a thousands separator"});
  if (may_be_thousands(value, wanted.noun))
    return unknown(Obstacle::reading,
                   Phrase{"dấu phẩy của kết quả có thể là dấu phân cách nghìn",
                          "the comma of the result may be a thousands separator"});
  return {};
}

Judgement other_thing(const Quantity& wanted, const Quantity& value) {
  if (same_thing(wanted.noun, value.noun)) return {};
  return unknown(Obstacle::thing,
                 say("chỉ tiêu tính theo `{}`, kết quả theo `{}`",
                     "the goal counts `{}`, the result `{}`", wanted.noun, value.noun));
}

Judgement other_for_each(const Quantity& wanted, const Quantity& value) {
  // What is recorded of a year's plan is of that year.
  const bool of_year = fold_bare(wanted.per) == "nam";
  // None at all is none for each.
  const bool none = value.most == Decimal{};
  if (value.per.empty() && !wanted.per.empty() && !of_year && !none)
    return unknown(Obstacle::thing, say("chỉ tiêu tính cho mỗi `{}`, kết quả thì không",
                                        "the goal is for each `{}`, the result isn't", wanted.per));
  if (!value.per.empty() && wanted.per.empty())
    return unknown(Obstacle::thing, say("kết quả tính cho mỗi `{}`, chỉ tiêu thì không",
                                        "the result is for each `{}`, the goal isn't", value.per));
  if (!value.per.empty() && !same_thing(wanted.per, value.per))
    return unknown(Obstacle::thing, say("chỉ tiêu tính cho mỗi `{}`, kết quả cho mỗi `{}`",
                                        "the goal is for each `{}`, the result for each `{}`",
                                        wanted.per, value.per));
  return {};
}

Judgement other_trend(const Quantity& wanted, const Quantity& value) {
  if ((wanted.trend == Trend::none) == (value.trend == Trend::none)) return {};
  return unknown(Obstacle::thing, wanted.trend == Trend::none
                                      ? Phrase{"kết quả là mức tăng hoặc giảm, chỉ tiêu thì không",
                                               "the result is a rise or a fall, the goal isn't"}
                                      : Phrase{"chỉ tiêu là mức tăng hoặc giảm, kết quả thì không",
                                               "the goal is a rise or a fall, the result isn't"});
}

/// Why two quantities can't be compared; without an obstacle when they can.
Judgement compared(const Quantity& wanted, const Quantity& value) {
  if (Judgement none = unreliable(wanted, value); none.obstacle != Obstacle::none) return none;
  if (value.measure != wanted.measure && !(is_rate(value) && is_rate(wanted))) {
    const Phrase goal_unit = unit_of(wanted), value_unit = unit_of(value);
    return unknown(Obstacle::measure, say("chỉ tiêu là {}, kết quả là {}",
                                          "the goal is {}, the result {}", goal_unit, value_unit));
  }
  if (Judgement none = other_thing(wanted, value); none.obstacle != Obstacle::none) return none;
  if (Judgement none = other_for_each(wanted, value); none.obstacle != Obstacle::none) return none;
  return other_trend(wanted, value);
}

/// Any rise or fall the goal's way is enough; of a value that is neither nobody can tell.
Judgement judge_change(const Quantity& wanted, const Quantity& value) {
  if (Judgement none = other_trend(wanted, value); none.obstacle != Obstacle::none) return none;
  if (Judgement none = other_thing(wanted, value); none.obstacle != Obstacle::none) return none;
  const bool moved = value.trend == wanted.trend && value.most > Decimal{};
  return {.outcome = moved ? Outcome::met : Outcome::not_met};
}

/// The result less the bound it has to keep.
std::optional<Ratio> distance(Comparator comparator, const Ends& goal, const Ratio& value) {
  if (comparator != Comparator::within || value < goal.least) return difference(value, goal.least);
  return value > goal.most ? difference(value, goal.most) : std::optional(Ratio{});
}

/// A limit is kept, a rank is held; only of what grows towards its goal there is a part.
std::optional<Ratio> share_of(const Goal& goal, const Ends& wanted, const Ends& reached) {
  const bool limit =
      goal.comparator == Comparator::at_most || goal.comparator == Comparator::less_than;
  if (limit || goal.quantity.measure == Measure::rank || wanted.least <= Ratio{})
    return std::nullopt;
  // What must lie between two figures and does, or lies beyond them, is no part of either.
  if (goal.comparator == Comparator::within && reached.least >= wanted.least) return std::nullopt;
  return percentage(reached.least, wanted.least);
}

Ratio without_sign(const Ratio& by) {
  return by < Ratio{} ? difference(Ratio{}, by).value_or(by) : by;
}

std::string size_of(const Ratio& by) { return in_short(without_sign(by)); }

/// How much lies between a result and its goal, and of what.
Message amount_of(const Quantity& quantity, const Ratio& by) {
  if (quantity.measure == Measure::money) {
    const std::string money = money_in_words(without_sign(by));
    return {money, money};
  }
  Message unit{quantity.noun, quantity.noun};
  if (is_rate(quantity)) unit = Phrase{"điểm phần trăm", "percentage points"};
  return say("{}{}{}", "{}{}{}", size_of(by), unit.empty() ? "" : " ", unit);
}

/// How a result lies beyond the end of a range up to which it was to get.
enum class Beyond { no, better, unclear };

/// Plans ask for `3-5 sổ`: fewer than 3 are too few. Of 6 nobody says whether they are welcome
/// unless a word does; a better rank always is.
Beyond beyond_range(const Goal& goal, const Interval& results, const Interval& goals) {
  if (goal.comparator != Comparator::within || !goal.bare || !goal.quantity.is_range)
    return Beyond::no;
  if (goal.quantity.measure == Measure::rank)
    return before(results, goals) ? Beyond::better : Beyond::no;
  return before(goals, results) ? Beyond::unclear : Beyond::no;
}

}  // namespace

Judgement judge(const Goal& goal, const Quantity& given) {
  if (goal.any_change) return judge_change(goal.quantity, given);
  const Quantity value = in_measure_of(goal.quantity, given);
  if (Judgement none = compared(goal.quantity, value); none.obstacle != Obstacle::none) return none;
  // What fell where it should grow missed its goal by whatever figure, and keeps any limit.
  if (value.trend != goal.quantity.trend) {
    const bool limit =
        goal.comparator == Comparator::at_most || goal.comparator == Comparator::less_than;
    return {.outcome = limit ? Outcome::met : Outcome::not_met};
  }
  const auto wanted = ends_of(goal.quantity), reached = ends_of(value);
  if (!wanted || !reached)
    return unknown(Obstacle::size,
                   Phrase{"số quá lớn để so sánh", "the numbers are too big to compare"});
  const Interval goals = admitted(goal.comparator, *wanted);
  const Interval results = possible(value.hedge, *reached);
  Judgement judgement;
  const Beyond beyond = beyond_range(goal, results, goals);
  if (inside(results, goals) || beyond == Beyond::better) {
    judgement.outcome = Outcome::met;
  } else if (beyond == Beyond::unclear) {
    judgement.obstacle = Obstacle::beyond;
    judgement.reason = Phrase{"vượt khoảng của chỉ tiêu, mà chỉ tiêu không nói vượt có tốt không",
                              "beyond the goal's range, which doesn't say whether more is better"};
  } else if (before(results, goals) || before(goals, results)) {
    judgement.outcome = Outcome::not_met;
  } else {
    judgement.obstacle = Obstacle::inexact;
    judgement.reason = Phrase{"kết quả không đủ chính xác để biết đạt hay chưa",
                              "the result isn't exact enough to tell whether the goal is met"};
  }
  judgement.share = share_of(goal, *wanted, *reached);
  if (value.hedge == Hedge::none && !value.is_range)
    judgement.difference = distance(goal.comparator, *wanted, reached->least);
  return judgement;
}

Comparator set_against(const Goal& a, const Goal& b) {
  const bool limit = b.comparator == Comparator::at_most || b.comparator == Comparator::less_than;
  return a.bare && limit && !a.quantity.is_range ? Comparator::at_most : a.comparator;
}

std::optional<bool> implies(const Goal& a, const Goal& b) {
  Quantity first = a.quantity;
  // `0 hộ nghèo` is none of them, whatever share that is asked of.
  if (first.measure == Measure::count && first.least == Decimal{} && first.most == Decimal{} &&
      first.trend == Trend::none && is_rate(b.quantity)) {
    first.measure = Measure::percent;
    first.noun.clear();
  }
  if (a.any_change || b.any_change)
    return b.any_change && first.trend != Trend::none && same_thing(b.quantity.noun, first.noun)
               ? std::optional(first.trend == b.quantity.trend)
               : std::nullopt;
  if (first.hedge != Hedge::none || compared(b.quantity, first).obstacle != Obstacle::none)
    return std::nullopt;
  if (first.trend != b.quantity.trend) return false;
  const auto own = ends_of(first), other = ends_of(b.quantity);
  if (!own || !other) return std::nullopt;
  return inside(admitted(set_against(a, b), *own), admitted(b.comparator, *other));
}

bool same_thing(std::string_view a, std::string_view b) {
  const auto left = words_of(a), right = words_of(b);
  const auto [at, other] = std::ranges::mismatch(left, right);
  return at == left.end() || other == right.end();
}

Message in_words(const Goal& goal, const Judgement& judgement) {
  if (!judgement.difference) return {};
  const Ratio by = *judgement.difference;
  const Quantity& quantity = goal.quantity;
  if (by == Ratio{}) {
    if (goal.comparator == Comparator::within)
      return Phrase{"trong khoảng của chỉ tiêu", "within the goal's figures"};
    if (goal.comparator == Comparator::more_than)
      return Phrase{"mới bằng mức mà chỉ tiêu đòi vượt", "just the figure that is to be exceeded"};
    if (goal.comparator == Comparator::less_than)
      return Phrase{"bằng mức mà chỉ tiêu đòi thấp hơn", "just the figure to stay below"};
    return Phrase{"đúng bằng mức chỉ tiêu", "exactly the goal's figure"};
  }
  const bool below = by < Ratio{};
  if (quantity.measure == Measure::rank) {
    const std::string amount = size_of(by);
    const char* places = amount == "1" ? "place" : "places";
    return below ? say("hơn chỉ tiêu {} hạng", "{} {} better than the goal", amount, places)
                 : say("kém chỉ tiêu {} hạng", "{} {} behind the goal", amount, places);
  }
  const Message amount = amount_of(quantity, by);
  return below ? say("thấp hơn chỉ tiêu {}", "{} below the goal", amount)
               : say("cao hơn chỉ tiêu {}", "{} above the goal", amount);
}

Message missing_in_words(const Goal& goal, const Judgement& judgement) {
  if (!judgement.difference || *judgement.difference == Ratio{}) return {};
  const Message amount = amount_of(goal.quantity, *judgement.difference);
  return *judgement.difference < Ratio{} ? say("còn thiếu {}", "{} short", amount)
                                         : say("vượt {}", "{} beyond", amount);
}

}  // namespace wardplan
