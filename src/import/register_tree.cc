#include "import/register_tree.h"

#include <algorithm>
#include <map>

namespace wardplan {
namespace {

const std::vector<std::string_view> kWardOrder = {"kind",   "format", "id",     "name", "honorific",
                                                  "cutoff", "groups", "people", "units"};
const std::vector<std::string_view> kEntryOrder = {"id", "name", "role", "aliases"};

void put_entry(Tree& entry, std::string_view key, Tree value) {
  put(entry, key, std::move(value), kEntryOrder);
}

Tree new_entry(const ProposedEntry& proposed) {
  Tree entry{.kind = yaml::Kind::mapping};
  put_entry(entry, "id", text_tree(proposed.id));
  put_entry(entry, "name", text_tree(proposed.name));
  if (!proposed.role.empty()) put_entry(entry, "role", text_tree(proposed.role));
  if (!proposed.aliases.empty()) put_entry(entry, "aliases", list_tree(proposed.aliases));
  return entry;
}

/// One alias may stand without a list.
void add_aliases(Tree& entry, const std::vector<std::string>& added) {
  std::vector<std::string> aliases;
  if (const Tree* old = find(entry, "aliases")) {
    if (old->kind == yaml::Kind::scalar) aliases.push_back(old->text);
    for (const Tree& one : old->children) aliases.push_back(one.text);
  }
  std::ranges::copy(added, std::back_inserter(aliases));
  put_entry(entry, "aliases", list_tree(aliases));
}

void add_entries(Tree& ward, std::string_view key, const std::vector<ProposedEntry>& proposed) {
  if (proposed.empty()) return;
  const Tree* old = find(ward, key);
  if (old == nullptr || old->kind != yaml::Kind::sequence)
    put(ward, key, {.kind = yaml::Kind::sequence}, kWardOrder);
  std::vector<Tree>& entries = find(ward, key)->children;
  std::map<std::string, std::size_t> ids;
  for (std::size_t at = 0; at < entries.size(); ++at)
    if (const Tree* id = find(entries[at], "id")) ids.emplace(id->text, at);
  for (const ProposedEntry& one : proposed) {
    const auto known = one.known ? ids.find(one.id) : ids.end();
    if (known != ids.end())
      add_aliases(entries[known->second], one.aliases);
    else
      entries.push_back(new_entry(one));
  }
}

}  // namespace

Tree with_proposed(Tree ward, const ProposedRegister& proposed) {
  const Tree* people = find(ward, "people");
  const bool nobody = people == nullptr || people->children.empty();
  if (nobody && !proposed.honorific.empty() && find(ward, "honorific") == nullptr)
    put(ward, "honorific", text_tree(proposed.honorific), kWardOrder);
  add_entries(ward, "people", proposed.people);
  add_entries(ward, "units", proposed.units);
  return ward;
}

}  // namespace wardplan
