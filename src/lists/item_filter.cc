#include "lists/item.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "disk/files.h"
#include "records/register.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Throws `Failure`: nothing that was read is called so, with the nearest word that is known.
[[noreturn]] void unknown(Phrase what, const std::string& word,
                          const std::vector<std::string>& known) {
  throw Failure(with_hint(say("không có {} `{}`", "there is no {} `{}`", what, word),
                          offer_nearest(word, known)));
}

void keep(std::vector<Item>& items, const std::function<bool(const Item&)>& test) {
  std::erase_if(items, [&](const Item& item) { return !test(item); });
}

std::vector<const Plan*> plans_of(const std::vector<Item>& items) {
  std::vector<const Plan*> plans;
  for (const Item& item : items)
    if (plans.empty() || plans.back() != item.plan) plans.push_back(item.plan);
  return plans;
}

/// What an item can be found by: spellings of one thing, such as the id and the name of a field.
using Spellings = std::vector<std::string>;

/// Whether a text has a part, which is in small letters without marks.
bool has_part(std::string_view text, const std::string& bare) {
  return fold_bare(text).find(bare) != std::string::npos;
}

/// The things that are so called, or else all that have the word in their last spelling.
std::set<Spellings> meant_by(const std::string& word, const std::set<Spellings>& things) {
  const std::string bare = fold_bare(word);
  std::set<Spellings> exact, partly;
  for (const Spellings& thing : things) {
    for (const std::string& spelling : thing)
      if (fold_bare(spelling) == bare) exact.insert(thing);
    if (has_part(thing.back(), bare)) partly.insert(thing);
  }
  return exact.empty() ? partly : exact;
}

// People and units of the register.

/// Entries of a register that a word means: the one it names, or else all that have it in their
/// name.
std::set<std::size_t> meant_by(const std::string& word, const Ward& ward,
                               const RegisterPart& part) {
  if (const auto exact = find_entry(ward.*part.words, word)) return {*exact};
  const std::vector<Registered>& entries = ward.*part.entries;
  std::set<std::size_t> meant;
  for (std::size_t at = 0; at < entries.size(); ++at)
    if (has_part(entries[at].name.value, fold_bare(word))) meant.insert(at);
  return meant;
}

/// Keeps the items that name a person of the register, or a unit, whom one of the words means.
void keep_names(std::vector<Item>& items, const std::vector<std::string>& words,
                std::vector<Name> Row::*names, const RegisterPart& part, Phrase what) {
  if (words.empty()) return;
  std::map<const Ward*, std::set<std::size_t>> meant;
  std::vector<const Ward*> wards;
  for (const Plan* plan : plans_of(items))
    if (plan->ward != nullptr) wards.push_back(plan->ward);
  for (const std::string& word : words) {
    bool known = false;
    for (const Ward* ward : wards) {
      const std::set<std::size_t> found = meant_by(word, *ward, part);
      known = known || !found.empty();
      meant[ward].insert(found.begin(), found.end());
    }
    if (known) continue;
    std::vector<std::string> all;
    for (const Ward* ward : wards)
      for (std::string& name : texts_of(ward->*part.words)) all.push_back(std::move(name));
    unknown(what, word, all);
  }
  keep(items, [&](const Item& item) {
    const std::set<std::size_t>& wanted = meant[item.plan->ward];
    return std::ranges::any_of(item.row->*names, [&](const Name& name) {
      return name.index && wanted.contains(*name.index);
    });
  });
}

// Headings, by address, number or words.

using Headings = std::set<const Place*>;

template <class Do>
void for_each_heading(const Plan& plan, Do on) {
  for (std::size_t row = 0; row < plan.rows.size(); ++row)
    if (plan.rows[row].is_heading()) on(plan.rows[row], plan.outline[row]);
}

/// Headings of a plan whose address, or else whose number, is this word.
std::vector<const Place*> headings_at(const Plan& plan, const std::string& word) {
  std::vector<const Place*> by_address, by_number;
  for_each_heading(plan, [&](const Row&, const Place& place) {
    if (fold(place.address) == fold(word)) by_address.push_back(&place);
    if (fold(number_text(place.number)) == fold(word)) by_number.push_back(&place);
  });
  return by_address.empty() ? by_number : by_address;
}

Headings by_address(const std::vector<const Plan*>& plans, const std::string& word) {
  Headings headings;
  for (const Plan* plan : plans) {
    const std::vector<const Place*> found = headings_at(*plan, word);
    headings.insert(found.begin(), found.end());
    if (found.size() < 2) continue;
    throw Failure(say("`{}` có ở nhiều đề mục: {}", "`{}` stands in several headings: {}", word,
                      quoted_list(texts(found, &Place::address))));
  }
  return headings;
}

Headings by_words(const std::vector<const Plan*>& plans, const std::string& word) {
  Headings headings;
  std::vector<std::string> known;
  for (const Plan* plan : plans)
    for_each_heading(*plan, [&](const Row& row, const Place& place) {
      if (has_part(row.heading.value, fold_bare(word))) headings.insert(&place);
      known.push_back(place.address);
      known.push_back(row.heading.value);
    });
  if (headings.empty()) unknown({"đề mục", "section"}, word, known);
  return headings;
}

/// Keeps the items that have a thing that one of the words spells, or else has in its last
/// spelling.
void keep_things(std::vector<Item>& items, const std::vector<std::string>& words,
                 std::vector<Spellings> (*things_of)(const Item&), Phrase what) {
  if (words.empty()) return;
  std::set<Spellings> known, wanted;
  for (const Item& item : items)
    for (Spellings& thing : things_of(item)) known.insert(std::move(thing));
  for (const std::string& word : words) {
    const auto meant = meant_by(word, known);
    if (meant.empty()) {
      std::vector<std::string> all;
      for (const Spellings& thing : known) all.insert(all.end(), thing.begin(), thing.end());
      unknown(what, word, all);
    }
    wanted.insert(meant.begin(), meant.end());
  }
  keep(items, [&](const Item& item) {
    return std::ranges::any_of(things_of(item),
                               [&](const Spellings& thing) { return wanted.contains(thing); });
  });
}

