#include "compare/merge.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "compare/merge_list.h"
#include "compare/pairs.h"

namespace wardplan {
namespace {

bool is_mapping(const Tree& tree) { return tree.kind == yaml::Kind::mapping; }

/// The keys under which two mappings have something else; none where one, or null, is no mapping.
std::vector<std::string> differing(const Tree* one, const Tree& other) {
  std::vector<std::string> keys;
  if (one == nullptr || !is_mapping(*one) || !is_mapping(other)) return keys;
  for (std::size_t at = 0; at < one->keys.size(); ++at) {
    const Tree* there = find(other, one->keys[at]);
    if (there == nullptr || !says_same(one->children[at], *there)) keys.push_back(one->keys[at]);
  }
  for (const std::string& key : other.keys)
    if (find(*one, key) == nullptr) keys.push_back(key);
  return keys;
}

struct Merger {
  MergedTree made = {};

  /// `base`: null where it hadn't any.
  Tree value(const Tree* base, const Tree& ours, const Tree& theirs, const Path& path) {
    if (says_same(ours, theirs)) return ours;
    if (base != nullptr && says_same(*base, ours)) return theirs;
    if (base != nullptr && says_same(*base, theirs)) return ours;
    if (base != nullptr && is_mapping(*base) && is_mapping(ours) && is_mapping(theirs))
      return mapping(*base, ours, theirs, path);
    if (is_list_of_things(ours) && is_list_of_things(theirs)) {
      if (base != nullptr && is_list_of_things(*base)) return list(*base, ours, theirs, path);
      if (base == nullptr && key_of(path) == kEntries)
        return list(no_entries(), ours, theirs, path);
    }
    made.conflicts.push_back({path, ChangeKind::changed, theirs});
    return ours;
  }

  static const Tree& no_entries() {
    static const Tree kNone{.kind = yaml::Kind::sequence};
    return kNone;
  }

  Tree mapping(const Tree& base, const Tree& ours, const Tree& theirs, const Path& path) {
    Tree out{.kind = yaml::Kind::mapping};
    for (std::size_t at = 0; at < ours.keys.size(); ++at) {
      const std::string& key = ours.keys[at];
      const Tree *was = find(base, key), *there = find(theirs, key);
      auto made_of = there != nullptr
                         ? std::optional(value(was, ours.children[at], *there, with_key(path, key)))
                         : ours_alone(was, ours.children[at], with_key(path, key));
      if (!made_of) continue;
      out.keys.push_back(key);
      out.children.push_back(std::move(*made_of));
    }
    for (std::size_t at = 0; at < theirs.keys.size(); ++at) {
      const std::string& key = theirs.keys[at];
      if (find(ours, key) != nullptr) continue;
      if (auto value = theirs_alone(find(base, key), theirs, at, with_key(path, key)))
        put_as_in(out, key, std::move(*value), theirs.keys);
    }
    return out;
  }

  /// What theirs hasn't: ours is new, or they took it away.
  std::optional<Tree> ours_alone(const Tree* was, const Tree& ours, const Path& path) {
    if (was == nullptr) return ours;
    if (says_same(*was, ours)) return std::nullopt;
    if (is_entries(*was, ours, path)) return not_empty(list(*was, ours, no_entries(), path));
    made.conflicts.push_back({path, ChangeKind::removed, {}});
    return ours;
  }

  std::optional<Tree> theirs_alone(const Tree* was, const Tree& mapping, std::size_t at,
                                   const Path& path) {
    const Tree& theirs = mapping.children[at];
    if (was == nullptr) return theirs;
    if (says_same(*was, theirs)) return std::nullopt;
    if (is_entries(*was, theirs, path)) return entries_alone(*was, mapping, at, path);
    made.conflicts.push_back({path, ChangeKind::added, theirs, mapping.keys});
    return std::nullopt;
  }

  /// Where nothing of them stands, what conflicts is the key with them.
  std::optional<Tree> entries_alone(const Tree& was, const Tree& mapping, std::size_t at,
                                    const Path& path) {
    const std::size_t before = made.conflicts.size();
    Tree entries = list(was, no_entries(), mapping.children[at], path);
    if (!entries.children.empty() || made.conflicts.size() == before)
      return not_empty(std::move(entries));
    for (std::size_t one = before; one < made.conflicts.size(); ++one)
      entries.children.push_back(std::move(made.conflicts[one].theirs));
    made.conflicts.resize(before);
    made.conflicts.push_back({path, ChangeKind::added, std::move(entries), mapping.keys});
    return std::nullopt;
  }

  /// The key goes with the last entry, so that without it there are none.
  static bool is_entries(const Tree& was, const Tree& is, const Path& path) {
    return key_of(path) == kEntries && is_list_of_things(was) && is_list_of_things(is);
  }

  static std::optional<Tree> not_empty(Tree list) {
    return list.children.empty() ? std::nullopt : std::optional(std::move(list));
  }

