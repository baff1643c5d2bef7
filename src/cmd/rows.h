#pragma once

#include <string>
#include <vector>

#include "cmd/commands.h"
#include "edit/tree.h"
#include "records/record.h"

// What `add` and `amend` have in common: what was typed for one row.

namespace wardplan {

/// The list of a record that a row stands in.
struct RowList {
  const Plan* plan = nullptr;
  bool dates = false;
};

/// Puts what was typed into a row's tree; throws `Refused` where that can't be. The keys that were
/// said, in the order of writing.
std::vector<std::string> put_typed(Tree& row, const RowList& list, const RowOptions& options);

/// Where a row stands in a record's tree.
Tree& row_tree(Tree& root, const Plan& plan, std::size_t row);

/// What stands under a key, in one line.
std::string in_words(const Tree& tree);

}  // namespace wardplan
