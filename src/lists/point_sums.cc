// The rows under a table of criteria with points: sums, what is taken off, and the result.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "figures/said.h"
#include "lists/points.h"
#include "text/trim.h"

namespace wardplan {
namespace {

constexpr std::array kSideKeys = {"self_score", "score"};

/// A round of the table, and what it came to.
struct RoundSums {
  std::string key;
  Scores scores;
};

/// One row under the table, whose name stands in the first column.
class SumRow {
 public:
  SumRow(Sheet& sheet, const std::string& name) : sheet_(sheet) {
    SheetRow& row = sheet_.rows.emplace_back();
    row.heading = true;
    row.cells.resize(sheet_.columns.size());
    row.cells.front() = {name};
  }

  void put(std::string_view key, Cell cell) {
    const auto column = std::ranges::find(sheet_.columns, key, &Column::key);
    if (column != sheet_.columns.end() && column != sheet_.columns.begin())
      sheet_.rows.back().cells[static_cast<std::size_t>(column - sheet_.columns.begin())] =
          std::move(cell);
  }

  /// What each side has in a round.
  template <class Figure>
  void put_sides(const RoundSums& round, Figure figure) {
    for (std::size_t side = 0; side < kSideKeys.size(); ++side)
      put(fmt::format("{}_{}", round.key, kSideKeys[side]),
          computed_cell(figure(round.scores.sides[side])));
  }

 private:
  Sheet& sheet_;
};

/// What the weights add up to, as they are written.
Cell weight_sum(const Catalogue& list) {
  const auto sum = most_weighted(list);
  if (!sum) return {};
  const bool percent = std::ranges::any_of(
      list.rows, [](const Row& row) { return row.weight.value.find('%') != std::string::npos; });
  return figure(*sum, percent ? "%" : "");
}

Cell most_sum(const Catalogue& list) {
  std::optional<Ratio> all;
  for (const Row& row : list.rows) {
    const auto points = row.is_heading() ? std::nullopt : points_in(row.points);
    if (points) all = all ? sum(*all, *points) : points;
  }
  return computed_cell(all);
}

/// `Điểm trừ: chậm báo cáo (mỗi lần 0,5 điểm)`.
std::string name_of(const Deduction& deduction) {
  const bool points = deduction.points.given;
  std::string each = with_comma(points ? deduction.points : deduction.percent);
  if (points && is_digit(each.back())) each += " điểm";
  return fmt::format("Điểm trừ: {} (mỗi lần {})", deduction.title.value, each);
}

void add_deduction(Sheet& sheet, const Deduction& deduction, const std::vector<RoundSums>& rounds) {
  SumRow row(sheet, name_of(deduction));
  for (const RoundSums& round : rounds) {
    const auto told = told_deductions(round.scores);
    const auto taken = std::ranges::find(told, &deduction, &Deducted::deduction);
    if (taken == told.end()) continue;
    const bool counted = taken->times != Ratio{};
    row.put(round.key + "_value", {counted ? fmt::format("{} lần", in_short(taken->times))
                                           : times_cell(*taken, Lang::vi).back()});
    if (!counted) continue;
    row.put_sides(round, [&](const ScoreResult& side) -> std::optional<Ratio> {
      if (!side.sum) return std::nullopt;
      return difference({}, taken_off(*taken, side.weighted.value_or(*side.sum)));
    });
  }
}

void add_results(Sheet& sheet, const std::vector<RoundSums>& rounds) {
  SumRow row(sheet, "Kết quả");
  for (const RoundSums& round : rounds) {
    row.put_sides(round, [](const ScoreResult& side) { return side.result; });
    const ScoreResult& assessed = round.scores.sides[static_cast<std::size_t>(Side::assessed)];
    Cell said;
    if (assessed.band != nullptr) said.push_back(assessed.band->name.value);
    if (const Phrase* unclear = unclear_words(round.scores))
      said.emplace_back(unclear->vi);
    else if (assessed.passed || (round.scores.group_unknown && assessed.result))
      said.emplace_back(passed_word(round.scores, Side::assessed).words.vi);
    row.put(round.key + "_value", std::move(said));
  }
}

bool has_column(const Sheet& sheet, std::string_view key) {
  return std::ranges::find(sheet.columns, key, &Column::key) != sheet.columns.end();
}

}  // namespace

void add_point_sums(Sheet& sheet, const Plan& plan, const std::optional<Date>& as_of) {
  if (plan.catalogue == nullptr || !gives_points(*plan.catalogue)) return;
  const Catalogue& list = *plan.catalogue;
  std::vector<RoundSums> rounds;
  if (as_of)
    for (const Round& round : plan.rounds)
      rounds.push_back(
          {"round_" + round.number.value, scores_at(plan, *as_of, round.number.value)});
  if (rounds.empty() && !has_column(sheet, "points") && !has_column(sheet, "weight")) return;
  SumRow row(sheet, "Cộng");
  row.put("points", most_sum(list));
  row.put("weight", weight_sum(list));
  for (const RoundSums& round : rounds)
    row.put_sides(round, [](const ScoreResult& side) { return side.sum; });
  if (has_weights(list) && !rounds.empty()) {
    SumRow weighted(sheet, "Theo trọng số");
    for (const RoundSums& round : rounds)
      weighted.put_sides(round, [](const ScoreResult& side) { return side.weighted; });
  }
  for (const Deduction& deduction : list.deductions) add_deduction(sheet, deduction, rounds);
  const bool ends = has_weights(list) || !list.deductions.empty() || !list.bands.empty() ||
                    (!rounds.empty() && has_mark(rounds.front().scores));
  if (ends && !rounds.empty()) add_results(sheet, rounds);
}

}  // namespace wardplan
