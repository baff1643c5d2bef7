#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "edit/change.h"
#include "edit/tree.h"
#include "import/headings.h"
#include "records/record.h"

// A table that was issued anew, brought into the record that stands there.

namespace wardplan {

/// A record and what its file says.
struct RecordTree {
  const Plan& plan;
  const Tree& root;
};

/// What a table that was printed of a record says a row is about: its title, and more behind it.
using PrintedContent = std::function<std::string(const Row& row)>;

/// A row that stays, and which of its keys say something else.
struct NewWording {
  std::size_t row = 0;
  std::vector<std::string> keys = {};
};

/// Rows of the table that the record hasn't, to stand side by side.
struct NewRows {
  /// The row before which they stand, counted in the record as it is; as many: behind all.
  std::size_t before = 0;
  std::vector<Tree> rows = {};
};

/// A row that the table has at another address, by what it says.
struct MovedRow {
  std::size_t row = 0;
  std::string address = {};
  std::string number = {};
  /// It has more than what was issued (entries, targets), which would stand with another row.
  bool holds = false;
  /// The table has no row at its own address, so that it would stand there twice.
  bool stays_behind = false;
};

/// A row that is something else in the table, and what.
struct OtherRow {
  std::size_t row = 0;
  std::string title = {};
};

struct Merge {
  /// The record with its new wording, without new rows.
  Tree tree;
  /// Keys beside its rows that say something else.
  std::vector<std::string> head = {};
  std::vector<NewWording> changed = {};
  /// What rows say where the table's cells are empty: it stays.
  std::vector<NewWording> kept = {};
  /// In their order.
  std::vector<NewRows> added = {};
  /// Their addresses in the table.
  std::vector<std::string> new_addresses = {};
  /// Rows that the table hasn't.
  std::vector<std::size_t> left = {};
  std::vector<MovedRow> moved = {};
  /// Rows with more than what was issued that the table has as something that shares hardly a word
  /// with what they were.
  std::vector<OtherRow> others = {};
  /// Columns in which the record says something and that the table hasn't.
  std::vector<std::string> lost_columns = {};
  /// Rows of both stand in another order in the table.
  bool reordered = false;

  /// Whether what was recorded of one row would stand with another by its number, or a row would be
  /// there twice.
  bool shifts() const {
    return std::ranges::any_of(moved,
                               [](const MovedRow& row) { return row.holds || row.stays_behind; });
  }

  /// Whether results would stand with what they aren't of.
  bool mixes_up() const { return !others.empty() || shifts(); }

  bool empty() const { return head.empty() && changed.empty() && added.empty(); }
};

/// What a table's record says otherwise than the one that is there, row by row with the same
/// address. Of a row only what was issued changes, and of that only what `headings` has a column
/// for; spacing aside, names as the register knows them. What was printed behind titles is none of
/// them.
Merge merge_records(const RecordTree& old, const RecordTree& fresh, const Headings& headings,
                    const PrintedContent& printed);

/// Makes a record's text say what a merge wants; a refusal where that would change other bytes.
ChangedText merged_text(const std::string& bytes, const Merge& merge, std::string_view rows);

}  // namespace wardplan
