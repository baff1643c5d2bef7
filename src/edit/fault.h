#pragma once

#include <optional>
#include <span>
#include <string>

#include "edit/entry.h"
#include "yaml/node.h"

namespace wardplan {

/// What was to change in one item of a tree.
struct EntryChange {
  const yaml::Node* item = nullptr;
  /// The entry that was appended; null: the last entry was taken off.
  const EntryDraft* entry = nullptr;
};

/// Compares the tree `before` with the one that was read after the edits, apart from spans and
/// styles: nothing when they are the same but for these changes (at most one an item), else the
/// path of the first difference, such as `rows[3].updates[1].note`; empty for the root itself.
std::optional<std::string> entry_fault(const yaml::Node& before, const yaml::Node& after,
                                       std::span<const EntryChange> changes);

}  // namespace wardplan
