#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"
#include "table/read_table.h"

// Which column of a table that people made is what in a record.

namespace wardplan {

/// One column of the table: of those that every record of its kind can have, or one of its own; of
/// a movement's fields each has the id `field` and its name as its title.
struct ImportColumn {
  std::string id = {};
  /// As its header has it; empty where the header has no cell there.
  std::string title = {};
  /// Known by its place and by what stands in it.
  bool guessed = false;
  /// Its header may mean something else (`Ngày hoàn thành`: a planned day), so that the other
  /// columns of a row must bear it out.
  bool unsure = false;
  /// What its header means, where cells in it are something else, so that its id is an own one.
  std::string was = {};
  /// The record's own column whose place it takes; the rows of the table, by their places, that say
  /// what its cells said, and those that say nothing.
  std::string replaces = {};
  std::set<std::size_t> replaced_in = {};
  std::set<std::size_t> empty_in = {};
  /// Neither a header nor a word stands in it.
  bool empty = false;
};

/// The header of a table, which may take two rows.
struct Headings {
  std::vector<ImportColumn> columns = {};
  std::size_t header = 0;
  /// The first row behind it, and behind a row that counts the columns (`(1) (2) (3)`).
  std::size_t body = 0;
  /// That row, if there is one.
  std::optional<std::size_t> counting = {};
  /// Columns of the header's first row whose words are in no title: those over names of fields.
  std::vector<std::size_t> untold = {};
  /// The column that says what a row is about (`main_column`), if it is known.
  std::optional<std::size_t> main = {};

  /// The place of a column, or none.
  std::optional<std::size_t> find(std::string_view id) const;
};

/// What a table is read as.
struct ImportAs {
  RecordKind kind = RecordKind::plan;
  /// Times are understood as those of this year.
  int year = 0;
};

/// Finds the header; none where no row looks like one. Without an own word for it, what a column
/// is is told by what stands in it. `said` are ids that somebody gave for all columns, in their
/// order.
std::optional<Headings> find_headings(const ReadTable& table, const ImportAs& kind,
                                      const std::vector<std::string>& said = {});

/// The column that says what a row is about; without it there is no record.
std::string_view main_column(RecordKind kind);

/// Whether a cell's text is read as a time of a plan's year.
bool is_time(std::string_view text, int year);

/// Whether an id can name a column of one's own.
bool is_own_id(std::string_view id);

/// Small letters without marks and digits, apart by `-`: `san-pham`; at most some words of it.
std::string id_of(std::string_view text);

/// A text without what nobody sees: blanks at the ends of lines, empty lines, invisible characters;
/// letters composed.
std::string words_of(std::string_view text);

/// The words of a place, without those that a merged cell has from above or from the left.
std::string own_words(const ReadTable& table, std::size_t row, std::size_t column);

}  // namespace wardplan
