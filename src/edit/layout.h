#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/entry_keys.h"
#include "text/edit.h"
#include "yaml/node.h"

// Entries of `updates` put into a file and taken out again: how they and the lists around them are
// laid out there, and the proof that nothing else changed.

namespace wardplan {

/// How a file lays out the lists inside its items, and their entries.
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

/// Lines of files are kept within this many columns where an entry can be broken.
inline constexpr std::size_t kMostColumns = 100;

/// The entry in braces; its texts must be `yaml::is_writable`.
std::string flow_text(const EntryDraft& entry, bool padded);

/// The lines of an entry of a block list whose dashes stand in column `dash`, without line ends; an
/// entry that is too wide for braces gets a line for each key.
std::vector<std::string> entry_lines(const EntryDraft& entry, std::size_t dash,
                                     const Layout& layout);

/// Adds `text` as the last element of a list or mapping in brackets, laid out as the one before it:
/// on the same line or on its own, with or without a trailing comma.
std::vector<Edit> add_element(std::string_view bytes, const yaml::Node& brackets,
                              const std::string& text);

/// Takes the last element out again: the very bytes that `add_element` has put in. An element with
/// lines of its own goes with them and the comment behind it.
std::vector<Edit> remove_element(std::string_view bytes, const yaml::Node& brackets);

/// Deletes the whole lines [begin, end) of a text; the last line of a file without a final line end
/// goes with the line end before it.
Edit without_lines(std::string_view bytes, std::size_t begin, std::size_t end);

/// Puts whole lines, without line ends, behind the line around byte `at`; that line's end is used.
Edit lines_behind(std::string_view bytes, std::size_t at, const std::vector<std::string>& lines);

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
