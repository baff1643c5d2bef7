#include "records/register.h"

#include <unordered_map>

#include "text/utf8.h"

namespace wardplan {
namespace {

template <class T>
std::vector<const Text*> words_of(const T& entry) {
  std::vector<const Text*> words = {&entry.id, &entry.name};
  for (const Text& alias : entry.aliases) words.push_back(&alias);
  return words;
}

using Index = std::unordered_map<std::string, std::size_t>;

template <class T>
Index make_index(const std::vector<T>& entries) {
  Index index;
  for (std::size_t at = 0; at < entries.size(); ++at)
    for (const Text* word : words_of(entries[at]))
      if (word->given) index.emplace(fold(word->value), at);
  return index;
}

std::optional<std::size_t> look_up(const Index& index, std::string_view as) {
  const auto found = index.find(fold(as));
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

template <class T>
std::vector<std::string> all_words(const std::vector<T>& entries) {
  std::vector<std::string> words;
  for (const T& entry : entries)
    for (const Text* word : words_of(entry))
      if (word->given) words.push_back(word->value);
  return words;
}

}  // namespace

std::optional<std::size_t> find_person(const Ward& ward, std::string_view as) {
  return look_up(make_index(ward.people), as);
}

std::optional<std::size_t> find_unit(const Ward& ward, std::string_view as) {
  return look_up(make_index(ward.units), as);
}

std::vector<std::string> person_words(const Ward& ward) { return all_words(ward.people); }
std::vector<std::string> unit_words(const Ward& ward) { return all_words(ward.units); }

void link_names(Plan& plan) {
  if (plan.ward == nullptr) return;
  const Index people = make_index(plan.ward->people);
  const Index units = make_index(plan.ward->units);
  for (std::size_t at = 0; at < plan.row_count(); ++at) {
    Row& row = plan.row(at);
    for (Name& name : row.leader) name.index = look_up(people, name.as.value);
    for (Name& name : row.lead) name.index = look_up(units, name.as.value);
    for (Name& name : row.support) name.index = look_up(units, name.as.value);
  }
}

}  // namespace wardplan
