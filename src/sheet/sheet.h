#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace wardplan {

enum class Align { left, right };

/// What the values of a cell are: texts; one number; or the form for data and then the words for
/// people, of a day (`2023-06-15`, `15/06/2023`), a word of some table (`overdue`, `quá hạn`), or
/// yes and no (`true`, `có`).
enum class CellKind { text, number, date, coded, flag };

/// A column of an official table: its name in data, its heading in print, and what stands between
/// several values in one cell (empty: the cell holds one value).
struct Column {
  std::string key;
  std::string title;
  std::string_view separator;
  /// Its share where there is too little room for all; 0: its cells are never cut.
  int weight = 1;
  /// Columns of a terminal that it is cut down to at most.
  int least = 6;
  Align align = Align::left;
  CellKind kind = CellKind::text;
  /// What is cut goes from the front: of a Vietnamese name the end tells most.
  bool keep_end = false;
  /// A cell stands for the empty ones below it, too.
  bool reaches_down = false;
};

/// The values of one cell; none: the cell is empty.
using Cell = std::vector<std::string>;

/// What a colour may add to a row that says the same in words.
enum class Tone { plain, late, soon, done };

struct SheetRow {
  bool heading = false;
  std::string address;
  std::vector<Cell> cells;
  Tone tone = Tone::plain;
};

/// A table ready to be written in any format: it knows nothing of wards.
struct Sheet {
  std::string kind;
  std::string title;
  std::string subtitle;
  /// What the table is about, for formats that carry data (key, value).
  std::vector<std::pair<std::string, std::variant<std::string, int>>> about;
  std::vector<Column> columns;
  std::vector<SheetRow> rows;
};

/// One fact of a card: `title` of its column stands before it.
struct CardField {
  Column column;
  Cell cell;
};

/// Everything about one thing, ready to be written: facts one below the other, then tables.
struct Card {
  std::string kind;
  /// What names the thing, before its title; may be empty.
  std::string address;
  std::string title;
  std::string subtitle;
  /// What the thing is of, for data (key, value).
  std::vector<std::pair<std::string, std::variant<std::string, int>>> about = {};
  std::vector<CardField> fields;
  /// In data each is named by its `kind`.
  std::vector<Sheet> tables;
};

/// A cell as one text for people.
std::string cell_text(const Column& column, const Cell& cell);

}  // namespace wardplan
