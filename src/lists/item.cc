#include "lists/item.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "records/register.h"
#include "records/steps.h"
#include "standing/results.h"

namespace wardplan {
namespace {

template <class Entry>
Cell names_in(const std::vector<Name>& names, const std::vector<Entry>* entries) {
  Cell cell;
  for (const Name& name : names) {
    const bool known = entries != nullptr && name.index;
    cell.push_back(known ? (*entries)[*name.index].name.value : name.as.value);
  }
  return cell;
}

template <class Entry>
Cell ids_in(const std::vector<Name>& names, const std::vector<Entry>* entries) {
  Cell ids;
  for (const Name& name : names)
    if (entries != nullptr && name.index) ids.push_back((*entries)[*name.index].id.value);
  return ids;
}

Cell person_ids(const std::vector<Name>& names, const Ward* ward) {
  return ids_in(names, ward == nullptr ? nullptr : &ward->people);
}

Cell unit_ids(const std::vector<Name>& names, const Ward* ward) {
  return ids_in(names, ward == nullptr ? nullptr : &ward->units);
}

/// A cell of those whose the work is on an item's day, of those that its row names in a column.
template <class CellOf>
Cell now(const Item& item, std::vector<Name> Row::*column, const RegisterPart& part,
         CellOf cell_of) {
  const Ward* ward = item.plan->ward;
  const std::vector<Name>& named = names_of(*item.row, column);
  // Most registers have no days, and then nothing is copied.
  if (ward == nullptr || (ward->*part.words).days.empty()) return cell_of(named, ward);
  return cell_of(names_on(named, ward, part, item.as_of), ward);
}

/// Adds those whose work in a column is others' now.
void add_former(const Item& item, std::vector<Name> Row::*column, const RegisterPart& part,
                Cell& former) {
  const Ward* ward = item.plan->ward;
  if (ward == nullptr || (ward->*part.words).days.empty()) return;
  const std::vector<Registered>& entries = ward->*part.entries;
  for (const Name& name : names_of(*item.row, column)) {
    if (!name.index) continue;
    const auto now = in_charge(entries, *name.index, item.as_of);
    const std::string& called = entries[*name.index].name.value;
    if (std::ranges::find(now, *name.index) == now.end() &&
        std::ranges::find(former, called) == former.end())
      former.push_back(called);
  }
}

/// The addresses that several rows of a plan have.
std::set<std::string_view> shared_addresses(const Plan& plan) {
  std::set<std::string_view> shared;
  for (const Place& place : plan.outline)
    if (place.address.ends_with("#2"))
      shared.insert(std::string_view(place.address).substr(0, place.address.size() - 2));
  return shared;
}

/// `theo 2026-chu-de.yaml, I.2.4.1`: where a figure of another record stands.
Message source_of(const Carried& carried) {
  return say("theo {}, {}", "from {}, {}", carried.plan.value, carried.row.value);
}

std::string in_words(const TargetResult& result, Lang lang) {
  std::string text = value_in_words(result, lang);
  if (result.target != nullptr && result.target->name.given)
    text = fmt::format("{}: {}", result.target->name.value, text);
  const Message judged = judged_in_words(result);
  return judged.empty() ? text : fmt::format("{} ({})", text, judged.in(lang));
}

bool is_limit(const Goal& goal) {
  return goal.comparator == Comparator::at_most || goal.comparator == Comparator::less_than;
}

/// `≈53,33% chỉ tiêu năm`.
Message share_in_words(const TargetResult& result) {
  const std::string share = vietnamese(*result.judgement->share);
  return result.of_year ? say("{}% chỉ tiêu năm", "{}% of the year's target", share)
                        : say("{}% chỉ tiêu", "{}% of the target", share);
}

Message apart_in_words(const TargetResult& result) {
  const Judgement& judgement = *result.judgement;
  if (!judgement.reason.empty()) return judgement.reason;
  const Message missing = missing_in_words(*result.goal, judgement);
  if (!judgement.share || missing.empty()) return in_words(*result.goal, judgement);
  return say("{}, {}", "{}, {}", share_in_words(result), missing);
}

Cell values_in_words(const std::vector<TargetResult>& results, Lang lang) {
  Cell cell;
  for (const TargetResult& result : results)
    if (result.value != nullptr) cell.push_back(in_words(result, lang));
  return cell;
}

}  // namespace

std::string goal_in_words(const Row& row, const Target& target, Lang lang) {
  const std::string& own = target.goal.value;
  if (!is_own(row, target)) return own;
  const std::string of_ward = say("(phường: {})", "(ward: {})", own).in(lang);
  const WrittenGoal* listed = listed_goal(row, target);
  if (listed == nullptr) return of_ward;
  const auto &goal = target.goal.read->value, &least = listed->read->value;
  const bool same = goal && least && implies(*goal, *least).value_or(false) &&
                    implies(*least, *goal).value_or(false);
  return same ? listed->value : fmt::format("{} {}", listed->value, of_ward);
}

std::string goal_with_name(const Row& row, const Target& target, Lang lang) {
  const std::string name = target.name.given ? target.name.value + " " : "";
  return name + goal_in_words(row, target, lang);
}

Cell goals_in_words(const Row& row, Lang lang) {
  Cell goals;
  for (const Target& target : row.targets)
    if (target.goal.given) goals.push_back(goal_with_name(row, target, lang));
  return goals;
}

std::string value_in_words(const TargetResult& result, Lang lang) {
  std::string value = said_value(result);
  if (result.times > 0) value += say(" (cộng {} lần)", " (of {} times)", result.times).in(lang);
  if (result.apart > 0)
    value += say(" (lần cuối; {} lần không cộng được)", " (the last; {} times can't be added)",
                 result.apart)
                 .in(lang);
  if (result.carried == nullptr) return value;
  return fmt::format("{} [{}]", value, source_of(*result.carried).in(lang));
}

Message comment_on(const TargetResult& result) {
  const Judgement& judgement = *result.judgement;
  Message by = apart_in_words(result);
  if (judgement.outcome != Outcome::not_met || !result.by_listed ||
      result.by_listed->outcome != Outcome::met)
    return by;
  const Message meets = say("đạt ngưỡng {}", "meets the threshold {}", result.listed->value);
  return by.empty() ? meets : with_hint(std::move(by), meets);
}

CodedWord judged_word(const TargetResult& result) {
  const Outcome outcome = result.judgement->outcome;
  const CodedWord& word = outcome_word(outcome);
  if (!result.provisional || outcome == Outcome::unknown) return word;
  if (outcome == Outcome::not_met) return {"not-due", {"chưa đến hạn", "not due yet"}};
  // What grows stays beyond its goal; what has to stay below a limit may still pass it.
  return is_limit(*result.goal) ? CodedWord{word.token, {"đến nay đạt", "met so far"}} : word;
}

Message judged_in_words(const TargetResult& result) {
  if (!result.judgement || result.judgement->outcome == Outcome::unknown) return {};
  const Message by = comment_on(result);
  const Phrase outcome = judged_word(result).words;
  if (by.empty()) return outcome;
  const bool on_its_way = result.provisional && result.judgement->outcome == Outcome::not_met;
  return on_its_way ? by : say("{}, {}", "{}, {}", outcome, by);
}

std::string_view without_judgement(std::string_view text) {
  const std::size_t at = text.rfind(" (");
  if (!text.ends_with(')') || at == std::string_view::npos) return text;
  const std::string_view judged = text.substr(at + 2, text.size() - at - 3);
  static constexpr std::string_view kBegins[] = {
      "đạt", "đến nay đạt", "chưa đạt", "chưa rõ", "chưa đến hạn",
      "met", "met so far",  "not met",  "unknown", "not due yet"};
  static constexpr std::string_view kSays[] = {" chỉ tiêu", " target", " goal"};
  const auto begins = [&](std::string_view word) {
    return judged == word ||
           (judged.starts_with(word) && judged.substr(word.size()).starts_with(", "));
  };
  const auto says_it = [&](std::string_view word) {
    return judged.find(word) != std::string_view::npos;
  };
  return std::ranges::any_of(kBegins, begins) || std::ranges::any_of(kSays, says_it)
             ? text.substr(0, at)
             : text;
}

Item item_of(const Project& project, const Plan& plan, const StandingRow& counted,
             const Date& as_of) {
  const Row& row = plan.row(counted.row);
  return {&plan,
          &row,
          &plan.outline[counted.row],
          row.kind == RowKind::model ? &row.model : nullptr,
          project.sources[plan.file].path(),
          as_of,
          counted.standing};
}

Item item_at(const Project& project, const Plan& plan, std::size_t row, const Date& as_of,
             int soon) {
  return item_of(project, plan, {row, standing_at(plan.row(row), as_of, soon)}, as_of);
}

std::string address_of(const Item& item) {
  const std::string& address = item.place->address;
  const auto has_another = [&] {
    const std::vector<Place>& places = item.plan->outline;
    return std::ranges::find(places, address + "#2", &Place::address) != places.end();
  };
  const bool first = item.first_of_equals ? *item.first_of_equals : has_another();
  return first ? address + "#1" : address;
}

std::vector<Item> each_time(const std::vector<Item>& items, int soon) {
  std::vector<Item> times;
  for (const Item& item : items)
    for (const Standing& standing : standings_at(*item.row, item.as_of, soon)) {
      times.push_back(item);
      times.back().standing = standing;
    }
  return times;
}

std::vector<Item> items_of(const Project& project, const Report& report, const Date& as_of,
                           int soon) {
  std::vector<Item> items;
  for (const Plan& plan : project.plans) {
    if (!is_sound(plan, report)) continue;
    const auto shared = shared_addresses(plan);
    for (std::size_t row = 0; row < plan.row_count(); ++row) {
      if (!is_listed(plan.row(row))) continue;
      items.push_back(item_at(project, plan, row, as_of, soon));
      items.back().first_of_equals = shared.contains(plan.outline[row].address);
    }
  }
  return items;
}

std::string title_of(const Item& item, Lang lang) {
  std::string title = item.row->text().value;
  if (item.model != nullptr && item.model->sample.given && item.model->sample.value)
    title += fmt::format(" ({})", Phrase{"ví dụ", "sample"}.in(lang));
  const Message time = time_in_words(item.standing);
  return time.empty() ? title : fmt::format("{} ({})", title, time.in(lang));
}

const std::string& ward_name(const Plan& plan) {
  const Ward* ward = plan.ward;
  return ward != nullptr && ward->name.given ? ward->name.value : plan.ward_id.value;
}

Cell people_in_full(const std::vector<Name>& names, const Ward* ward) {
  Cell cell;
  for (const Name& name : names) {
    if (ward == nullptr || !name.index) {
      cell.push_back(name.as.value);
      continue;
    }
    const Registered& person = ward->people[*name.index];
    std::string text = ward->honorific.given ? ward->honorific.value + " " : "";
    text += person.name.value;
    if (person.role.given) text += " – " + person.role.value;
    cell.push_back(std::move(text));
  }
  return cell;
}

Cell people_by_name(const std::vector<Name>& names, const Ward* ward) {
  return names_in(names, ward == nullptr ? nullptr : &ward->people);
}

Cell unit_names(const std::vector<Name>& names, const Ward* ward) {
  return names_in(names, ward == nullptr ? nullptr : &ward->units);
}

Item as_held(Item item) {
  // Who made it late stays the one, whoever gets it done.
  for (const auto& day : {item.standing.done_on, item.standing.due.deadline})
    if (day) item.as_of = std::min(item.as_of, *day);
  return item;
}

Cell leader_names(const Item& item) { return now(item, &Row::leader, kPeople, people_by_name); }

Cell lead_names(const Item& item) { return now(item, &Row::lead, kUnits, unit_names); }

Cell leaders_in_full(const Item& item) { return now(item, &Row::leader, kPeople, people_in_full); }

Cell former_names(const Item& item) {
  Cell former;
  add_former(item, &Row::leader, kPeople, former);
  add_former(item, &Row::lead, kUnits, former);
  add_former(item, &Row::support, kUnits, former);
  return former;
}

Cell doer_names(const Item& item) {
  const bool of_person = item.row->kind == RowKind::report_day && item.row->lead.empty();
  return of_person ? leader_names(item) : lead_names(item);
}

Cell support_names(const Item& item) { return now(item, &Row::support, kUnits, unit_names); }

Cell leader_ids(const Item& item) { return now(item, &Row::leader, kPeople, person_ids); }

Cell lead_ids(const Item& item) { return now(item, &Row::lead, kUnits, unit_ids); }

Cell support_ids(const Item& item) { return now(item, &Row::support, kUnits, unit_ids); }

Facts register_ids(const Row& row, const Ward* ward) {
  return {{"leader_ids", person_ids(row.leader, ward)},
          {"lead_ids", unit_ids(row.lead, ward)},
          {"support_ids", unit_ids(row.support, ward)}};
}

Cell field_names(const std::vector<Name>& names, const Movement& movement) {
  return names_in(names, &movement.fields);
}

Cell level_names(const std::vector<Name>& names, const Movement& movement) {
  return names_in(names, &movement.levels);
}

Cell results_in_words(const Plan& plan, const Row& row, const Date& as_of, Lang lang) {
  return values_in_words(results_by_due(plan, row, as_of, as_of), lang);
}

std::vector<const Update*> entries_of(const Item& item) {
  const auto time = static_cast<std::size_t>(item.standing.occurrence);
  if (time == 0) return history(*item.row, item.as_of);
  return history_of(*item.row, occurrences_of(*item.row)[time - 1], item.as_of);
}

Cell results_of_time(const Item& item, Lang lang) {
  if (item.standing.occurrences == 0)
    return results_in_words(*item.plan, *item.row, item.as_of, lang);
  auto results = results_of_entries(*item.row, entries_of(item));
  // What is to be reached may be of the whole year.
  const Status said = standing_at(*item.row, item.as_of).status;
  mark_provisional(*item.plan, *item.row, said, item.as_of, results);
  return values_in_words(results, lang);
}

Cell values_of_round(const Plan& plan, const ContentVerdict& content, const Date& as_of,
                     std::string_view round, Lang lang) {
  if (content.row == nullptr) return {};
  const Row& row = *content.row;
  auto results = results_of_entries(row, history_of_round(row, as_of, round),
                                    last_day_of_round(plan, round, as_of));
  mark_provisional(plan, row, content.judged.status, as_of, results);
  return values_in_words(results, lang);
}

const Row* heading_of(const Item& item) {
  const RowIndex above = item.place->numbered_section;
  return above ? &item.plan->rows[*above] : nullptr;
}

const CodedWord& outcome_word(Outcome outcome) {
  static constexpr CodedWord kWords[] = {{"met", {"đạt", "met"}},
                                         {"not-met", {"chưa đạt", "not met"}},
                                         {"unknown", {"chưa rõ", "unknown"}}};
  return kWords[static_cast<std::size_t>(outcome)];
}

Tone tone_of(const Standing& standing) {
  switch (bucket_of(standing)) {
    case Bucket::overdue:
    case Bucket::done_late:
      return Tone::late;
    case Bucket::done:
      return Tone::done;
    case Bucket::open:
      return standing.state == State::due_soon ? Tone::soon : Tone::plain;
    case Bucket::aside:
      break;
  }
  return Tone::plain;
}

Tone tone_of(Status status) {
  if (status == Status::met || status == Status::scored) return Tone::done;
  return status == Status::not_met ? Tone::late : Tone::plain;
}

}  // namespace wardplan
