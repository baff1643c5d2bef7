#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/entry_columns.h"

// A column of a table that says for which targets rows are done.

namespace wardplan {

/// The addresses of a cell, apart by `;`, commas and lines.
std::vector<std::string> served_in(std::string_view cell);

/// The column is the record's own where a cell doesn't name targets that are there. `read`: the
/// record of these rows, whose targets are those of `into` where it is brought into that (null: a
/// new one is made). The rows are those of the table `at`.
SettledHeadings settle_serves(const Headings& headings, const ImportedRows& rows, const Plan& read,
                              const Plan* into, std::size_t at);

}  // namespace wardplan
