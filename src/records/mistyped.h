#pragma once

#include <optional>
#include <vector>

#include "records/outline.h"

namespace wardplan {

/// What the numbers of rows were meant to be, by those beside them and by what is likely to be
/// typed for it; nothing of a row whose number stands as it should, or may for all that is known.
/// `places` holds the numbers as they are written. A table that is numbered by a habit of its own
/// has no such rows.
std::vector<std::optional<RowNumber>> mistyped_numbers(const std::vector<Row>& rows,
                                                       const std::vector<Place>& places);

}  // namespace wardplan
