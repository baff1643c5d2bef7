#include "standing/scores.h"

#include <algorithm>

#include "figures/quantity.h"
#include "standing/results.h"
#include "standing/state.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::array kSides = {Side::self, Side::assessed};

std::size_t at(Side side) { return static_cast<std::size_t>(side); }

/// A figure that is exact and alone.
std::optional<Ratio> plain_figure(const WrittenQuantity& text, Measure measure) {
  if (!text.given || !text.read->value) return std::nullopt;
  const Quantity& quantity = *text.read->value;
  if (quantity.measure != measure || quantity.is_range || quantity.hedge != Hedge::none ||
      quantity.trend != Trend::none || quantity.fraction || !quantity.per.empty())
    return std::nullopt;
  return ratio_of(quantity.least);
}

/// Adds where both are known; what 64 bits don't hold stays unknown.
void add(std::optional<Ratio>& to, const std::optional<Ratio>& more) {
  if (more) to = to ? sum(*to, *more) : more;
}

/// `part` of the whole `of`, taken of `weight`.
std::optional<Ratio> weighed(const Ratio& part, const Ratio& of, const Ratio& weight) {
  if (of.numerator == 0) return std::nullopt;
  const auto share = quotient(part, of);
  return share ? product(*share, weight) : std::nullopt;
}

/// One walk over a list in one round.
struct Counting {
  const Plan& plan;
  const Date& as_of;
  std::string_view round;
  /// Where no round was asked for, a content doesn't apply that was last said not to in any.
  std::string_view applies_by;
  Scores& scores;
  /// By the list's rows: what their children's weights add up to, and what these give.
  std::vector<std::optional<Ratio>> weights = {};
  std::vector<BySide<std::optional<Ratio>>> below = {};

  void count_content(RowPoints& counted) {
    const auto most = most_of(*counted.listed);
    if (!most) return;
    const bool aside = counted.row != nullptr &&
                       judged_at(*counted.row, as_of, applies_by).status == Status::not_applicable;
    if (aside) return;
    counted.most = *most;
    counted.asked = 1;
    if (counted.row == nullptr) return;
    for (const Side side : kSides) {
      const Update* by = scored_by(*counted.row, side, as_of, round);
      if (by == nullptr) continue;
      counted.points[at(side)] = points_in(score_of(*by, side));
      counted.scored[at(side)] = counted.points[at(side)] ? 1 : 0;
    }
  }

  /// Gives a row its weighted result, once all below it have theirs.
  void weigh(std::size_t row) {
    RowPoints& counted = scores.rows[row];
    const auto weight = weight_in(counted.listed->weight);
    for (const Side side : kSides) {
      auto& weighted = counted.weighted[at(side)];
      const auto& children = below[row][at(side)];
      if (!weight)
        weighted = children;
      else if (weights[row] && children)
        weighted = weighed(*children, *weights[row], *weight);
      else if (counted.points[at(side)])
        weighted = weighed(*counted.points[at(side)], counted.most, *weight);
    }
  }

  void pass_up(std::size_t row, std::size_t section) {
    const RowPoints& counted = scores.rows[row];
    RowPoints& above = scores.rows[section];
    above.most = sum(above.most, counted.most).value_or(above.most);
    above.asked += counted.asked;
    // What doesn't apply takes its weight along.
    if (counted.asked > 0)
      add(weights[section],
          counted.listed->weight.given ? weight_in(counted.listed->weight) : weights[row]);
    for (const Side side : kSides) {
      above.scored[at(side)] += counted.scored[at(side)];
      add(above.points[at(side)], counted.points[at(side)]);
      add(below[section][at(side)], counted.weighted[at(side)]);
    }
  }

  void pass_to_whole(const RowPoints& counted) {
    scores.most = sum(scores.most, counted.most).value_or(scores.most);
    scores.asked += counted.asked;
    for (const Side side : kSides) {
      scores.scored[at(side)] += counted.scored[at(side)];
      add(scores.sides[at(side)].sum, counted.points[at(side)]);
      add(scores.sides[at(side)].weighted, counted.weighted[at(side)]);
    }
  }

  /// Rows stand behind their sections, so that a walk from the end meets the lower levels first.
  void go() {
    const Catalogue& list = *plan.catalogue;
    weights.resize(list.rows.size());
    below.resize(list.rows.size());
    for (std::size_t row = list.rows.size(); row-- > 0;) {
      RowPoints& counted = scores.rows[row];
      if (!counted.listed->is_heading()) count_content(counted);
      weigh(row);
      if (const RowIndex section = list.outline[row].section)
        pass_up(row, *section);
      else
        pass_to_whole(counted);
    }
  }
};

/// The last round in which points were given by a day: as assessed, or where nobody has assessed
/// anything yet by the ward itself. What a ward gives itself next undoes nothing.
std::string last_scored_round(const Plan& plan, const Date& as_of) {
  for (const Side side : {Side::assessed, Side::self})
    for (auto round = plan.rounds.rbegin(); round != plan.rounds.rend(); ++round)
      for (const Row& row : plan.rows)
        if (row.listed != nullptr && scored_by(row, side, as_of, round->number.value) != nullptr)
          return round->number.value;
  return {};
}

void add_deducted(const Plan& plan, const Date& as_of, Scores& scores) {
  for (const Row& row : plan.rows) {
    if (row.deduction == nullptr) continue;
    Deducted deducted{row.deduction, nullptr, {}};
    const Update* unclear = nullptr;
    for (const Update* entry : history_of_round(row, as_of, scores.round)) {
      if (!entry->value.given) continue;
      const auto times = times_in(entry->value);
      unclear = times && times->numerator >= 0 ? nullptr : entry;
      if (unclear == nullptr) deducted = {row.deduction, entry, *times};
    }
    if (unclear != nullptr)
      scores.unclear.push_back({row.deduction, unclear, {}});
    else if (deducted.by != nullptr && deducted.times.numerator > 0)
      scores.deducted.push_back(deducted);
  }
}

