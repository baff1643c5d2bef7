#include "lists/keep.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "disk/files.h"
#include "records/register.h"
#include "text/nearest.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

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

/// What differs between people and units.
template <class Entry>
struct NameKind {
  std::vector<Entry> Ward::*entries;
  std::optional<std::size_t> (*find)(const Ward&, std::string_view);
  std::vector<std::string> (*words)(const Ward&);
  Phrase what;
};

/// Entries of a register that a word means: the one it names, or else all that have it in their
/// name.
template <class Entry>
std::set<std::size_t> meant_by(const std::string& word, const Ward& ward,
                               const NameKind<Entry>& kind) {
  if (const auto exact = kind.find(ward, word)) return {*exact};
  std::set<std::size_t> meant;
  const auto& entries = ward.*kind.entries;
  for (std::size_t at = 0; at < entries.size(); ++at)
    if (has_part(entries[at].name.value, fold_bare(word))) meant.insert(at);
  return meant;
}

template <class Entry>
void keep_names(std::vector<Item>& items, const std::vector<std::string>& words,
                std::vector<Name> Row::*names, const NameKind<Entry>& kind) {
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
    std::vector<std::string> addresses;
    for (const Place* place : found) addresses.push_back(place->address);
    throw Failure(say("`{}` có ở nhiều đề mục: {}", "`{}` stands in several headings: {}", word,
                      quoted_list(addresses)));
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

}  // namespace

[[noreturn]] void unknown(Phrase what, const std::string& word,
                          const std::vector<std::string>& known) {
  const auto near = nearest(word, known);
  Message message(fmt::format("không có {} `{}`", what.vi, word),
                  fmt::format("there is no {} `{}`", what.en, word));
  if (near) {
    message.vi += fmt::format("; có phải `{}`?", *near);
    message.en += fmt::format("; did you mean `{}`?", *near);
  }
  throw Failure(std::move(message));
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

void keep_people(std::vector<Item>& items, const std::vector<std::string>& words,
                 std::vector<Name> Row::*names) {
  keep_names<Person>(items, words, names,
                     {&Ward::people, find_person, person_words, {"người tên", "person named"}});
}

void keep_units(std::vector<Item>& items, const std::vector<std::string>& words,
                std::vector<Name> Row::*names) {
  keep_names<Unit>(items, words, names, {&Ward::units, find_unit, unit_words, {"đơn vị", "unit"}});
}

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

}  // namespace wardplan