  Tree list(const Tree& base, const Tree& ours, const Tree& theirs, const Path& path) {
    const std::string_view key = key_of(path);
    const MergedList merged = merge_lists(base, ours, theirs, key);
    Tree out{.kind = yaml::Kind::sequence};
    const std::set<std::size_t> again = named_anew(merged, base, ours, key);
    for (const Slot& slot : merged.slots) {
      auto element = slotted(slot, base, ours, theirs, with_place(path, out.children.size()));
      if (slot.fate == Fate::clash && again.contains(*slot.ours))
        made.conflicts.back().is_new = false;
      if (element) out.children.push_back(std::move(*element));
    }
    made.undecided =
        made.undecided || merged.undecided || has_odd_names(out, merged, ours, theirs, key);
    return out;
  }

  /// Of ours that clash what has the name of an element of before, which became something else.
  static std::set<std::size_t> named_anew(const MergedList& merged, const Tree& base,
                                          const Tree& ours, std::string_view key) {
    std::set<std::size_t> anew;
    if (std::ranges::find(merged.slots, Fate::clash, &Slot::fate) == merged.slots.end())
      return anew;
    std::set<std::string> names;
    for (ElementName& one : element_names(base, key)) names.insert(std::move(one.name));
    const std::vector<ElementName> now = element_names(ours, key);
    for (std::size_t at = 0; at < now.size(); ++at)
      if (names.contains(now[at].name)) anew.insert(at);
    return anew;
  }

  std::optional<Tree> slotted(const Slot& slot, const Tree& base, const Tree& ours,
                              const Tree& theirs, const Path& path) {
    const auto at = [](const Tree& list, const std::optional<std::size_t>& place) {
      return place ? &list.children[*place] : nullptr;
    };
    const Tree *was = at(base, slot.base), *mine = at(ours, slot.ours),
               *other = at(theirs, slot.theirs);
    switch (slot.fate) {
      case Fate::merged:
        return value(was, *mine, *other, path);
      case Fate::ours:
        return *mine;
      case Fate::theirs:
        return *other;
      case Fate::taken_by_theirs:
        made.conflicts.push_back(
            {path, ChangeKind::removed, {}, {}, was == nullptr, differing(was, *mine)});
        return *mine;
      case Fate::clash:
        made.conflicts.push_back(
            {path, ChangeKind::changed, *other, {}, was == nullptr, differing(mine, *other)});
        return *mine;
      case Fate::taken_by_us:
      case Fate::no_place:
        made.conflicts.push_back(
            {path, ChangeKind::added, *other, {}, was == nullptr, differing(was, *other)});
        break;
    }
    return std::nullopt;
  }
};

/// The key of entries goes with the last of them.
void erase(Tree& root, Path list_path, Tree& list, std::size_t at) {
  list.children.erase(list.children.begin() + static_cast<std::ptrdiff_t>(at));
  if (!list.children.empty() || key_of(list_path) != kEntries) return;
  list_path.pop_back();
  take_away(value_at(root, list_path), kEntries);
}

void take_theirs(Tree& root, const Conflict& conflict) {
  if (conflict.kind == ChangeKind::changed) {
    value_at(root, conflict.path) = conflict.theirs;
    return;
  }
  Path around = conflict.path;
  const Step step = around.back();
  around.pop_back();
  Tree& owner = value_at(root, around);
  const auto place = owner.children.begin() + static_cast<std::ptrdiff_t>(step.at);
  const bool adds = conflict.kind == ChangeKind::added;
  if (step.in_list && adds)
    owner.children.insert(place, conflict.theirs);
  else if (step.in_list)
    erase(root, around, owner, step.at);
  else if (adds)
    put_as_in(owner, step.key, conflict.theirs, conflict.keys);
  else
    take_away(owner, step.key);
}

}  // namespace

MergedTree merge_trees(const Tree& base, const Tree& ours, const Tree& theirs) {
  Merger merger;
  Tree tree = merger.value(&base, ours, theirs, {});
  merger.made.tree = std::move(tree);
  return std::move(merger.made);
}

Tree with_theirs(Tree merged, const std::vector<const Conflict*>& conflicts) {
  // From the end, so that places before it stay.
  for (auto conflict = conflicts.rbegin(); conflict != conflicts.rend(); ++conflict)
    take_theirs(merged, **conflict);
  return merged;
}

std::vector<const Conflict*> all_of(const std::vector<Conflict>& conflicts) {
  std::vector<const Conflict*> all;
  for (const Conflict& conflict : conflicts) all.push_back(&conflict);
  return all;
}

std::vector<std::optional<Path>> paths_with_theirs(const std::vector<Conflict>& conflicts) {
  std::map<Path, std::ptrdiff_t> shifts;
  std::vector<std::optional<Path>> paths;
  for (const Conflict& conflict : conflicts) {
    Path path = conflict.path, front;
    for (Step& step : path) {
      const Step before = step;
      if (const auto shift = shifts.find(front); step.in_list && shift != shifts.end())
        step.at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(step.at) + shift->second);
      if (&step != &path.back()) front.push_back(before);
    }
    const bool goes = conflict.kind == ChangeKind::removed;
    if (!path.empty() && path.back().in_list && conflict.kind != ChangeKind::changed)
      shifts[front] += goes ? -1 : 1;
    paths.push_back(goes ? std::nullopt : std::optional(std::move(path)));
  }
  return paths;
}

}  // namespace wardplan
