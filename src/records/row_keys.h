#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"
#include "text/phrase.h"

// The keys of rows as `add` and `amend` take them: which flag says which key, and which rows have
// it.

namespace wardplan {

/// How what is typed becomes what stands under a key.
enum class RowKeyKind {
  text,
  date,
  /// A word of a few, which the file has in English: `tập thể` is `collective`.
  word,
  /// Of the register, or of the movement: one or several.
  people,
  units,
  fields,
  /// Several words or addresses.
  list,
  /// Figures to be reached: `[NAME=]GOAL`.
  goals,
  /// Texts of the plan's own columns: `ID=TEXT`.
  cells
};

struct RowKeyFlag {
  std::string_view name;
  /// In the YAML file.
  std::string_view key;
  /// Of a key that holds others the one that is meant.
  std::string_view inner;
  RowKeyKind kind;
  /// What its value is called in the help.
  std::string_view value;
  Phrase help;

  /// More than one is taken.
  bool often() const { return kind > RowKeyKind::word; }
};

/// All of them, in the order of the help.
std::span<const RowKeyFlag> row_key_flags();

/// A key of the rows of one list, and whether each row must have it.
struct RowKey {
  std::string_view name;
  bool required;
};

/// The keys of a record's rows, or of its dates, in the order of writing.
std::vector<RowKey> row_keys(RecordKind kind, bool dates);

/// The word of a file that a word in either language means, without regard to case and marks; what
/// means none stays as it is.
std::string row_word(std::string_view key, const std::string& typed);

/// The words of a file that such a key takes; none: it takes any text.
std::vector<std::string> known_row_words(std::string_view key);

/// The keys inside of a row's key, in the order of writing; none: it holds no mapping of ours.
std::vector<std::string_view> inner_keys(std::string_view key);

/// The keys of a record, in the order of writing.
std::vector<std::string_view> record_keys(RecordKind kind);

/// The list of a record that its rows stand in, or its dates, as the file calls it.
std::string_view row_list(RecordKind kind, bool dates);

}  // namespace wardplan
