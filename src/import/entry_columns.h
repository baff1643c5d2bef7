#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/headings.h"
#include "import/rows.h"
#include "records/record.h"

// Columns of a table that say how work stands, which a record keeps as entries.

namespace wardplan {

/// Whether a column is one of them.
bool is_entry_column(std::string_view id);

/// The headings, with such a column as one of the record's own where an entry can't hold each of
/// its cells; `ward` (null: not known) has statuses of its own.
Headings settle_entries(const Headings& headings, const ImportedRows& rows, const Ward* ward);

/// The headings with such columns as the record's own, but those that a record names already.
Headings without_entries(const Headings& headings, const Plan& into);

/// Keys and texts of the entry that a row's cells make; none where they are empty.
std::vector<std::pair<std::string_view, std::string>> entry_of(const ImportRow& row,
                                                               const Headings& headings,
                                                               const Ward* ward);

}  // namespace wardplan
