#pragma once

#include <vector>

#include "import/headings.h"
#include "table/read_table.h"

// Rows of a text that have fewer cells than their table: which cell is missing.

namespace wardplan {

/// Moves the cells of such rows to the columns that they fit by what stands in them, where that is
/// plainer than that the last ones are missing. What was moved is told, of the table `at`.
std::vector<TableRemark> put_in_columns(ReadTable& table, std::size_t at, const Headings& headings,
                                        int year);

}  // namespace wardplan
