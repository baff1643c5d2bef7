#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "edit/layout.h"
#include "records/entry_draft.h"
#include "text/edit.h"
#include "yaml/node.h"

// Entries of `updates` put into a file and taken out again, and the proof that nothing else
// changed.

namespace wardplan {

/// Appends an entry to the list `updates` of `item`, a mapping of the tree that was read from
/// `bytes`; only inserts, in the layout of the list or, where the item has none yet, of the file's
/// other lists (`layouts`). Edits of different items of one tree can be `joined`. Throws
/// std::logic_error when `item` is no mapping, its `updates` no list, or nothing is given.
std::vector<Edit> append_entry(std::string_view bytes, const Layouts& layouts,
                               const yaml::Node& item, const EntryDraft& entry);

/// Takes the last entry of `updates` off again, with the comments inside it and behind it; comments
/// on lines of their own around it stay. The very bytes that `append_entry` has put in are taken
/// out; without entries left the key goes too, except of a list in brackets that isn't the last key
/// of an item in braces, and where the lines around the key would then mean something else: there
/// `[]` stays. Nothing when there is no entry; throws as `append_entry`.
std::vector<Edit> remove_last_entry(std::string_view bytes, const yaml::Node& item);

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
