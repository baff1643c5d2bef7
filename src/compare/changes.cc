#include "compare/changes.h"

#include <algorithm>
#include <set>

#include "compare/pairs.h"
#include "text/alignment.h"

namespace wardplan {
namespace {

struct Comparison {
  std::vector<Difference> out = {};

  void value(const Tree& was, const Tree& is, const Path& before, const Path& after) {
    if (says_same(was, is)) return;
    if (was.kind == yaml::Kind::mapping && is.kind == yaml::Kind::mapping)
      mapping(was, is, before, after);
    else if (is_list_of_things(was) && is_list_of_things(is))
      list(was, is, before, after);
    else
      out.push_back({ChangeKind::changed, before, after});
  }

  void mapping(const Tree& was, const Tree& is, const Path& before, const Path& after) {
    for (std::size_t at = 0; at < is.keys.size(); ++at) {
      const std::string& key = is.keys[at];
      const Tree* old = find(was, key);
      if (old != nullptr)
        value(*old, is.children[at], with_key(before, key), with_key(after, key));
      else
        out.push_back({ChangeKind::added, with_key(before, key), with_key(after, key)});
    }
    for (const std::string& key : was.keys)
      if (find(is, key) == nullptr)
        out.push_back({ChangeKind::removed, with_key(before, key), with_key(after, key)});
  }

  void list(const Tree& was, const Tree& is, const Path& before, const Path& after) {
    const Pairing pairs = pair_elements(was, is, key_of(before));
    const std::set<std::size_t> stay = staying(pairs);
    // Old elements before this one are done.
    std::size_t next = 0;
    const auto removed_until = [&](std::size_t end, std::size_t at) {
      for (; next < end; ++next)
        if (!pairs.of_old[next])
          out.push_back({ChangeKind::removed, with_place(before, next), with_place(after, at)});
    };
    for (std::size_t at = 0; at < is.children.size(); ++at) {
      const auto old = pairs.of_new[at];
      if (!old) {
        out.push_back({ChangeKind::added, with_place(before, next), with_place(after, at)});
        continue;
      }
      if (stay.contains(at)) removed_until(*old, at), next = *old + 1;
      value(was.children[*old], is.children[at], with_place(before, *old), with_place(after, at));
      if (!stay.contains(at))
        out.push_back({ChangeKind::moved, with_place(before, *old), with_place(after, at)});
    }
    removed_until(was.children.size(), is.children.size());
  }

  /// Places in the later list of what keeps its order.
  static std::set<std::size_t> staying(const Pairing& pairs) {
    std::vector<std::size_t> places, old;
    for (std::size_t at = 0; at < pairs.of_new.size(); ++at)
      if (pairs.of_new[at]) places.push_back(at), old.push_back(*pairs.of_new[at]);
    std::set<std::size_t> stay;
    for (const std::size_t one : longest_ascent(old)) stay.insert(places[one]);
    return stay;
  }
};

template <class T>
T& walk(T& root, const Path& path) {
  T* at = &root;
  for (const Step& step : path) at = step.in_list ? &at->children.at(step.at) : find(*at, step.key);
  return *at;
}

}  // namespace

Path with_key(Path path, std::string_view key) {
  path.push_back({.key = std::string(key)});
  return path;
}

Path with_place(Path path, std::size_t at) {
  path.push_back({.at = at, .in_list = true});
  return path;
}

std::string_view key_of(const Path& path) {
  for (auto step = path.rbegin(); step != path.rend(); ++step)
    if (!step->in_list) return step->key;
  return {};
}

std::vector<Difference> differences(const Tree& before, const Tree& after) {
  Comparison comparison;
  comparison.value(before, after, {}, {});
  return std::move(comparison.out);
}

const Tree& value_at(const Tree& root, const Path& path) { return walk(root, path); }
Tree& value_at(Tree& root, const Path& path) { return walk(root, path); }

void put_as_in(Tree& mapping, std::string_view key, Tree value,
               const std::vector<std::string>& order) {
  std::size_t behind = mapping.keys.empty() ? 0 : 1;
  for (const std::string& one : order) {
    if (one == key) break;
    const auto found = std::ranges::find(mapping.keys, one);
    if (found != mapping.keys.end())
      behind = static_cast<std::size_t>(found - mapping.keys.begin()) + 1;
  }
  const auto offset = static_cast<std::ptrdiff_t>(behind);
  mapping.keys.insert(mapping.keys.begin() + offset, std::string(key));
  mapping.children.insert(mapping.children.begin() + offset, std::move(value));
}

namespace {

void make(Tree& made, const Tree& after, const Difference& change) {
  if (change.kind == ChangeKind::changed) {
    value_at(made, change.before) = value_at(after, change.after);
    return;
  }
  Path around = change.before;
  const Step step = around.back();
  around.pop_back();
  Tree& owner = value_at(made, around);
  const auto place = owner.children.begin() + static_cast<std::ptrdiff_t>(step.at);
  const bool adds = change.kind == ChangeKind::added;
  if (!step.in_list && adds) {
    Path beside = change.after;
    beside.pop_back();
    put_as_in(owner, step.key, value_at(after, change.after), value_at(after, beside).keys);
  } else if (!step.in_list) {
    take_away(owner, step.key);
  } else if (adds) {
    owner.children.insert(place, value_at(after, change.after));
  } else {
    owner.children.erase(place);
  }
}

/// Whether a change makes a list longer or shorter.
bool is_of_list(const Difference& change) {
  return change.kind != ChangeKind::changed && change.before.back().in_list;
}

/// The list that such a change is of.
Path list_of(const Difference& change) { return {change.before.begin(), change.before.end() - 1}; }

/// Whether a list is, holds, or stands within one of some lists.
bool touches(const Path& list, const std::set<Path>& lists) {
  Path front;
  for (const Step& step : list) {
    if (lists.contains(front)) return true;
    front.push_back(step);
  }
  const auto next = lists.lower_bound(list);
  return next != lists.end() && next->size() >= list.size() &&
         std::equal(list.begin(), list.end(), next->begin());
}

}  // namespace

Tree with_differences(const Tree& before, const Tree& after,
                      const std::vector<const Difference*>& changes) {
  Tree made = before;
  // From the end, so that places before it stay.
  for (auto change = changes.rbegin(); change != changes.rend(); ++change)
    make(made, after, **change);
  return made;
}

std::vector<const Difference*> made_at_once(const std::vector<Difference>& changes) {
  std::vector<const Difference*> made;
  for (const Difference& change : changes)
    if (!is_of_list(change)) made.push_back(&change);
  if (!made.empty()) return made;
  std::set<Path> lists;
  for (const Difference& change : changes) {
    Path list = list_of(change);
    if (!lists.contains(list) && touches(list, lists)) continue;
    made.push_back(&change);
    lists.insert(std::move(list));
  }
  // What goes from a place goes before anything comes there; what moved is anywhere in the list.
  std::ranges::stable_sort(made, [](const Difference* one, const Difference* other) {
    const auto order = one->before <=> other->before;
    if (order != 0) return order < 0;
    return one->kind == ChangeKind::added && other->kind != ChangeKind::added;
  });
  return made;
}

}  // namespace wardplan
