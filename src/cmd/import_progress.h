#pragma once

#include <vector>

#include "cmd/change.h"
#include "cmd/import_told.h"

namespace wardplan {

/// What a table says of how the work of a record stands that the record doesn't.
struct ProgressMade {
  /// One entry a row.
  std::vector<ChangeRequest> requests = {};
  /// Where nothing is recorded though both differ, and why.
  std::vector<Message> told = {};
  /// What the record says where the table's cells are empty: it stays.
  std::vector<Message> kept = {};
};

/// Compares what a table says of each row with how that stands in the record on a day. What the
/// record said before and has moved on from is no progress; an empty cell says nothing; of what the
/// table has no column for the record's own stays said.
ProgressMade progress_of(const Imported& imported, const Plan& plan, const Date& as_of);

}  // namespace wardplan
