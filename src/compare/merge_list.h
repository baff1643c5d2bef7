#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "edit/tree.h"

// The elements of a list that two sides changed, in the order in which they come to stand.

namespace wardplan {

/// What becomes of an element.
enum class Fate {
  /// Both sides have it, as it was or changed; or the same new one.
  merged,
  /// One side has it, and the other neither had nor took it away.
  ours,
  theirs,
  /// One side took away what the other changed; or ours is a new entry that contradicts theirs.
  taken_by_theirs,
  taken_by_us,
  /// Both have a new one of the same name, and say different things.
  clash,
  /// Theirs is new, and where it stands beside ours can't be told; or it contradicts ours.
  no_place
};

struct Slot {
  Fate fate = Fate::merged;
  /// Its places in the three lists.
  std::optional<std::size_t> base = {};
  std::optional<std::size_t> ours = {};
  std::optional<std::size_t> theirs = {};

  /// Whether it stands in the merged list, where ours is taken for what isn't settled.
  bool stands() const { return fate != Fate::taken_by_us && fate != Fate::no_place; }
};

struct MergedList {
  std::vector<Slot> slots = {};
  /// Both sides put the elements in an order of their own.
  bool undecided = false;
};

/// New elements of both sides at one place come by day, number or id. `key`: that of the list.
MergedList merge_lists(const Tree& base, const Tree& ours, const Tree& theirs,
                       std::string_view key);

/// Whether an element of the merged list has the name that neither side gave it, or one that
/// others have, too: rows would stand in another section, or answer to the same address.
bool has_odd_names(const Tree& merged, const MergedList& list, const Tree& ours, const Tree& theirs,
                   std::string_view key);

}  // namespace wardplan
