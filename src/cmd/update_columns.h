#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/commands.h"
#include "records/entry_keys.h"

// What the columns of a list of updates give, by their titles: of one that was typed, printed by
// `list`, or printed to be filled in.

namespace wardplan {

/// What a column gives: the file, the address, what the item is, which time of it the line is
/// about, a key of the entry, what the row was when the list was printed, which units it was
/// printed for, what stands in the record and a list can't change, what was recorded when a sheet
/// was printed, or nothing, for it goes by the day.
enum class Gives { file, address, title, time, key, fingerprint, unit, shown, recorded, nothing };

/// A column of a list, and the titles that it goes by.
struct ListedColumn {
  std::array<std::string_view, 3> titles;
  Gives gives = Gives::key;
  const EntryKey* key = nullptr;
};

/// What one line asks for, and of which file.
struct ListedChange {
  std::string path = {};
  /// Of the units that the list was printed for.
  std::string units = {};
  ChangeRequest request = {};
};

/// Throws what is wrong with a cell of the titles, by its place among them.
using FailAt = std::function<void(std::size_t column, const Message& message, const Message& help)>;

/// The columns that a title may mean, what may be filled in first; of those that give the same the
/// first.
std::vector<const ListedColumn*> columns_by_title(std::string_view title);

/// The columns that titles mean; null: without a title. `Tình trạng` is what is to be recorded, or
/// beside `Trạng thái` what `list` prints there.
std::vector<const ListedColumn*> titled_columns(const std::vector<std::string>& titles,
                                                const FailAt& fail);

/// What a cell says: blanks around it, those that don't break too, are nobody's words.
std::string_view said_in(std::string_view cell);

/// Adds what a cell of a column says.
void put_cell(ListedChange& change, const ListedColumn& column, std::string_view cell);

}  // namespace wardplan
