#include "records/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "figures/numerals.h"
#include "records/readings.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// How a number is written without the habits of writing.
std::string key_of(const Row& row) {
  const std::string number = number_text(parse_row_number(row.number.value));
  return fold(number.empty() ? row.number.value : number);
}

/// A text of the list at the row that stands for it; the ward's own wording before the list's.
Text listed_text(const Text& text, const Row& row) {
  if (!text.given) return {};
  return row.wording.given ? row.wording : Text{text.value, row.number.span, true};
}

/// `>= 73,8 triệu đồng`: the list's comparison with the figure that the row gives.
Target compared(const Target& threshold, const Reference& reference, Readings& readings) {
  Target target = threshold;
  target.goal = {
      {threshold.compare.value + " " + reference.value.value, reference.value.span, true}};
  read_text(target.goal, readings);
  return target;
}

/// The list's thresholds as they hold for a row.
std::vector<Target> thresholds_of(const Row& row, Readings& readings) {
  std::vector<Target> thresholds;
  for (const Target* threshold : row.asked) {
    if (threshold->goal.given)
      thresholds.push_back(*threshold);
    else if (row.reference.value.given)
      thresholds.push_back(compared(*threshold, row.reference, readings));
  }
  return thresholds;
}

/// The thresholds that the ward has no target of its own for.
void add_thresholds(Row& row) {
  // Several without a name could not be told apart: then the ward's own are what counts.
  if (!row.targets.empty() && row.asked.size() == 1) return;
  std::vector<Target> more = row.thresholds;
  std::erase_if(more, [&](const Target& threshold) {
    return std::ranges::any_of(row.targets, [&](const Target& target) {
      const Target* answered = find_threshold(row, target);
      return answered != nullptr && answered->span == threshold.span;
    });
  });
  row.targets.insert(row.targets.end(), more.begin(), more.end());
}

/// A bare target of the ward's goes the way of the limit that it answers to: `12%` of `≤ 15%`.
void turn_to_limits(Row& row, Readings& readings) {
  for (Target& target : row.targets) {
    const Target* threshold = find_threshold(row, target);
    if (threshold == nullptr) continue;
    const auto& own = target.goal.read->value;
    const auto& limit = threshold->goal.read->value;
    if (!own || !limit || set_against(*own, *limit) == own->comparator) continue;
    WrittenGoal turned = target.goal;
    turned.value = "≤ " + turned.value;
    read_text(turned, readings);
    target.goal.read = turned.read;
  }
}

void link_content(const Plan& plan, const Row& listed, Row& row, Readings& readings) {
  row.kind = listed.kind;
  row.listed = &listed;
  row.rounds = plan.rounds;
  row.heading = listed_text(listed.heading, row);
  row.title = listed_text(listed.title, row);
  row.declares = listed.declares;
  row.measured = listed.measured;
  for (const Target& threshold : listed.targets)
    if (holds_for(plan, threshold)) row.asked.push_back(&threshold);
  row.thresholds = thresholds_of(row, readings);
  turn_to_limits(row, readings);
  add_thresholds(row);
}

void link_condition(const Condition& condition, Row& row) {
  row.kind = RowKind::condition;
  row.condition = &condition;
  row.title = listed_text(condition.title, row);
  if (row.targets.empty()) row.targets.push_back({.goal = condition.goal, .span = condition.span});
}

void link_deduction(const Deduction& deduction, Row& row) {
  row.kind = RowKind::condition;
  row.deduction = &deduction;
  row.title = listed_text(deduction.title, row);
}

/// Of the list's groups of wards the one of this id, or null.
const WardGroup* group_of(const Catalogue& list, const Text& id) {
  for (const WardGroup& group : list.groups)
    if (id.given && fold(group.id.value) == fold(id.value)) return &group;
  return nullptr;
}

/// The day that decides which of several lists a record goes by.
Date day_of(const Plan& plan) {
  for (auto round = plan.rounds.rbegin(); round != plan.rounds.rend(); ++round)
    if (!round->when.read->occurrences.empty()) return round->when.read->occurrences.back().last;
  return last_of_year(plan.year.value);
}

/// Where the rows of criteria stand: as their list has it, whatever their own order.
std::vector<Place> outline_by(const Catalogue& list, const std::vector<Row>& rows) {
  std::vector<RowIndex> row_of(list.rows.size());
  for (const Row& row : rows)
    if (row.listed != nullptr && !row_of[row.listed->at]) row_of[row.listed->at] = row.at;
  const auto own = [&](RowIndex listed) { return listed ? row_of[*listed] : RowIndex(); };
  std::vector<Place> outline(rows.size());
  std::unordered_map<std::string, int> met;
  met.reserve(rows.size());
  for (std::size_t at = 0; at < rows.size(); ++at) {
    Place& place = outline[at];
    place.address = rows[at].number.given ? rows[at].number.value : fmt::format("?{}", at + 1);
    if (rows[at].listed != nullptr) {
      place = list.outline[rows[at].listed->at];
      place.part = own(place.part);
      place.section = own(place.section);
      place.numbered_section = own(place.numbered_section);
    }
    if (const int times = ++met[place.address]; times > 1)
      place.address += fmt::format("#{}", times);
  }
  return outline;
}

}  // namespace

