#pragma once

#include <cstddef>
#include <vector>

#include "records/record.h"

namespace wardplan {

/// Where each row of a table that a record hasn't is to stand among the record's: the row before
/// which it stands, counted in the record as it is; as many: behind all.
struct NewPlace {
  /// The row of the table.
  std::size_t at = 0;
  std::size_t before = 0;
};

/// The places of such rows, in the order in which they are to stand. `match` has of each row of the
/// table the one of the record. A row stands behind the one that stands before it in the table and
/// behind what only the record has there with smaller numbers; where its number doesn't belong
/// there and the record's own numbers are in order, where they give it a place.
std::vector<NewPlace> places_of_new(const Plan& old, const Plan& fresh,
                                    const std::vector<RowIndex>& match);

}  // namespace wardplan
