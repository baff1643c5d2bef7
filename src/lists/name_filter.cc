// People and units of the register.
#include <algorithm>
#include <map>
#include <set>

#include "lists/keep.h"
#include "records/register.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

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

}  // namespace

void keep_people(std::vector<Item>& items, const std::vector<std::string>& words,
                 std::vector<Name> Row::*names) {
  keep_names<Person>(items, words, names,
                     {&Ward::people, find_person, person_words, {"người tên", "person named"}});
}

void keep_units(std::vector<Item>& items, const std::vector<std::string>& words,
                std::vector<Name> Row::*names) {
  keep_names<Unit>(items, words, names, {&Ward::units, find_unit, unit_words, {"đơn vị", "unit"}});
}

}  // namespace wardplan
