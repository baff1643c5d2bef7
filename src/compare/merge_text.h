#pragma once

#include <string>
#include <vector>

#include "compare/merge.h"

// The texts of two versions of a record put together: ours with what theirs changed in it.

namespace wardplan {

/// How a merge came out.
enum class MergeEnd {
  /// The text says just what applying both gives.
  merged,
  /// Both sides stand between marks where neither can be taken.
  conflicts,
  /// A side can't be read as a record: all went by lines.
  unread,
  /// Neither is a record, so that it went by lines as git does it; there are marks or not.
  lines
};

struct MergedText {
  MergeEnd end = MergeEnd::merged;
  std::string bytes = {};
  /// Places between marks.
  std::size_t marked = 0;
  /// Of records, what the marks are about; none: more than could be told apart.
  std::vector<Conflict> conflicts = {};
  /// The record that `conflicts` are paths of.
  Tree tree = {};
};

/// Keeps our bytes outside of what theirs changed. A merge without conflicts is read again and
/// compared with what both say; words and comments that a side added are all in the result.
MergedText merge_texts(const std::string& base, const std::string& ours, const std::string& theirs);

}  // namespace wardplan
