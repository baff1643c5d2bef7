#include "records/register.h"

#include <algorithm>
#include <unordered_map>

#include "text/utf8.h"

namespace wardplan {
namespace {

/// What entries of a list are found by: their ids and names, and people and units by their aliases.
using Index = std::unordered_map<std::string, std::size_t>;

template <class Entry>
std::vector<const Text*> words_of(const Entry& entry) {
  std::vector<const Text*> words = {&entry.id, &entry.name};
  if constexpr (requires { entry.aliases; })
    for (const Text& alias : entry.aliases) words.push_back(&alias);
  std::erase_if(words, [](const Text* word) { return !word->given; });
  return words;
}

template <class Entry>
Index make_index(const std::vector<Entry>& entries) {
  Index index;
  for (std::size_t at = 0; at < entries.size(); ++at)
    for (const Text* word : words_of(entries[at])) index.emplace(fold(word->value), at);
  return index;
}

std::optional<std::size_t> look_up(const Index& index, std::string_view as) {
  const auto found = index.find(fold(as));
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

void link(std::vector<Name>& names, const Index& index) {
  for (Name& name : names) name.index = look_up(index, name.as.value);
}

}  // namespace

std::optional<std::size_t> find_registered(const std::vector<Registered>& entries,
                                           std::string_view as) {
  return look_up(make_index(entries), as);
}

std::vector<std::string> registered_words(const std::vector<Registered>& entries) {
  std::vector<std::string> words;
  for (const Registered& entry : entries)
    for (const Text* word : words_of(entry)) words.push_back(word->value);
  return words;
}

void link_names(Plan& plan) {
  if (plan.ward == nullptr) return;
  const Index people = make_index(plan.ward->people);
  const Index units = make_index(plan.ward->units);
  for (std::size_t at = 0; at < plan.row_count(); ++at) {
    Row& row = plan.row(at);
    link(row.leader, people);
    link(row.lead, units);
    link(row.support, units);
  }
}

void link_movement(Plan& plan) {
  const Index fields = make_index(plan.movement.fields);
  const Index levels = make_index(plan.movement.levels);
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
