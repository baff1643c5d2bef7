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

}  // namespace

std::set<std::string_view> shared_addresses(const Plan& plan) {
  std::set<std::string_view> shared;
  for (const Place& place : plan.outline)
    if (place.address.ends_with("#2"))
      shared.insert(std::string_view(place.address).substr(0, place.address.size() - 2));
  return shared;
}

Item item_of(const Project& project, const Plan& plan, const StandingRow& counted,
             const Date& as_of) {
  const Row& row = plan.row(counted.row);
  return {&plan,
          &row,
          &plan.outline[counted.row],
          row.kind == RowKind::model ? &row.model : nullptr,
          project.sources[plan.file].path(),
          ward_file(project, plan),
          as_of,
          counted.standing};
}

Item item_at(const Project& project, const Plan& plan, std::size_t row, const Date& as_of,
             int soon) {
  return item_of(project, plan, {row, standing_at(plan.row(row), plan.ward, as_of, soon)}, as_of);
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
    for (const Standing& standing : standings_at(*item.row, item.plan->ward, item.as_of, soon)) {
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

std::vector<const Update*> entries_of(const Item& item) {
  const auto time = static_cast<std::size_t>(item.standing.occurrence);
  if (time == 0) return history(*item.row, item.as_of);
  return history_of(*item.row, occurrences_of(*item.row)[time - 1], item.as_of);
}

const Row* heading_of(const Item& item) {
  const RowIndex above = item.place->numbered_section;
  return above ? &item.plan->rows[*above] : nullptr;
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
