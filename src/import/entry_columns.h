#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/headings.h"
#include "import/rows.h"
#include "records/record.h"
#include "times/date.h"

// Columns of a table that say how work stands, which a record keeps as entries.

namespace wardplan {

/// Whether a column is one of them.
bool is_entry_column(std::string_view id);

/// The key of entries that such a column says.
std::string_view entry_key_of(std::string_view id);

/// Whether an entry can hold what a cell of such a column says, and it says something.
bool says_entry(std::string_view id, const std::string& cell, const Ward* ward);

/// Headings with some columns as the record's own, and why each of these is.
struct SettledHeadings {
  Headings headings = {};
  std::vector<TableRemark> told = {};
  /// Rows, by their places, of which nothing is to be recorded.
  std::set<std::size_t> held_back = {};
};

/// Such a column is the record's own (the one that it `replaces`, if any) where an entry can't hold
/// each of its cells; `ward` (null: not
/// known) has statuses of its own, `as_of` is the day by which work can have been done. The rows
/// are those of the table `at`.
SettledHeadings settle_entries(const Headings& headings, const ImportedRows& rows, const Ward* ward,
                               std::size_t at, const Date& as_of);

/// The same of a table that is brought into a record: all columns stay, and rows with a cell that
/// can't be held are held back whole, for half of what a row says would be recorded as all of it.
SettledHeadings settle_progress(const Headings& headings, const ImportedRows& rows,
                                const Ward* ward, std::size_t at, const Date& as_of);

/// The same of the days on which work was done alone, where the header may mean planned ones.
SettledHeadings settle_days_done(const Headings& headings, const ImportedRows& rows,
                                 const Ward* ward, std::size_t at, const Date& as_of);

/// An id of the column's own, which no other has.
std::string own_column_id(const Headings& headings, std::size_t column);

/// The entry that a row's cells make.
struct RowEntry {
  /// The day on which it was done, where the row says one.
  std::optional<Date> day = {};
  /// Keys and texts; none where the cells are empty.
  std::vector<std::pair<std::string_view, std::string>> said = {};
};
RowEntry entry_of(const ImportRow& row, const Headings& headings, const Ward* ward);

/// Whether an entry would count for nothing: its row comes back, and no cell says of which time it
/// is, nor does it speak of all.
bool is_of_no_time(const RowEntry& entry, const Row& row, const Ward* ward);

}  // namespace wardplan
