#include "compare/merge_list.h"

#include <algorithm>
#include <compare>
#include <map>
#include <set>
#include <string>

#include "compare/pairs.h"
#include "records/row_number.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Place = std::optional<std::size_t>;

/// Keys by which entries of one day don't contradict each other.
bool is_beside(std::string_view key) {
  return key == "date" || key == "round" || key == "note" || key == "evidence";
}

/// Whether two mappings say different things under one key; named values by their names.
bool contradicts(const Tree& one, const Tree& other) {
  for (std::size_t at = 0; at < one.keys.size(); ++at) {
    const Tree* beside = find(other, one.keys[at]);
    if (beside == nullptr || is_beside(one.keys[at])) continue;
    const bool named = one.children[at].kind == yaml::Kind::mapping;
    if (named ? contradicts(one.children[at], *beside) : !says_same(one.children[at], *beside))
      return true;
  }
  return false;
}

/// What an entry says that its earlier version, or null, didn't; all of it where it is of another
/// day or round.
Tree said_anew(const Tree* was, const Tree& is) {
  if (was == nullptr) return is;
  Tree anew{.kind = yaml::Kind::mapping};
  for (std::size_t at = 0; at < is.keys.size(); ++at) {
    const Tree* old = find(*was, is.keys[at]);
    if (old != nullptr && says_same(*old, is.children[at])) continue;
    if (is.keys[at] == "date" || is.keys[at] == "round") return is;
    const bool named = old != nullptr && old->kind == yaml::Kind::mapping &&
                       is.children[at].kind == yaml::Kind::mapping;
    anew.keys.push_back(is.keys[at]);
    anew.children.push_back(named ? said_anew(old, is.children[at]) : is.children[at]);
  }
  return anew;
}

/// How large numbers of parts stand among those of rows: a row goes on with the part before it.
int level_of(NumberKind kind) {
  switch (kind) {
    case NumberKind::path:
      return 1;
    case NumberKind::part:
      return 2;
    case NumberKind::letter:
      return 3;
    case NumberKind::star:
    case NumberKind::step:
    case NumberKind::none:
    case NumberKind::other:
      break;
  }
  return 0;
}

std::partial_ordering by_number(const Tree& one, const Tree& other) {
  const RowNumber first = parse_row_number(text_under(one, "number"));
  const RowNumber second = parse_row_number(text_under(other, "number"));
  const int level = level_of(first.kind), beside = level_of(second.kind);
  if (level == 0 || beside == 0) return std::partial_ordering::unordered;
  if (level != beside) return level <=> beside;
  return first.path <=> second.path;
}

/// Which of two new elements of one place comes first.
std::partial_ordering order_of(const Tree& one, const Tree& other) {
  for (const std::string_view key : {"date", "id"}) {
    if (find(one, key) == nullptr || find(other, key) == nullptr) continue;
    const auto order =
        collation_key(text_under(one, key)) <=> collation_key(text_under(other, key));
    return order != 0 ? order : canonical(one) <=> canonical(other);
  }
  if (find(one, "number") != nullptr || find(other, "number") != nullptr)
    return by_number(one, other);
  return canonical(one) <=> canonical(other);
}

/// Of a row without a number, which has no name of its own: an empty one, `#2`, or `?5`, which is
/// another row's once something comes before it.
bool goes_by_place(std::string_view name) {
  return name.empty() || name.starts_with('#') || (name.size() > 1 && name.starts_with('?'));
}

/// One side of a merge of lists.
struct Side {
  const Tree& list;
  Pairing pairs = {};
  std::vector<ElementName> names = {};
  /// Of a new element the new one of the other side that is the same or clashes.
  std::vector<Place> twins = {};
  /// Entries that contradict another one, of the same day, of the other side.
  std::vector<bool> contradicted = {};

  bool is_new(std::size_t at) const { return !pairs.of_new[at]; }
  const Tree& operator[](std::size_t at) const { return list.children[at]; }

  /// Whether what it kept stands in another order.
  bool moved() const {
    std::size_t last = 0;
    for (const Place& old : pairs.of_new) {
      if (!old) continue;
      if (*old < last) return true;
      last = *old;
    }
    return false;
  }
};

struct ListMerger {
  const Tree& base;
  Side ours, theirs;
  std::string_view key;
  MergedList made = {};

  void go() {
    for (Side* side : {&ours, &theirs}) {
      side->pairs = pair_elements(base, side->list, key);
      side->names = element_names(side->list, key);
      side->twins.resize(side->list.children.size());
      side->contradicted.resize(side->list.children.size());
    }
    pair_twins();
    if (key == kEntries) find_contradictions();
    const bool by_them = theirs.moved();
    made.undecided = by_them && ours.moved() && !in_one_order();
    place(by_them ? theirs_spine() : ours_spine());
  }

