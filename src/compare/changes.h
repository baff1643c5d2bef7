#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "edit/tree.h"

// What two versions of a record say otherwise: the one list that `diff`, `log` and merging go by.

namespace wardplan {

/// A step into a value: a key of a mapping, or a place in a list.
struct Step {
  std::string key = {};
  std::size_t at = 0;
  bool in_list = false;
  friend auto operator<=>(const Step&, const Step&) = default;
};
using Path = std::vector<Step>;

Path with_key(Path path, std::string_view key);
Path with_place(Path path, std::size_t at);

/// The key under which the value at the end of a path stands; of an element that of its list.
std::string_view key_of(const Path& path);

/// `moved`: an element that stands elsewhere among those around it.
enum class ChangeKind { added, removed, changed, moved };

struct Difference {
  ChangeKind kind = ChangeKind::changed;
  /// Where it stands in the earlier version; what was added: where it would be put.
  Path before = {};
  /// The same of the later one.
  Path after = {};
};

/// All that the later version says otherwise, in its order; how it is laid out and the order of
/// keys don't count. Lists of things change by their elements (`pair_elements`), others as a whole.
std::vector<Difference> differences(const Tree& before, const Tree& after);

/// The value at the end of a path, which must be there.
const Tree& value_at(const Tree& root, const Path& path);
Tree& value_at(Tree& root, const Path& path);

/// The earlier version with some of its changes, in their order; what moved is left out of it, so
/// that it is added next.
Tree with_differences(const Tree& before, const Tree& after,
                      const std::vector<const Difference*>& changes);

/// Those of all changes (at least one) that can be made at once, in the order in which they are
/// made from the end: all that leave every list as long as it is, or else those of lists that
/// aren't within each other.
std::vector<const Difference*> made_at_once(const std::vector<Difference>& changes);

/// Puts a value under a new key of a mapping: behind the nearest key that stands before it in
/// `order`.
void put_as_in(Tree& mapping, std::string_view key, Tree value,
               const std::vector<std::string>& order);

}  // namespace wardplan
