#include "records/register.h"

#include <algorithm>

#include "figures/numerals.h"
#include "records/addresses.h"
#include "text/utf8.h"
#include "times/period.h"

namespace wardplan {
namespace {

template <class Entry>
KnownWords words_of(const std::vector<Entry>& entries) {
  KnownWords words;
  const auto add = [&](const Text& text, std::size_t entry) {
    if (text.given) words.all.push_back({fold(text.value), &text, entry});
  };
  for (std::size_t at = 0; at < entries.size(); ++at) {
    add(entries[at].id, at);
    add(entries[at].name, at);
    if constexpr (requires { entries[at].aliases; })
      for (const Text& alias : entries[at].aliases) add(alias, at);
  }
  words.first.reserve(words.all.size());
  for (std::size_t at = 0; at < words.all.size(); ++at) {
    words.first.emplace(words.all[at].key, at);
    words.by_tones.emplace(fold_tones(words.all[at].key), at);
  }
  return words;
}

/// When each entry is there; nothing where none says so.
std::vector<Stretch> days_of(const std::vector<Registered>& entries) {
  const bool dated = std::ranges::any_of(
      entries, [](const Registered& entry) { return entry.from.given || entry.until.given; });
  std::vector<Stretch> days;
  if (!dated) return days;
  for (const Registered& entry : entries) days.push_back(days_of(entry));
  return days;
}

/// The first entry of a word that is there on a day, or else comes in its year.
std::optional<std::size_t> there_on(const KnownWords& words, std::string_view key,
                                    const Date& day) {
  std::optional<std::size_t> comes;
  for (const KnownWord& word : words.all) {
    if (word.key != key && fold_tones(word.key) != fold_tones(key)) continue;
    const Stretch& days = words.days[word.entry];
    if (is_in(days, day)) return word.entry;
    if (!comes && days.first.year() == day.year()) comes = word.entry;
  }
  return comes;
}

void link(std::vector<Name>& names, const KnownWords& words, const Date& day) {
  for (Name& name : names) name.index = find_entry(words, name.as.value, day);
}

void link(std::vector<Name>& names, const KnownWords& words) {
  for (Name& name : names) name.index = find_entry(words, name.as.value);
}

/// The name of a unit, or else a person, that an id, name or alias means exactly on a day; or null.
const Text* name_meant(const Ward& ward, const Text& said, const Date& day) {
  const std::string key = fold(said.value);
  for (const RegisterPart& part : {kUnits, kPeople}) {
    const KnownWords& words = ward.*part.words;
    if (words.first.find(key) == words.first.end()) continue;
    for (const KnownWord& word : words.all)
      if (word.key == key && (words.days.empty() || is_in(words.days[word.entry], day)))
        return &(ward.*part.entries)[word.entry].name;
  }
  return nullptr;
}

void link_awaited(Row& row, const Ward& ward) {
  for (Update& update : row.updates)
    if (update.waiting.given && update.date.given)
      update.awaited = name_meant(ward, update.waiting, update.date.value);
}

void link_successors(std::vector<Registered>& entries, const KnownWords& words) {
  for (Registered& entry : entries) link(entry.successors, words);
}

/// An entry on the way to who is in charge: which successor comes next, and how many were found
/// before it.
struct OnTheWay {
  std::size_t entry = 0;
  std::size_t next = 0;
  std::size_t before = 0;
};

bool is_over(const Registered& entry, const Date& day) {
  return entry.until.given && day > entry.until.value;
}

/// Chains may be long and circles happen: each entry is looked at once.
std::vector<std::size_t> last_successors(const std::vector<Registered>& entries, std::size_t entry,
                                         const Date& day) {
  std::vector<std::size_t> all;
  std::vector<bool> met(entries.size());
  std::vector<OnTheWay> way = {{.entry = entry}};
  met[entry] = true;
  while (!way.empty()) {
    OnTheWay& at = way.back();
    const std::vector<Name>& successors = entries[at.entry].successors;
    if (!is_over(entries[at.entry], day) || at.next == successors.size()) {
      // Nobody came after it who could be in charge.
      if (all.size() == at.before) all.push_back(at.entry);
      way.pop_back();
      continue;
    }
    const std::optional<std::size_t> index = successors[at.next++].index;
    if (!index || met[*index]) continue;
    met[*index] = true;
    way.push_back({.entry = *index, .before = all.size()});
  }
  return all;
}

}  // namespace

void index_register(Ward& ward) {
  ward.people_words = words_of(ward.people);
  ward.people_words.honorific = fold(ward.honorific.value);
  ward.unit_words = words_of(ward.units);
  ward.people_words.days = days_of(ward.people);
  ward.unit_words.days = days_of(ward.units);
  link_successors(ward.people, ward.people_words);
  link_successors(ward.units, ward.unit_words);
}

std::optional<std::size_t> find_entry(const KnownWords& words, std::string_view as) {
  const auto find = [&](std::string_view key) -> std::optional<std::size_t> {
    const auto same = words.first.find(key);
    if (same != words.first.end()) return words.all[same->second].entry;
    const auto near = words.by_tones.find(fold_tones(key));
    return near == words.by_tones.end() ? std::nullopt
                                        : std::optional(words.all[near->second].entry);
  };
  const std::string key = fold(as);
  const auto found = find(key);
  const std::string title = words.honorific + ' ';
  if (found || words.honorific.empty() || !key.starts_with(title)) return found;
  return find(std::string_view(key).substr(title.size()));
}

std::optional<std::size_t> find_entry(const KnownWords& words, std::string_view as,
                                      const Date& day) {
  const auto first = find_entry(words, as);
  if (!first || words.days.empty() || is_in(words.days[*first], day)) return first;
  std::string key = fold(as);
  if (const std::string title = words.honorific + ' '; key.starts_with(title))
    key.erase(0, title.size());
  const auto there = there_on(words, key, day);
  return there ? there : first;
}

Stretch days_of(const Registered& entry) {
  return {entry.from.given ? entry.from.value : first_of_year(kFirstYear),
          entry.until.given ? entry.until.value : last_of_year(kLastYear)};
}

Date day_of_names(const Plan& plan) { return first_of_year(plan.year.value); }

std::vector<std::size_t> in_charge(const std::vector<Registered>& entries, std::size_t entry,
                                   const Date& day) {
  if (!is_over(entries[entry], day)) return {entry};
  return last_successors(entries, entry, day);
}

std::vector<Name> names_on(const std::vector<Name>& names, const Ward* ward,
                           const RegisterPart& part, const Date& day) {
  if (ward == nullptr || (ward->*part.words).days.empty()) return names;
  const std::vector<Registered>& entries = ward->*part.entries;
  std::vector<Name> now;
  for (const Name& name : names) {
    if (!name.index) {
      now.push_back(name);
      continue;
    }
    for (const std::size_t at : in_charge(entries, *name.index, day))
      if (std::ranges::find(now, std::optional(at), &Name::index) == now.end())
        now.push_back({at == *name.index ? name.as : entries[at].id, at});
  }
  return now;
}

std::vector<std::string> texts_of(const KnownWords& words) {
  std::vector<std::string> all;
  for (const KnownWord& word : words.all) all.push_back(word.text->value);
  return all;
}

void link_names(Plan& plan) {
  if (plan.ward == nullptr) return;
  const Date day = day_of_names(plan);
  const auto link_row = [&](Row& row) {
    link(row.leader, plan.ward->people_words, day);
    link(row.lead, plan.ward->unit_words, day);
    link(row.support, plan.ward->unit_words, day);
  };
  for (std::size_t at = 0; at < plan.row_count(); ++at) {
    link_row(plan.row(at));
    link_awaited(plan.row(at), *plan.ward);
  }
  for (Row& row : plan.document.text) link_row(row);
}

void link_text(Plan& plan) {
  const KnownWords fields = words_of(plan.movement.fields);
  std::optional<Addresses> addresses;
  for (Row& row : plan.document.text) {
    link(row.model.fields, fields);
    if (!row.passage.rows.empty() && !addresses) addresses.emplace(plan);
    for (Name& name : row.passage.rows) name.index = addresses->row(name.as.value);
    for (Name& name : row.passage.forms) {
      const auto form = std::ranges::find_if(plan.document.forms, [&](const AnnexedForm& known) {
        return fold(known.id.value) == fold(name.as.value);
      });
      if (form != plan.document.forms.end())
        name.index = static_cast<std::size_t>(form - plan.document.forms.begin());
    }
  }
}

void link_movement(Plan& plan) {
  const KnownWords fields = words_of(plan.movement.fields);
  const KnownWords levels = words_of(plan.movement.levels);
  const auto results = std::ranges::find_if(plan.dates, [](const Row& date) {
    return date.closes.given && date.closes.value == Closes::results;
  });
  for (Row& row : plan.rows) {
    link(row.model.fields, fields);
    if (results != plan.dates.end()) row.model.closing = &*results;
    for (Update& update : row.updates) link(update.proposed, levels);
  }
}

}  // namespace wardplan