  bool in_one_order() const {
    std::size_t last = 0;
    for (const Place& old : ours.pairs.of_new) {
      const Place there = old ? theirs.pairs.of_old[*old] : Place();
      if (!there) continue;
      if (*there < last) return false;
      last = *there;
    }
    return true;
  }

  /// New elements of both sides: first those that say the same, then those of one name.
  void pair_twins() {
    pair_by([](const Side& side, std::size_t at) { return canonical(side[at]); },
            [](std::size_t, std::size_t) { return true; });
    pair_by([](const Side& side, std::size_t at) { return name_of(side, at); },
            [&](std::size_t our_at, std::size_t their_at) {
              return key != kEntries || contradicts(ours[our_at], theirs[their_at]);
            });
  }

  /// Rows without a number have none that others could have, too.
  static std::string name_of(const Side& side, std::size_t at) {
    const std::string& name = side.names[at].name;
    return goes_by_place(name) ? name + canonical(side[at]) : name;
  }

  /// Each new one of theirs with the first of ours that has the same text and `fits`.
  template <class TextOf, class Fits>
  void pair_by(TextOf text_of, Fits fits) {
    std::map<std::string, std::vector<std::size_t>> known;
    for (std::size_t at = 0; at < ours.twins.size(); ++at)
      if (ours.is_new(at) && !ours.twins[at]) known[text_of(ours, at)].push_back(at);
    for (std::size_t at = 0; at < theirs.twins.size(); ++at) {
      if (!theirs.is_new(at) || theirs.twins[at]) continue;
      const auto found = known.find(text_of(theirs, at));
      if (found == known.end()) continue;
      const auto twin = std::ranges::find_if(found->second, [&](std::size_t our_at) {
        return !ours.twins[our_at] && fits(our_at, at);
      });
      if (twin == found->second.end()) continue;
      ours.twins[*twin] = at;
      theirs.twins[at] = *twin;
    }
  }

  /// What a side's entries say anew, by their days and rounds; not what both have added.
  struct Anew {
    std::size_t at = 0;
    Tree said = {};
  };
  std::map<std::string, std::vector<Anew>> said_by(const Side& side, const Side& other) const {
    std::map<std::string, std::vector<Anew>> all;
    for (std::size_t at = 0; at < side.twins.size(); ++at) {
      const Place twin = side.twins[at], old = side.pairs.of_new[at];
      if (twin && says_same(side[at], other[*twin])) continue;
      Tree said = said_anew(old ? &base.children[*old] : nullptr, side[at]);
      if (!said.children.empty()) all[side.names[at].name].push_back({at, std::move(said)});
    }
    return all;
  }

  void find_contradictions() {
    const auto mine = said_by(ours, theirs), other = said_by(theirs, ours);
    for (const auto& [name, all] : mine) {
      const auto beside = other.find(name);
      if (beside == other.end()) continue;
      for (const Anew& one : all)
        for (const Anew& there : beside->second) {
          const Place old = ours.pairs.of_new[one.at];
          if ((old && old == theirs.pairs.of_new[there.at]) || !contradicts(one.said, there.said))
            continue;
          ours.contradicted[one.at] = true;
          theirs.contradicted[there.at] = true;
        }
    }
  }

  /// What both have, or one has and the other took away though it was changed.
  std::optional<Slot> kept(const Place& our_at, const Place& their_at, const Place& old) const {
    if (our_at && their_at) {
      const bool apart = !old || ours.contradicted[*our_at] || theirs.contradicted[*their_at];
      const bool differ = apart && !says_same(ours[*our_at], theirs[*their_at]);
      return Slot{differ ? Fate::clash : Fate::merged, old, our_at, their_at};
    }
    if (our_at && !says_same(base.children[*old], ours[*our_at]))
      return Slot{Fate::taken_by_theirs, old, our_at, {}};
    return std::nullopt;
  }

  std::vector<Slot> ours_spine() const {
    std::vector<Slot> spine;
    for (std::size_t at = 0; at < ours.twins.size(); ++at) {
      const Place old = ours.pairs.of_new[at];
      if (!old && !ours.twins[at]) continue;
      if (const auto slot = kept(at, old ? theirs.pairs.of_old[*old] : ours.twins[at], old))
        spine.push_back(*slot);
    }
    return spine;
  }

  std::vector<Slot> theirs_spine() {
    std::vector<Slot> spine;
    for (std::size_t at = 0; at < theirs.twins.size(); ++at) {
      const Place old = theirs.pairs.of_new[at];
      const Place our_at = old ? ours.pairs.of_old[*old] : theirs.twins[at];
      if (our_at) spine.push_back(*kept(our_at, at, old));
    }
    // What they took away has no place in their order.
    for (std::size_t old = 0; old < base.children.size(); ++old)
      if (!theirs.pairs.of_old[old] && kept(ours.pairs.of_old[old], {}, old)) made.undecided = true;
    return spine;
  }

