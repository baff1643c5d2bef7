#include "lists/item_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "disk/files.h"
#include "lists/item_columns.h"
#include "records/register.h"
#include "text/collate.h"
#include "text/nearest.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Test = std::function<bool(const Item&)>;

[[noreturn]] void unknown(Phrase what, const std::string& word,
                          const std::vector<std::string>& known) {
  throw Failure(with_hint(say("không có {} `{}`", "there is no {} `{}`", what, word),
                          offer_nearest(word, known)));
}

/// A word without letters would be found everywhere.
void refuse_blank(const std::vector<std::string>& words) {
  for (const std::string& word : words)
    if (fold_bare(word).empty())
      throw Failure(Message("một điều kiện lọc trống", "a filter is empty"));
}

void keep(std::vector<Item>& items, const Test& test) {
  std::erase_if(items, [&](const Item& item) { return !test(item); });
}

bool has_part(std::string_view text, const std::string& bare) {
  return fold_bare(text).find(bare) != std::string::npos;
}

/// The plans that items are of, in their order.
std::vector<const Plan*> plans_of(const std::vector<Item>& items) {
  std::vector<const Plan*> plans;
  for (const Item& item : items)
    if (plans.empty() || plans.back() != item.plan) plans.push_back(item.plan);
  return plans;
}

// wards

/// The ward of this id or name, or with this in its name.
bool is_ward(const Plan& plan, const std::string& word, bool part) {
  const std::string bare = fold_bare(word);
  if (part) return !bare.empty() && has_part(ward_name(plan), bare);
  return fold_bare(plan.ward_id.value) == bare || fold_bare(ward_name(plan)) == bare;
}

/// Those that are of the ward that a word names, or else of all that have it in their name.
std::set<const Plan*> plans_of_ward(const std::vector<const Plan*>& plans,
                                    const std::string& word) {
  for (const bool part : {false, true}) {
    std::set<const Plan*> found;
    for (const Plan* plan : plans)
      if (is_ward(*plan, word, part)) found.insert(plan);
    if (!found.empty()) return found;
  }
  return {};
}

