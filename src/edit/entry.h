#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "records/entry_keys.h"

// An entry of `updates` as it is written; its texts must be `yaml::is_writable`.

namespace wardplan {

/// Lines of files are kept within this many columns where an entry can be broken.
inline constexpr std::size_t kMostColumns = 100;

/// How an entry of a block list is laid out.
struct EntryStyle {
  /// Column of the dash, and blanks behind it.
  std::size_t dash = 0;
  std::size_t gap = 1;
  /// One key a line rather than braces.
  bool block = false;
  /// Blanks inside the braces.
  bool padded = false;
};

/// The entry in braces.
std::string flow_text(const EntryDraft& entry, bool padded);

/// The lines of an entry of a block list, without line ends; an entry that is too wide for braces
/// gets a line for each key.
std::vector<std::string> entry_lines(const EntryDraft& entry, const EntryStyle& style);

}  // namespace wardplan
