#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/changes.h"
#include "edit/tree.h"

namespace wardplan {

/// A change as it is told: of which row, under which key, and what stands there; it lives as long
/// as the versions.
struct ToldChange {
  ChangeKind kind = ChangeKind::changed;
  /// The list that its row, person or unit stands in; empty: it is of the record itself.
  std::string list = {};
  /// Places there in both versions.
  std::optional<std::size_t> row_before = {};
  std::optional<std::size_t> row_after = {};
  /// Its address or id, and what it says it is.
  std::string address = {};
  std::string title = {};
  /// The keys that lead there, `due`, `targets.goal`, `people.role`; empty: all of the row.
  std::string field = {};
  /// The last of them, and the one above it.
  std::string key = {};
  std::string owner = {};
  /// Which of a row's targets and the like; the day of an entry.
  std::string part = {};
  std::string day = {};
  /// What stands there; null where nothing does.
  const Tree* before = nullptr;
  const Tree* after = nullptr;
};

/// All that `differences` finds.
std::vector<ToldChange> told_changes(const Tree& before, const Tree& after);

/// What stands at a path of a version, told without values; of many paths at once.
ToldChange told_place(const Tree& root, const Path& path);
std::vector<ToldChange> told_places(const Tree& root, const std::vector<Path>& paths);

/// The status that the entries of a row come to, by their days; empty: none says any.
std::string_view last_status(const Tree& row);

}  // namespace wardplan
