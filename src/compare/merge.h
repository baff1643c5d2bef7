#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/changes.h"
#include "edit/tree.h"

// Two versions of a record that were made of one, put together by what they say.

namespace wardplan {

/// Where both sides changed the same and neither can be taken.
struct Conflict {
  /// In the merged tree, which has ours there.
  Path path = {};
  /// What theirs does to that: it has something that isn't there, took it away, or has another.
  ChangeKind kind = ChangeKind::changed;
  /// What theirs has there.
  Tree theirs = {};
  /// Of a key that is added: the keys of its mapping.
  std::vector<std::string> keys = {};
  /// One side added it, and the other never had it; `changed`: each added it otherwise.
  bool is_new = false;
  /// Of a row and the like: the keys that the sides have otherwise, or where one took it away those
  /// that the other changed.
  std::vector<std::string> differing = {};
};

struct MergedTree {
  Tree tree = {};
  /// In the order of the tree.
  std::vector<Conflict> conflicts = {};
  /// Some list can't be put in order, or its rows would answer to other addresses: nothing of it
  /// is to be taken.
  bool undecided = false;
};

/// Applies what both sides changed: entries of `updates` by date, others where they stand. Never
/// two values for one key: that, and a change of what the other side took away, is a conflict; the
/// same change twice is none.
MergedTree merge_trees(const Tree& base, const Tree& ours, const Tree& theirs);

/// The merged tree with theirs in some of its conflicts, which are in their order.
Tree with_theirs(Tree merged, const std::vector<const Conflict*>& conflicts);

/// Where each conflict's place is in the tree with theirs in all of them; of what theirs took away
/// there is none.
std::vector<std::optional<Path>> paths_with_theirs(const std::vector<Conflict>& conflicts);

/// All conflicts, as `with_theirs` takes them.
std::vector<const Conflict*> all_of(const std::vector<Conflict>& conflicts);

}  // namespace wardplan
