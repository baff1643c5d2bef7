#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "import/headings.h"
#include "import/rows.h"
#include "table/read_table.h"

// What cells of names and times hold that is neither a name nor a time.

namespace wardplan {

/// Whether a column holds people, units or times.
bool holds_names_or_times(std::string_view id);

/// What people write where there is nobody and no time: `-`, `…`, `/`, `0`, `không`, `x`.
bool says_nothing(std::string_view text);

/// The same where a cross may be a number, or a mark that there is something.
bool leaves_empty(std::string_view text);

/// Whether a cell shows an error of Excel, which is neither a name nor a time.
bool is_fault_at(const ReadTable& table, std::size_t row, std::size_t column);

/// Leaves those of a row out that stand in columns of names and times.
void leave_out_faults(ImportedRows& rows, const ReadFile& file, std::size_t table,
                      const Headings& headings, std::size_t row);

/// Tells which signs of a table were taken for nothing, which numbers may be days as Excel keeps
/// them, which headings say by whom or when something is done as if they were items, and which
/// cells hold several items.
void tell_signs(ImportedRows& rows, const ReadFile& file, std::size_t table,
                const Headings& headings);

}  // namespace wardplan
