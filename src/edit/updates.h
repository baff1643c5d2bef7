#pragma once

#include <string_view>
#include <vector>

#include "edit/entry.h"
#include "text/edit.h"
#include "yaml/node.h"

namespace wardplan {

/// Appends an entry to the list `updates` of `item`, a mapping of the tree `root` that was read
/// from `bytes`; only inserts, in the layout of the list or, where the item has none yet, of the
/// file's other lists. Edits of different items of one tree can be `joined`. Throws
/// std::logic_error when `item` is no mapping, its `updates` no list, or nothing is given.
std::vector<Edit> append_entry(std::string_view bytes, const yaml::Node& root,
                               const yaml::Node& item, const EntryDraft& entry);

/// Takes the last entry of `updates` off again, with the comments inside it and behind it; comments
/// on lines of their own around it stay. The very bytes that `append_entry` has put in are taken
/// out; without entries left the key goes too, except of a list in brackets that isn't the last key
/// of an item in braces, and where the lines around the key would then mean something else: there
/// `[]` stays. Nothing when there is no entry; throws as `append_entry`.
std::vector<Edit> remove_last_entry(std::string_view bytes, const yaml::Node& item);

}  // namespace wardplan
