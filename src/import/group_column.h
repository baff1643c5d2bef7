#pragma once

#include <vector>

#include "import/headings.h"
#include "table/read_table.h"

// Tables of criteria in which the groups stand in a column of their own, beside their contents.

namespace wardplan {

/// Makes rows of the groups, and numbers of what is numbered within them (`2.` in group 3: `3.2`),
/// so that the table reads as those do whose rows are numbered: `headings` name such columns then.
/// A text of a group or content that a page's end cut, and several contents in one cell, are put
/// where they belong by their numbers. What was done is added to `told`; places in the table `at`
/// that it, and the file, name already are those of the same rows afterwards.
void open_groups(ReadFile& file, std::size_t at, Headings& headings,
                 std::vector<TableRemark>& told);

}  // namespace wardplan
