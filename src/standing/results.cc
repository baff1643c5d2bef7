#include "standing/results.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>

#include "figures/total.h"
#include "records/catalogue.h"
#include "records/targets.h"
#include "standing/occurrences.h"
#include "standing/state.h"
#include "text/utf8.h"

namespace wardplan {

namespace {

/// Puts the value of another record at the target that it is for: of several the one of its name.
void add_carried(const Row& row, const Date& day, std::vector<TargetResult>& results) {
  const CarriedValue known = carried_at(row.carried, day);
  if (known.value == nullptr) return;
  if (results.empty()) results.resize(1);
  TargetResult* result = &results.front();
  if (results.size() > 1)
    if (const Target* target = find_target(row, row.carried.target.value))
      result = &*std::ranges::find(results, target, &TargetResult::target);
  result->value = known.value;
  result->update = known.update;
  result->times = known.times;
  result->apart = known.apart;
  result->quantity = known.quantity;
  result->carried = &row.carried;
}

/// Whether each time adds to what a goal asks for: things or money, not rates.
bool adds_up(const std::optional<Goal>& goal) {
  return goal && !goal->quantity.fraction && goal->quantity.per.empty() &&
         (goal->quantity.measure == Measure::count || goal->quantity.measure == Measure::money);
}

/// The last values of times, by their numbers; one that can't be read gives nothing.
struct LastValues {
  /// Under no number what was said of all steps that were open.
  std::map<std::string, std::optional<Quantity>> by_time = {};
  /// Something was said of a step behind what was said of all: nobody knows what part that is.
  bool mixed = false;
};

LastValues last_of_times(const Row& row, const std::vector<const Update*>& entries,
                         const TargetResult& result) {
  LastValues last;
  for (const Update* update : entries)
    for (const Result& one : results_of(row, *update)) {
      const bool of_all = !update->round.given;
      if (one.target != result.target || (of_all && !speaks_of_all(row, *update))) continue;
      const std::optional<Quantity>& figure = one.value->read->value;
      last.mixed |= !of_all && last.by_time.contains("");
      last.by_time[fold(update->round.value)] =
          figure && result.goal ? in_unit_of(result.goal->quantity, *figure) : figure;
    }
  return last;
}

/// What the last values of the times give together: those of a target that each time adds to.
void add_times(const Row& row, const std::vector<const Update*>& entries, TargetResult& result) {
  if (result.goal && !result.goal->quantity.per.empty()) return;
  const auto [by_time, mixed] = last_of_times(row, entries, result);
  if (by_time.size() < 2) return;
  std::optional<Quantity> sum;
  for (const auto& [time, figure] : by_time) {
    sum = sum && figure ? total(*sum, *figure) : figure;
    if (sum && can_be_added(*sum) && !mixed) continue;
    // The last figure alone says nothing of a goal that all of them add to.
    result.apart = adds_up(result.goal) ? by_time.size() : 0;
    return;
  }
  result.quantity = sum;
  result.times = by_time.size();
}

/// Whether a goal is for each time that a row comes up: `10 cây/lần`, of what comes back each
/// quarter `2 buổi/quý`.
bool is_for_each_time(const Row& row, const std::optional<Goal>& goal) {
  if (!goal || goal->quantity.per.empty() || !comes_back(row)) return false;
  const std::string per = fold_bare(goal->quantity.per);
  if (std::ranges::any_of(std::array{"lan", "dot", "ky", "buoc"},
                          [&](const char* word) { return per == word; }))
    return true;
  const auto is_rhythm = [&](const Recurrence& each) {
    return each.every == 1 && ((each.cycle == Cycle::month && per == "thang") ||
                               (each.cycle == Cycle::quarter && per == "quy"));
  };
  return std::ranges::any_of(row.due.read->recurrences, is_rhythm);
}

/// The last value of each time by itself, in the order of the times; that of an entry that names
/// none of them comes last.
std::vector<TargetResult> each_time_by_itself(const Row& row,
                                              const std::vector<const Update*>& entries,
                                              const TargetResult& of_all) {
  const auto times = occurrences_of(row);
  std::vector<TargetResult> by_time(times.size() + 1, of_all);
  for (TargetResult& one : by_time) one.value = nullptr;
  for (std::size_t at = 0; at < times.size(); ++at) by_time[at].round = times[at].number;
  for (const Update* update : entries)
    for (const Result& result : results_of(row, *update)) {
      if (result.target != of_all.target) continue;
      const auto time = std::ranges::find(times, update->round.value, &Occurrence::number);
      TargetResult& one = by_time[static_cast<std::size_t>(time - times.begin())];
      one.value = result.value;
      one.update = update;
    }
  std::erase_if(by_time, [](const TargetResult& one) { return one.value == nullptr; });
  return by_time;
}

/// Puts the values of each time in the place of the last one, where their goal is for each.
void part_times(const Row& row, const std::vector<const Update*>& entries,
                std::vector<TargetResult>& results) {
  std::vector<TargetResult> all;
  for (TargetResult& result : results)
    if (result.value != nullptr && result.carried == nullptr && is_for_each_time(row, result.goal))
      std::ranges::move(each_time_by_itself(row, entries, result), std::back_inserter(all));
    else
      all.push_back(std::move(result));
  results = std::move(all);
}

/// The first entry of a round that gives a content its points as assessed, where none of the round
/// has a status; or null.
const Update* points_alone(const Row& row, const Date& as_of, std::string_view round) {
  if (round.empty() || row.listed == nullptr) return nullptr;
  if (!row.listed->points.given && !row.listed->weight.given) return nullptr;
  const Update* points = nullptr;
  for (const Update* entry : history_of_round(row, as_of, round)) {
    if (entry->status.given) return nullptr;
    if (points == nullptr && entry->score.given) points = entry;
  }
  return points;
}

/// The rounds that have begun by a day, the last one first.
std::vector<const Round*> rounds_begun(const Row& row, const Date& as_of) {
  std::vector<const Round*> begun;
  for (const Round& round : row.rounds)
    if (const auto& first = round.when.read->first; first && *first <= as_of)
      begun.push_back(&round);
  std::ranges::reverse(begun);
  std::ranges::stable_sort(begun, std::greater(),
                           [](const Round* round) { return *round->when.read->first; });
  return begun;
}

/// The same of the last round that has begun; while it goes on without points, of the one before.
const Update* last_points_alone(const Row& row, const Date& as_of) {
  for (const Round* round : rounds_begun(row, as_of)) {
    const Update* points = points_alone(row, as_of, round->number.value);
    const auto& last = round->when.read->last;
    if (points != nullptr || (last && *last <= as_of)) return points;
  }
  return nullptr;
}

/// Whether a time was open on one day, and its last day hasn't gone by on the other.
bool is_on_its_way(const Row& row, std::string_view round, const Date& as_of, const Date& day) {
  // Whether the ward was there on the time's day is another matter.
  for (const Standing& time : standings_at(row, nullptr, as_of))
    if (fmt::format("{}", time.occurrence) == round)
      return is_open(time.status) && time.due.deadline && day <= *time.due.deadline;
  return false;
}

void judge_result(TargetResult& result) {
  if (result.value == nullptr || result.apart > 0) return;
  if (result.times == 0) result.quantity = result.value->read->value;
  if (!result.quantity) return;
  if (result.goal) result.judgement = judge(*result.goal, *result.quantity);
  if (result.listed != nullptr && result.listed->read->value)
    result.by_listed = judge(*result.listed->read->value, *result.quantity);
}

}  // namespace

std::string said_value(const TargetResult& result) {
  return result.times > 0 ? written(*result.quantity) : result.value->value;
}

std::string said_short(const TargetResult& result) {
  return result.times > 0 ? written_short(*result.quantity) : result.value->value;
}

CarriedValue carried_at(const Carried& carried, const Date& day) {
  if (carried.item == nullptr) return {};
  CarriedValue last;
  // Of a goal for each time the last one's.
  for (const TargetResult& result : results_at(*carried.item, day))
    if (result.target == carried.measured)
      last = {result.value, result.update, result.times, result.apart, result.quantity};
  return last;
}

std::optional<Date> last_day_of_round(const Plan& plan, std::string_view round, const Date& as_of) {
  for (const Round& one : plan.rounds) {
    if (round.empty() || fold(one.number.value) != fold(round)) continue;
    const Schedule& when = *one.when.read;
    if (when.occurrences.empty()) return as_of;
    if (*when.first > as_of) return std::nullopt;
    return std::min(as_of, when.occurrences.back().last);
  }
  return as_of;
}

std::vector<TargetResult> results_of_entries(const Row& row,
                                             const std::vector<const Update*>& entries,
                                             const std::optional<Date>& carried_on) {
  std::vector<TargetResult> results;
  for (const Target& target : row.targets)
    results.push_back(
        {.target = &target, .goal = target.goal.read->value, .listed = listed_goal(row, target)});
  for (const Update* update : entries)
    for (const Result& result : results_of(row, *update)) {
      if (row.targets.empty())
        results.resize(1);
      else if (result.target == nullptr)
        continue;
      TargetResult& latest = *std::ranges::find(results, result.target, &TargetResult::target);
      latest.value = result.value;
      latest.update = update;
    }
  if (carried_on) add_carried(row, *carried_on, results);
  if (comes_back(row)) {
    for (TargetResult& result : results)
      if (result.carried == nullptr) add_times(row, entries, result);
    part_times(row, entries, results);
  }
  std::ranges::for_each(results, judge_result);
  return results;
}

std::vector<TargetResult> results_at(const Row& row, const Date& as_of) {
  return results_of_entries(row, history(row, as_of), as_of);
}

void mark_provisional(const Plan& plan, const Row& row, Status said, const Date& as_of,
                      const Date& day, std::vector<TargetResult>& results) {
  const Date end = last_of_year(plan.year.value);
  const Date due = due_at(row, day).deadline.value_or(end);
  for (TargetResult& result : results) {
    if (!result.round.empty()) {
      result.provisional = is_on_its_way(row, result.round, as_of, day);
      continue;
    }
    result.provisional = is_open(said) && said != Status::not_met && day <= due;
    result.of_year = plan.kind == RecordKind::plan && due == end;
  }
}

std::vector<TargetResult> results_by_due(const Plan& plan, const Row& row, const Date& as_of,
                                         const Date& day) {
  std::vector<TargetResult> results = results_at(row, as_of);
  const bool any = std::ranges::any_of(
      results, [](const TargetResult& result) { return result.judgement.has_value(); });
  if (any)
    mark_provisional(plan, row, standing_at(row, plan.ward, as_of).status, as_of, day, results);
  return results;
}

std::vector<const Update*> history_of_round(const Row& row, const Date& as_of,
                                            std::string_view round) {
  std::vector<const Update*> entries = history(row, as_of);
  if (!round.empty())
    std::erase_if(entries,
                  [&](const Update* entry) { return fold(entry->round.value) != fold(round); });
  return entries;
}

const Text* grade_of(const std::vector<const Update*>& entries) {
  const Text* grade = nullptr;
  for (const Update* entry : entries)
    if (entry->grade.given) grade = &entry->grade;
  return grade;
}

Judged judged_at(const Row& row, const Date& as_of, std::string_view round) {
  Judged judged;
  for (const Update* entry : history_of_round(row, as_of, round))
    if (entry->status.given) judged = {entry->status.value, entry};
  const Update* points =
      round.empty() ? last_points_alone(row, as_of) : points_alone(row, as_of, round);
  const bool is_last =
      points != nullptr && (judged.by == nullptr || points->date.value >= judged.by->date.value);
  return is_last ? Judged{Status::scored, points} : judged;
}

}  // namespace wardplan
