#pragma once

#include <cstddef>
#include <string_view>

#include "yaml/node.h"

namespace wardplan {

/// How a file lays out the lists inside its items.
struct Layout {
  /// Columns from a key to the dashes of its list.
  std::size_t indent = 2;
  /// Blanks behind a dash.
  std::size_t gap = 1;
  /// Entries are written one key a line rather than in braces.
  bool block = false;
  /// Blanks inside the braces of entries.
  bool padded = false;
};

/// Learns from the file how a list is written in `item` that has none yet: as other lists of
/// `updates`, else `targets`, else any list of an item, else the list of the items; of several the
/// nearest before the item's end.
Layout learn_layout(std::string_view bytes, const yaml::Node& root, const yaml::Node& item);

/// Blanks between the dash and the last entry of a block list; 1 where that begins a line.
std::size_t gap_behind_dash(std::string_view bytes, const yaml::Node& list);

/// Whether a mapping in braces has blanks inside of them.
bool is_padded(std::string_view bytes, const yaml::Node& mapping);

/// The last entry of a list that is a mapping, or null.
const yaml::Node* last_mapping(const yaml::Node& list);

}  // namespace wardplan
