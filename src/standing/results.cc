#include "standing/results.h"

#include <algorithm>
#include <functional>
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
  for (const TargetResult& result : results_at(*carried.item, day))
    if (result.target == carried.measured)
      return {result.value, result.update, result.times, result.apart, result.quantity};
  return {};
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
  if (comes_back(row))
    for (TargetResult& result : results)
      if (result.carried == nullptr) add_times(row, entries, result);
  std::ranges::for_each(results, judge_result);
  return results;
}

std::vector<TargetResult> results_at(const Row& row, const Date& as_of) {
  return results_of_entries(row, history(row, as_of), as_of);
}

void mark_provisional(const Plan& plan, const Row& row, Status said, const Date& day,
                      std::vector<TargetResult>& results) {
  const Date end = last_of_year(plan.year.value);
  const Date due = due_at(row, day).deadline.value_or(end);
  for (TargetResult& result : results) {
    result.provisional = is_open(said) && said != Status::not_met && day <= due;
    result.of_year = plan.kind == RecordKind::plan && due == end;
  }
}

std::vector<TargetResult> results_by_due(const Plan& plan, const Row& row, const Date& as_of,
                                         const Date& day) {
  std::vector<TargetResult> results = results_at(row, as_of);
  const bool any = std::ranges::any_of(
      results, [](const TargetResult& result) { return result.judgement.has_value(); });
  if (any) mark_provisional(plan, row, standing_at(row, plan.ward, as_of).status, day, results);
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
