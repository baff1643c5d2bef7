#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>

#include "records/entry_keys.h"
#include "support/tree.h"

namespace wardplan::test {

/// The tree of a text; null unless it reads without a finding.
Tree clean_tree(const std::string& bytes);

/// The row with this index of a tree's `rows`.
const yaml::Node& row_of(const yaml::Node& root, std::size_t index);

/// An entry with these keys.
EntryDraft drafted(std::initializer_list<std::pair<EntryKeyId, EntryValue>> given);

/// Appends an entry to a row, reads the text again, takes the entry off again: `fault` is the first
/// thing that isn't as it must be, `after` the text with the entry.
struct Appended {
  std::string fault;
  std::string after;
};
Appended append_and_remove(const std::string& bytes, std::size_t row, const EntryDraft& entry);

/// Takes the last entry off a row and reads the text again.
Appended remove_entry(const std::string& bytes, std::size_t row);

}  // namespace wardplan::test