bool is_own(const Row& row, const Target& target) {
  if (row.deduction != nullptr) return true;
  if (row.listed != nullptr) return target.span.file != row.listed->span.file;
  return row.condition != nullptr && target.span.file != row.condition->span.file;
}

const Target* find_threshold(const Row& row, const Target& target) {
  for (const Target& threshold : row.thresholds)
    if (target.name.given && threshold.name.given &&
        fold_tones(threshold.name.value) == fold_tones(target.name.value))
      return &threshold;
  const bool only = row.thresholds.size() == 1 && row.asked.size() == 1;
  return only && row.targets.size() == 1 ? &row.thresholds.front() : nullptr;
}

const WrittenGoal* listed_goal(const Row& row, const Target& target) {
  if (!is_own(row, target)) return nullptr;
  if (row.condition != nullptr) return &row.condition->goal;
  const Target* threshold = find_threshold(row, target);
  return threshold == nullptr ? nullptr : &threshold->goal;
}

void index_catalogue(Catalogue& list) {
  std::unordered_map<std::string, const Row*> numbers;
  for (const Row& row : list.rows) {
    const Place& place = list.outline[row.at];
    list.listed.emplace(fold(place.address), &row);
    const auto [known, fresh] = numbers.emplace(fold(number_text(place.number)), &row);
    if (!fresh) known->second = nullptr;
  }
  // A number alone names the row that has it where only one does.
  for (const auto& [number, row] : numbers)
    if (!number.empty() && row != nullptr) list.listed.emplace(number, row);
  for (const Condition& condition : list.conditions)
    if (condition.id.given && !condition.counts.given)
      list.conditions_by_id.emplace(fold(condition.id.value), &condition);
  for (const Deduction& deduction : list.deductions)
    if (deduction.id.given) list.deductions_by_id.emplace(fold(deduction.id.value), &deduction);
}

bool is_in_force(const Catalogue& list, const Date& first, const Date& last) {
  return (!list.from.given || list.from.value <= last) &&
         (!list.until.given || list.until.value >= first);
}

bool add_time(Catalogue& first, Catalogue& further) {
  const Date begin = further.from.given ? further.from.value : first_of_year(kFirstYear);
  const Date end = further.until.given ? further.until.value : last_of_year(kLastYear);
  Catalogue* last = &first;
  for (Catalogue* list = &first; list != nullptr; last = list, list = list->other_time)
    if (is_in_force(*list, begin, end)) return false;
  last->other_time = &further;
  return true;
}

Catalogue& list_of_day(Catalogue& first, const Plan& plan) {
  if (first.other_time == nullptr || !plan.year.given) return first;
  const Date day = day_of(plan);
  for (Catalogue* list = &first; list != nullptr; list = list->other_time)
    if (is_in_force(*list, day, day)) return *list;
  for (Catalogue* list = &first; list != nullptr; list = list->other_time)
    if (is_in_force(*list, first_of_year(plan.year.value), last_of_year(plan.year.value)))
      return *list;
  return first;
}

bool holds_for(const Plan& plan, const Target& threshold) {
  return !threshold.group.given ||
         (plan.group.given && fold(plan.group.value) == fold(threshold.group.value));
}

Row as_asked(const Row& listed, const Plan& plan) {
  Row row = listed;
  std::erase_if(row.targets, [&](const Target& target) { return !holds_for(plan, target); });
  return row;
}

void link_catalogue(Plan& plan, Readings& readings) {
  if (plan.catalogue == nullptr) return;
  const Catalogue& list = *plan.catalogue;
  plan.ward_group = group_of(list, plan.group);
  for (Row& row : plan.rows) {
    if (!row.number.given) continue;
    if (const auto content = list.listed.find(key_of(row)); content != list.listed.end())
      link_content(plan, *content->second, row, readings);
    else if (const auto condition = list.conditions_by_id.find(fold(row.number.value));
             condition != list.conditions_by_id.end())
      link_condition(*condition->second, row);
    else if (const auto deduction = list.deductions_by_id.find(fold(row.number.value));
             deduction != list.deductions_by_id.end())
      link_deduction(*deduction->second, row);
  }
  plan.outline = outline_by(list, plan.rows);
  add_id_places(plan.dates, plan.outline);
}

}  // namespace wardplan