void settle(const Plan& plan, Side side, Scores& scores) {
  ScoreResult& result = scores.sides[at(side)];
  // Of what would be left, and what that is called, nothing is known either.
  if (!result.sum || !scores.unclear.empty()) return;
  const Ratio before = result.weighted.value_or(*result.sum);
  for (const Deducted& deducted : scores.deducted)
    result.off = sum(result.off, taken_off(deducted, before)).value_or(result.off);
  result.result = std::max(difference(before, result.off).value_or(Ratio{}), Ratio{});
  if (scores.scored[at(side)] < scores.asked) return;
  std::optional<Ratio> reached;
  for (const Band& band : plan.catalogue->bands) {
    const auto from = points_in(band.from);
    if (!from || *from > *result.result || (reached && *from <= *reached)) continue;
    reached = from;
    result.band = &band;
  }
  if (scores.pass == nullptr) return;
  if (const auto mark = points_in(*scores.pass)) result.passed = *result.result >= *mark;
}

bool is_same(std::string_view noun, std::string_view word) { return fold_bare(noun) == word; }

}  // namespace

std::optional<Ratio> points_in(const WrittenQuantity& text) {
  const auto figure = plain_figure(text, Measure::count);
  if (!figure) return std::nullopt;
  const std::string& noun = text.read->value->noun;
  return noun.empty() || is_same(noun, "diem") ? figure : std::nullopt;
}

std::optional<Ratio> weight_in(const WrittenQuantity& text) {
  const auto rate = plain_figure(text, Measure::percent);
  if (rate) return rate;
  const auto figure = plain_figure(text, Measure::count);
  return figure && text.read->value->noun.empty() ? figure : std::nullopt;
}

std::optional<Ratio> times_in(const WrittenQuantity& text) {
  const auto figure = plain_figure(text, Measure::count);
  return figure && !is_same(text.read->value->noun, "diem") ? figure : std::nullopt;
}

bool gives_points(const Catalogue& list) {
  return std::ranges::any_of(
      list.rows, [](const Row& row) { return !row.is_heading() && most_of(row).has_value(); });
}

std::optional<Ratio> most_of(const Row& listed) {
  if (listed.points.given) return points_in(listed.points);
  return listed.weight.given ? std::optional(Ratio{100, 1}) : std::nullopt;
}

bool has_weights(const Catalogue& list) {
  return std::ranges::any_of(list.rows, [](const Row& row) { return row.weight.given; });
}

std::optional<Ratio> most_weighted(const Catalogue& list) {
  if (!has_weights(list)) return std::nullopt;
  std::vector<std::optional<Ratio>> below(list.rows.size() + 1);
  for (std::size_t row = list.rows.size(); row-- > 0;) {
    const WrittenQuantity& weight = list.rows[row].weight;
    add(below[list.outline[row].section.value_or(list.rows.size())],
        weight.given ? weight_in(weight) : below[row]);
  }
  return below.back();
}

const WrittenQuantity& score_of(const Update& update, Side side) {
  return side == Side::self ? update.self_score : update.score;
}

const Update* scored_by(const Row& row, Side side, const Date& as_of, std::string_view round) {
  const Update* by = nullptr;
  for (const Update* entry : history_of_round(row, as_of, round))
    if (score_of(*entry, side).given) by = entry;
  return by;
}

Ratio taken_off(const Deducted& deducted, const Ratio& result) {
  const auto points = points_in(deducted.deduction->points);
  if (points) return product(*points, deducted.times).value_or(Ratio{});
  const auto percent = weight_in(deducted.deduction->percent);
  const auto share = percent ? product(*percent, deducted.times) : std::nullopt;
  return share ? weighed(result, {100, 1}, *share).value_or(Ratio{}) : Ratio{};
}

bool lacks_group(const Plan& plan) {
  return plan.catalogue != nullptr && !plan.catalogue->groups.empty() && plan.ward_group == nullptr;
}

const WrittenQuantity* pass_mark(const Plan& plan) {
  if (plan.ward_group != nullptr && plan.ward_group->pass.given) return &plan.ward_group->pass;
  return plan.catalogue->pass.given ? &plan.catalogue->pass : nullptr;
}

Scores scores_at(const Plan& plan, const Date& as_of, std::string_view round) {
  Scores scores;
  if (plan.catalogue == nullptr || !gives_points(*plan.catalogue)) return scores;
  scores.round = round.empty() ? last_scored_round(plan, as_of) : std::string(round);
  scores.pass = pass_mark(plan);
  const auto has_own = [](const WardGroup& group) { return group.pass.given; };
  if (lacks_group(plan) && std::ranges::any_of(plan.catalogue->groups, has_own)) {
    scores.group_unknown = true;
    scores.pass = nullptr;
  }
  for (const Row& listed : plan.catalogue->rows) scores.rows.push_back({.listed = &listed});
  for (const Row& row : plan.rows)
    if (row.listed != nullptr && scores.rows[row.listed->at].row == nullptr)
      scores.rows[row.listed->at].row = &row;
  // No round has the empty name: without points nothing is counted.
  const std::string none = "\x1F";
  Counting{plan, as_of, scores.round.empty() ? std::string_view(none) : scores.round, round, scores}
      .go();
  if (!scores.round.empty()) add_deducted(plan, as_of, scores);
  for (const Side side : kSides) settle(plan, side, scores);
  return scores;
}

}  // namespace wardplan