void keep_wards(std::vector<Item>& items, const std::vector<std::string>& words) {
  if (words.empty()) return;
  std::vector<std::string> known;
  for (const Plan* plan : plans_of(items)) {
    known.push_back(plan->ward_id.value);
    known.push_back(ward_name(*plan));
  }
  std::set<const Plan*> wanted;
  for (const std::string& word : words) {
    const auto meant = plans_of_ward(plans_of(items), word);
    if (meant.empty()) unknown({"phường", "ward"}, word, known);
    wanted.insert(meant.begin(), meant.end());
  }
  keep(items, [&](const Item& item) { return wanted.contains(item.plan); });
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

// sections

/// Headings, by plan.
using Headings = std::map<const Plan*, std::set<std::size_t>>;

/// Headings of a plan whose address, or else whose number, is this word.
std::vector<std::size_t> headings_at(const Plan& plan, const std::string& word) {
  std::vector<std::size_t> by_address, by_number;
  for (std::size_t row = 0; row < plan.rows.size(); ++row) {
    if (!plan.rows[row].is_heading()) continue;
    const Place& place = plan.outline[row];
    if (fold(place.address) == fold(word)) by_address.push_back(row);
    if (fold(number_text(place.number)) == fold(word)) by_number.push_back(row);
  }
  return by_address.empty() ? by_number : by_address;
}

void add_by_address(const std::vector<const Plan*>& plans, const std::string& word,
                    Headings& headings) {
  for (const Plan* plan : plans) {
    const std::vector<std::size_t> found = headings_at(*plan, word);
    if (found.size() > 1) {
      const auto addresses = texts(
          found, [&](int row) { return plan->outline[static_cast<std::size_t>(row)].address; });
      throw Failure(say("`{}` có ở nhiều đề mục: {}", "`{}` stands in several headings: {}", word,
                        quoted_list(addresses)));
    }
    if (!found.empty()) headings[plan].insert(found.front());
  }
}

void add_by_words(const std::vector<const Plan*>& plans, const std::string& word,
                  Headings& headings) {
  const std::string bare = fold_bare(word);
  for (const Plan* plan : plans)
    for (std::size_t row = 0; row < plan->rows.size(); ++row)
      if (plan->rows[row].is_heading() && has_part(plan->rows[row].heading.value, bare))
        headings[plan].insert(row);
}

std::vector<std::string> heading_words(const std::vector<const Plan*>& plans) {
  std::vector<std::string> known;
  for (const Plan* plan : plans)
    for (std::size_t row = 0; row < plan->rows.size(); ++row)
      if (plan->rows[row].is_heading()) {
        known.push_back(plan->outline[row].address);
        known.push_back(plan->rows[row].heading.value);
      }
  return known;
}

void keep_sections(std::vector<Item>& items, const std::vector<std::string>& words) {
  if (words.empty()) return;
  const auto plans = plans_of(items);
  Headings all;
  for (const std::string& word : words) {
    Headings found;
    add_by_address(plans, word, found);
    if (found.empty()) add_by_words(plans, word, found);
    if (found.empty()) unknown({"đề mục", "section"}, word, heading_words(plans));
    for (const auto& [plan, rows] : found) all[plan].insert(rows.begin(), rows.end());
  }
  keep(items, [&](const Item& item) {
    const std::set<std::size_t>& wanted = all[item.plan];
    for (RowIndex above = item.place->section; above; above = item.plan->outline[*above].section)
      if (wanted.contains(*above)) return true;
    return false;
  });
}

// people and units

/// What differs between people and units.
struct NameKind {
  std::optional<std::size_t> (*find)(const Ward&, std::string_view);
  std::vector<std::string> (*words)(const Ward&);
  /// Names of all entries, by index.
  std::vector<std::string> (*names)(const Ward&);
  Phrase what;
};

template <class Entry>
std::vector<std::string> names_of(const std::vector<Entry>& entries) {
  return texts(entries, [](const Entry& entry) { return entry.name.value; });
}

constexpr NameKind kPeople = {find_person,
                              person_words,
                              [](const Ward& ward) { return names_of(ward.people); },
                              {"người tên", "person named"}};
constexpr NameKind kUnits = {find_unit,
                             unit_words,
                             [](const Ward& ward) { return names_of(ward.units); },
                             {"đơn vị", "unit"}};

/// Entries of a register that a word means: the one it names, or else all that have it in their
/// name.
std::set<std::size_t> meant_by(const std::string& word, const Ward& ward, const NameKind& kind) {
  if (const auto exact = kind.find(ward, word)) return {*exact};
  std::set<std::size_t> meant;
  const std::string bare = fold_bare(word);
  const auto names = kind.names(ward);
  for (std::size_t at = 0; at < names.size() && !bare.empty(); ++at)
    if (has_part(names[at], bare)) meant.insert(at);
  return meant;
}

void keep_names(std::vector<Item>& items, const std::vector<std::string>& words,
                std::vector<Name> Row::*names, const NameKind& kind) {
  if (words.empty()) return;
  std::map<const Ward*, std::set<std::size_t>> meant;
  std::vector<const Ward*> wards;
  for (const Plan* plan : plans_of(items))
    if (plan->ward != nullptr) wards.push_back(plan->ward);
  for (const std::string& word : words) {
    bool known = false;
    for (const Ward* ward : wards) {
      const std::set<std::size_t> found = meant_by(word, *ward, kind);
      known = known || !found.empty();
      meant[ward].insert(found.begin(), found.end());
    }
    if (known) continue;
    std::vector<std::string> all;
    for (const Ward* ward : wards)
      for (std::string& name : kind.words(*ward)) all.push_back(std::move(name));
    unknown(kind.what, word, all);
  }
  keep(items, [&](const Item& item) {
    const std::set<std::size_t>& wanted = meant[item.plan->ward];
    return std::ranges::any_of(item.row->*names, [&](const Name& name) {
      return name.index && wanted.contains(*name.index);
    });
  });
}

// models

/// What a model can be found by: spellings of one thing, such as the id and the name of a field.
using Spellings = std::vector<std::string>;

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

void keep_models(std::vector<Item>& items, const std::vector<std::string>& words,
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

// the rest

/// Rows of a table of words that were said.
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

/// All that an item says, to be searched.
std::string said_by(const Item& item) {
  const Row& row = *item.row;
  std::string all = row.title.value + '\n' + row.note.value;
  for (const Target& target : row.targets)
    all += '\n' + target.name.value + '\n' + target.goal.value;
  for (const Update* update : history(row, item.as_of))
    all += '\n' + update->note.value + '\n' + update->evidence.value;
  return all;
}

/// Whether every word stands somewhere in it.
bool has_words(const Item& item, const std::string& bare) {
  if (bare.empty()) return true;
  const std::string all = fold_bare(said_by(item));
  for (std::size_t at = 0; at < bare.size();) {
    const std::size_t end = std::min(bare.find(' ', at), bare.size());
    if (all.find(bare.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
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
  keep_wards(items, filter.wards);
  keep_years(items, filter.years);
  keep_sections(items, filter.sections);
  keep_names(items, filter.leaders, &Row::leader, kPeople);
  keep_names(items, filter.leads, &Row::lead, kUnits);
  keep_names(items, filter.supports, &Row::support, kUnits);
  keep_models(items, filter.registrants, registrant_of,
              {"mô hình do người hay đơn vị đăng ký", "model registered by"});
  keep_models(items, filter.fields, fields_of, {"mô hình thuộc lĩnh vực", "model of the field"});
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

void sort_items(std::vector<Item>& items, const std::vector<std::string>& keys) {
  // The last key first: each sort leaves the order of equals.
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    const bool down = key->starts_with('-');
    const ItemColumn& column = item_column(down ? key->substr(1) : *key);
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t at = 0; at < items.size(); ++at) {
      std::string text;
      for (const std::string& value : column.cell(items[at], Lang::vi)) text += value + ' ';
      std::string sort_key = column.sort_key ? column.sort_key(items[at]) : collation_key(text);
      order.emplace_back(
          text.empty() && !column.sort_key ? std::string(kMissing) : std::move(sort_key), at);
    }
    std::ranges::stable_sort(order, [&](const auto& a, const auto& b) {
      // What is missing comes last both ways.
      const bool missing = a.first == kMissing, other = b.first == kMissing;
      if (missing || other) return !missing && other;
      return down ? b.first < a.first : a.first < b.first;
    });
    std::vector<Item> sorted;
    for (const auto& [text, at] : order) sorted.push_back(std::move(items[at]));
    items = std::move(sorted);
  }
}

}  // namespace wardplan
