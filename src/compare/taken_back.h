#pragma once

#include <string>
#include <vector>

#include "compare/changes.h"
#include "edit/tree.h"

// What one side of a merge said of a row that no longer counts once both are put together.

namespace wardplan {

/// A side's last word on a row, and the later one of the other side that stands in its place.
struct TakenBack {
  /// The row in the merged tree.
  Path row = {};
  bool by_ours = false;
  /// The round that both are of; empty: they name none.
  std::string round = {};
  std::string status = {};
  std::string day = {};
  std::string later_status = {};
  std::string later_day = {};
};

/// All of them, in the order of the rows: what a side says anew, last for a round, where the merged
/// record says something else of a later day, which that side hasn't seen.
std::vector<TakenBack> taken_back(const Tree& base, const Tree& ours, const Tree& theirs,
                                  const Tree& merged);

}  // namespace wardplan
