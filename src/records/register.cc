#include "records/register.h"

#include <algorithm>

#include "text/utf8.h"

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

void link(std::vector<Name>& names, const KnownWords& words) {
  for (Name& name : names) name.index = find_entry(words, name.as.value);
}

}  // namespace

void index_register(Ward& ward) {
  ward.people_words = words_of(ward.people);
  ward.people_words.honorific = fold(ward.honorific.value);
  ward.unit_words = words_of(ward.units);
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

std::vector<std::string> texts_of(const KnownWords& words) {
  std::vector<std::string> all;
  for (const KnownWord& word : words.all) all.push_back(word.text->value);
  return all;
}

void link_names(Plan& plan) {
  if (plan.ward == nullptr) return;
  const auto link_row = [&](Row& row) {
    link(row.leader, plan.ward->people_words);
    link(row.lead, plan.ward->unit_words);
    link(row.support, plan.ward->unit_words);
  };
  for (std::size_t at = 0; at < plan.row_count(); ++at) link_row(plan.row(at));
  for (Row& row : plan.document.text) link_row(row);
}

void link_text(Plan& plan) {
  const KnownWords fields = words_of(plan.movement.fields);
  for (Row& row : plan.document.text) {
    link(row.model.fields, fields);
    for (Name& name : row.passage.rows) name.index = find_address(plan, name.as.value).row;
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
