#pragma once

#include <cstddef>
#include <vector>

#include "import/headings.h"
#include "import/rows.h"
#include "records/record.h"

namespace wardplan {

/// What people should look at of who is named in a table: cells that may name more people than were
/// parted, honorifics that were said once for several, one name with different offices. What the
/// register (null: there is none) knows is decided. `table` is the table's place in its file.
std::vector<TableRemark> people_told(const ImportedRows& rows, const Headings& headings,
                                     const Ward* ward, std::size_t table);

/// What is told of a cell whose text was kept as one name though it may name more people.
TableRemark unsure_people(const std::string& text, const CellAddress& cell);

}  // namespace wardplan
