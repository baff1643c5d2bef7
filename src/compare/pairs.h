#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/tree.h"

// Which elements of two versions of a list are the same thing: rows, entries, people, targets.

namespace wardplan {

/// The key of what was recorded of a row, whose list goes with its last entry.
inline constexpr std::string_view kEntries = "updates";

/// Whether two values say the same; keys may stand in whatever order, and one text is a list of it.
bool says_same(const Tree& one, const Tree& other);

/// A text that is the same of values that say the same, and of no others.
std::string canonical(const Tree& tree);

/// The text under a key of a mapping; empty where there is none.
std::string_view text_under(const Tree& mapping, std::string_view key);

/// Whether a list's elements are things of their own, which stay the same when they change, rather
/// than parts of one value: mappings, or none at all.
bool is_list_of_things(const Tree& list);

/// What an element is known by.
struct ElementName {
  /// Its address or id, or the day and round of an entry, whatever the case.
  std::string name = {};
  /// What it says it is, likewise.
  std::string title = {};
  /// The name as people read it; empty: it has none.
  std::string shown = {};
};

/// What an element says it is: its heading, title or name.
std::string_view title_under(const Tree& element);

/// Of all elements of a list that stands under `key`; a name that stands twice tells its further
/// ones by `#2`, `#3` where addresses do.
std::vector<ElementName> element_names(const Tree& list, std::string_view key);

/// Which elements of two versions of a list are the same: of each version the place in the other,
/// or none.
struct Pairing {
  std::vector<std::optional<std::size_t>> of_old = {};
  std::vector<std::optional<std::size_t>> of_new = {};
};

/// First what says the same, then what has the same name and title, the same title alone, and the
/// same name with a title that shares words.
Pairing pair_elements(const Tree& before, const Tree& after, std::string_view key);

}  // namespace wardplan