/// Keeps the items under a heading that has one of the words as address or number, or else in it.
void keep_sections(std::vector<Item>& items, const std::vector<std::string>& words) {
  if (words.empty()) return;
  const auto plans = plans_of(items);
  Headings wanted;
  for (const std::string& word : words) {
    Headings found = by_address(plans, word);
    wanted.merge(found.empty() ? by_words(plans, word) : std::move(found));
  }
  keep(items, [&](const Item& item) {
    for (RowIndex above = item.place->section; above;) {
      const Place& place = item.plan->outline[*above];
      if (wanted.contains(&place)) return true;
      above = place.section;
    }
    return false;
  });
}

/// A word without letters would be found everywhere.
void refuse_blank(const std::vector<std::string>& words) {
  for (const std::string& word : words)
    if (fold_bare(word).empty())
      throw Failure(Message("một điều kiện lọc trống", "a filter is empty"));
}

std::vector<Spellings> ward_of(const Item& item) {
  return {{item.plan->ward_id.value, ward_name(*item.plan)}};
}

std::vector<Spellings> registrant_of(const Item& item) {
  if (item.model == nullptr) return {};
  return {{item.model->by.value}};
}

std::vector<Spellings> fields_of(const Item& item) {
  std::vector<Spellings> fields;
  if (item.model == nullptr) return fields;
  for (const Name& name : item.model->fields) {
    if (!name.index) continue;
    const auto& field = item.plan->movement.fields[*name.index];
    fields.push_back({field.id.value, field.name.value});
  }
  return fields;
}

void keep_years(std::vector<Item>& items, const std::vector<std::string>& words) {
  if (words.empty()) return;
  std::set<std::string> known;
  const auto year_of = [](const Plan& plan) { return fmt::format("{}", plan.year.value); };
  for (const Plan* plan : plans_of(items)) known.insert(year_of(*plan));
  for (const std::string& word : words)
    if (!known.contains(word))
      throw Failure(say("không có hồ sơ nào của năm `{}`; có {}",
                        "there is no plan of the year `{}`; there are {}", word,
                        quoted_list({known.begin(), known.end()})));
  keep(items, [&](const Item& item) {
    return std::ranges::find(words, year_of(*item.plan)) != words.end();
  });
}

template <class Row>
std::set<const Row*> said(const std::vector<std::string>& words, std::span<const Row> rows,
                          const Row* (*find)(std::string_view), Phrase what) {
  std::set<const Row*> found;
  for (const std::string& word : words) {
    const Row* row = find(word);
    if (row == nullptr) {
      std::vector<std::string> known;
      for (const Row& one : rows) {
        known.emplace_back(one.token);
        known.emplace_back(one.words.vi);
      }
      unknown(what, word, known);
    }
    found.insert(row);
  }
  return found;
}

std::string said_by(const Item& item) {
  const Row& row = *item.row;
  std::string all = row.title.value + '\n' + row.note.value;
  for (const Target& target : row.targets)
    all += '\n' + target.name.value + '\n' + target.goal.value;
  for (const Update* update : history(row, item.as_of))
    all += '\n' + update->note.value + '\n' + update->evidence.value;
  return all;
}

bool has_words(const Item& item, const std::string& bare) {
  if (bare.empty()) return true;
  const std::string all = fold_bare(said_by(item));
  return std::ranges::all_of(
      split(bare, " "), [&](std::string_view word) { return all.find(word) != std::string::npos; });
}

}  // namespace

std::vector<Item> filter_items(std::vector<Item> items, const ItemFilter& filter) {
  for (const auto* words :
       {&filter.wards, &filter.years, &filter.sections, &filter.leaders, &filter.leads,
        &filter.supports, &filter.registrants, &filter.fields, &filter.statuses, &filter.states})
    refuse_blank(*words);
  // Where everything was left out because of errors, no word is to blame.
  if (items.empty()) return items;
  const auto statuses =
      said(filter.statuses, status_words(), status_by_words, {"trạng thái", "status"});
  const auto states = said(filter.states, state_words(), state_by_words, {"tình trạng", "state"});
  keep_things(items, filter.wards, ward_of, {"phường", "ward"});
  keep_years(items, filter.years);
  keep_sections(items, filter.sections);
  keep_names(items, filter.leaders, &Row::leader, kPeople, {"người tên", "person named"});
  keep_names(items, filter.leads, &Row::lead, kUnits, {"đơn vị", "unit"});
  keep_names(items, filter.supports, &Row::support, kUnits, {"đơn vị", "unit"});
  keep_things(items, filter.registrants, registrant_of,
              {"mô hình do người hay đơn vị đăng ký", "model registered by"});
  keep_things(items, filter.fields, fields_of, {"mô hình thuộc lĩnh vực", "model of the field"});
  keep(items, [&, bare = fold_bare(filter.text)](const Item& item) {
    const Standing& at = item.standing;
    const auto& deadline = at.due.deadline;
    return (statuses.empty() || statuses.contains(&status_word(at.status))) &&
           (states.empty() || states.contains(&state_word(at.state))) &&
           (!filter.due_from || (deadline && *deadline >= *filter.due_from)) &&
           (!filter.due_to || (deadline && *deadline <= *filter.due_to)) && has_words(item, bare);
  });
  return items;
}

}  // namespace wardplan
