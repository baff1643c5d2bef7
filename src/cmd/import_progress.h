#pragma once

#include <set>
#include <string>
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
  /// Folded addresses of rows whose record says what the table says, or will with these requests.
  std::set<std::string> said = {};
};

/// Compares what a table says of each row with how that stands in the record on a day. What the
/// record said before and has moved on from is no progress; an empty cell says nothing; of what the
/// table has no column for the record's own stays said.
ProgressMade progress_of(const Imported& imported, const Plan& plan, const Date& as_of);

/// Columns of how work stands that the record has as its own, since not all of them could be read:
/// they become entries where each cell can be read, and else stay, which is told.
void take_up_own(Imported& imported, const Date& as_of);

/// Says of such columns of which rows the record's own cells have become needless.
void mark_replaced(Imported& imported, const Date& as_of);

}  // namespace wardplan
