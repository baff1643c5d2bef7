#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/merge.h"
#include "compare/taken_back.h"
#include "text/merge_lines.h"
#include "text/phrase.h"

// The texts of two versions of a record put together: ours with what theirs changed in it.

namespace wardplan {

/// How a merge came out.
enum class MergeEnd {
  /// The text says just what applying both gives.
  merged,
  /// Both sides stand between marks where neither can be taken.
  conflicts,
  /// A side, or what both were made of, can't be read as a record: all went by lines.
  unread,
  base_unread,
  /// Neither is a record, so that it went by lines as git does it; there are marks or not.
  lines
};

/// Why all that the sides have otherwise stands between marks.
enum class Unsettled {
  nothing,
  /// Rows would stand in an order, or a section, that neither side gave them.
  order,
  /// The text can't be laid out so that it says what both changes give.
  layout,
  /// A comment has no place in it.
  comment
};

/// A version that can't be read: where, and why.
struct UnreadVersion {
  enum class Which { base, ours, theirs };
  Which which = Which::base;
  std::uint32_t line = 0;
  Message why = {};
};

struct MergedText {
  MergeEnd end = MergeEnd::merged;
  std::string bytes = {};
  /// Places between marks.
  std::size_t marked = 0;
  /// Of records, what the marks are about; none: all changes, for a reason.
  std::vector<Conflict> conflicts = {};
  Unsettled why = Unsettled::nothing;
  /// The record that `conflicts` are paths of.
  Tree tree = {};
  /// What one side said that no longer counts beside what the other said later.
  std::vector<TakenBack> taken_back = {};
  std::vector<UnreadVersion> unread = {};
};

/// Keeps our bytes outside of what theirs changed. A merge without conflicts is read again and
/// compared with what both say; so is what keeping one side between all marks gives. Comments that
/// a side added are all in the result, at what they stood at.
MergedText merge_texts(const std::string& base, const std::string& ours, const std::string& theirs,
                       const Marks& marks = {});

}  // namespace wardplan