  /// What a side alone has behind each element of the spine; 0: before all of it.
  using Runs = std::map<std::size_t, std::vector<Slot>>;

  Runs runs_of(const Side& side, const std::vector<Slot>& spine, Place Slot::*place) const {
    std::map<std::size_t, std::size_t> at_spine;
    for (std::size_t at = 0; at < spine.size(); ++at)
      if (spine[at].*place) at_spine[*(spine[at].*place)] = at + 1;
    Runs runs;
    std::size_t behind = 0;
    for (std::size_t at = 0; at < side.list.children.size(); ++at) {
      if (const auto found = at_spine.find(at); found != at_spine.end())
        behind = found->second;
      else if (auto slot = alone(side, at))
        runs[behind].push_back(*slot);
    }
    return runs;
  }

  /// What stands on one side only; nothing where the other took it away and it wasn't changed.
  std::optional<Slot> alone(const Side& side, std::size_t at) const {
    const bool is_ours = &side == &ours;
    const Place old = side.pairs.of_new[at];
    const bool asked = side.contradicted[at];
    if (!old && is_ours) return Slot{asked ? Fate::taken_by_theirs : Fate::ours, {}, at, {}};
    if (!old) return Slot{asked ? Fate::no_place : Fate::theirs, {}, {}, at};
    if (is_ours || says_same(base.children[*old], side[at])) return std::nullopt;
    return Slot{Fate::taken_by_us, old, {}, at};
  }

  void place(const std::vector<Slot>& spine) {
    Runs our_runs = runs_of(ours, spine, &Slot::ours);
    Runs their_runs = runs_of(theirs, spine, &Slot::theirs);
    for (std::size_t at = 0; at <= spine.size(); ++at) {
      if (at > 0) made.slots.push_back(spine[at - 1]);
      together(our_runs[at], their_runs[at]);
    }
  }

  /// Each side keeps its order.
  void together(const std::vector<Slot>& our_run, const std::vector<Slot>& their_run) {
    auto mine = our_run.begin();
    bool lost = false;
    for (Slot slot : their_run) {
      while (!lost && !slot.base && mine != our_run.end()) {
        const auto order = order_of(ours[*mine->ours], theirs[*slot.theirs]);
        if (order == std::partial_ordering::unordered) lost = true;
        if (order > 0 || lost) break;
        made.slots.push_back(*mine++);
      }
      if (lost) {
        made.slots.insert(made.slots.end(), mine, our_run.end());
        mine = our_run.end();
        if (slot.fate == Fate::theirs) slot.fate = Fate::no_place;
      }
      made.slots.push_back(slot);
    }
    made.slots.insert(made.slots.end(), mine, our_run.end());
  }
};

/// Without `#2`, which goes by what stands before.
std::string plain(const std::string& name) { return name.substr(0, name.find('#')); }

std::map<std::string, std::size_t> counted(const std::vector<ElementName>& names) {
  std::map<std::string, std::size_t> counts;
  for (const ElementName& one : names) ++counts[plain(one.name)];
  return counts;
}

}  // namespace

MergedList merge_lists(const Tree& base, const Tree& ours, const Tree& theirs,
                       std::string_view key) {
  ListMerger merger{base, {ours}, {theirs}, key};
  merger.go();
  return std::move(merger.made);
}

bool has_odd_names(const Tree& merged, const MergedList& list, const Tree& ours, const Tree& theirs,
                   std::string_view key) {
  if (key == kEntries) return false;
  const std::vector<ElementName> names = element_names(merged, key);
  const std::vector<ElementName> sides[] = {element_names(ours, key), element_names(theirs, key)};
  const auto had = counted(sides[0]), has = counted(sides[1]);
  const auto count_in = [](const auto& counts, const std::string& name) {
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
  };
  for (const auto& [name, count] : counted(names))
    if (!goes_by_place(name) && count > std::max(count_in(had, name), count_in(has, name)))
      return true;
  std::size_t at = 0;
  for (const Slot& slot : list.slots) {
    if (!slot.stands()) continue;
    const std::string name = plain(names[at++].name);
    const bool ours_says = slot.ours && plain(sides[0][*slot.ours].name) == name;
    const bool theirs_says = slot.theirs && plain(sides[1][*slot.theirs].name) == name;
    if (!ours_says && !theirs_says && !goes_by_place(name)) return true;
  }
  return false;
}

}  // namespace wardplan
