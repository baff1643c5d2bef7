#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "document/document.h"
#include "figures/number.h"
#include "text/phrase.h"
#include "times/date.h"

namespace wardplan {

enum class Align { left, right };

/// What the values of a cell are: texts; one number; or the form for data and then the words for
/// people, of a day (`2023-06-15`, `15/06/2023`), a word of some table (`overdue`, `quá hạn`), yes
/// and no (`true`, `có`), a computed figure (`3,125`, `≈3,13`), which may be missing, or a name
/// behind its id, which may be missing, too.
enum class CellKind { text, number, date, coded, flag, figure, named };

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
  /// Its cells go on in lines below on a terminal, rather than being cut.
  bool wraps = false;
  /// A cell stands for the empty ones below it, too.
  bool reaches_down = false;
  /// People are to fill it in; where any column is, nothing else may be changed.
  bool fill_in = false;
  /// What may be filled in; none: anything.
  std::vector<std::string> choices = {};
};

/// The values of one cell; none: the cell is empty.
using Cell = std::vector<std::string>;

/// What a colour may add to a row that says the same in words.
enum class Tone { plain, late, soon, done };

/// A file that nothing here was made from.
struct LeftOut {
  std::string file;
  /// None: it could not be read at all.
  std::optional<int> errors;
  /// Whose it is, as far as anybody knows.
  std::string ward = {};
  std::string ward_name = {};
  /// What its first error is, or why it could not be read.
  std::string why = {};
  /// What tells that ward from others: its register or else its folder; empty: it is no ward's.
  std::string key = {};
};

/// What formats that carry data tell beside cells (key, value).
using Fact = std::variant<std::string, int, std::vector<std::string>, std::vector<LeftOut>>;
using Facts = std::vector<std::pair<std::string, Fact>>;

struct SheetRow {
  bool heading = false;
  std::string address = {};
  std::vector<Cell> cells = {};
  Tone tone = Tone::plain;
  Facts about = {};
};

using TakeRow = std::function<void(const SheetRow& row)>;

/// A table ready to be written in any format: it knows nothing of wards.
struct Sheet {
  std::string kind;
  std::string title;
  std::string subtitle;
  /// What the table is about.
  Facts about;
  std::vector<Column> columns;
  std::vector<SheetRow> rows;
  /// Where rows would be too many to keep: makes them in place of `rows`, the same at each call.
  std::function<void(const TakeRow& take)> make_rows = {};
  document::Origin origin = {};
  /// Keys of counts that are the parts of one bar each row, where a format draws them; none: no
  /// chart.
  std::vector<std::string> charted = {};
};

/// Goes through the rows of a table, in their order.
void each_row(const Sheet& sheet, const TakeRow& take);
bool has_rows(const Sheet& sheet);

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
  /// What the thing is of.
  Facts about = {};
  /// Tables that people are to read before the facts; data tells what they say in `about`.
  std::vector<Sheet> first = {};
  std::vector<CardField> fields;
  /// In data each is named by its `kind`.
  std::vector<Sheet> tables;
  /// How many of the tables are read before pictures.
  std::size_t top = 0;
  document::Origin origin = {};
};

/// A cell as one text for people.
std::string cell_text(const Column& column, const Cell& cell);

// What tables and cards are made of.

/// A text; where there is none, an empty cell.
Cell one(std::string_view text);
template <class Written>
requires requires(const Written& text) { text.given; }
Cell one(const Written& text) {
  return one(text.given ? std::string_view(text.value) : std::string_view());
}

/// A day for data and for people.
Cell one(const std::optional<Date>& day, Lang lang);

Cell number(int value);

/// The token of a word for data, and what people say.
struct CodedWord {
  std::string_view token;
  Phrase words;
};
Cell coded(std::string_view token, std::string_view words);
template <class Word>
Cell coded(const Word& word, Lang lang) {
  return coded(word.token, word.words.in(lang));
}

/// A name behind its id; that may be empty.
Cell named(std::string_view id, std::string_view name);

/// A figure as it is exactly, which may be empty, and as people read it.
Cell figure(std::string_view exact, std::string_view shown);
/// A computed one, rounded for people where it is long.
Cell figure(const Ratio& number, std::string_view unit = "");

/// Yes or no.
Cell flag(bool yes, Lang lang);

/// Makes a table in one language: its columns one by one, then its rows.
struct SheetMaker {
  Sheet sheet;
  Lang lang;

  SheetMaker(std::string_view kind, Phrase title, Lang in);

  /// Texts; with a separator several in a cell.
  void text(std::string_view key, Phrase title, int weight = 1, int least = 8,
            std::string_view separator = "");
  void count(std::string_view key, Phrase title);
  /// Figures with decimals.
  void figure(std::string_view key, Phrase title, int weight = 0, int least = 5);
  /// Words of a table with their tokens.
  void word(std::string_view key, Phrase title, int weight = 0, int least = 8);
  void date(std::string_view key, Phrase title);
  void ward(int weight = 2, int least = 8);
  void row(std::vector<Cell> cells, std::string_view address = {}, Tone tone = Tone::plain);
};

/// Makes a card field by field, leaving out what is empty.
struct Fields {
  Card& card;
  Lang lang;

  void add(std::string_view key, Phrase title, Cell cell, CellKind kind = CellKind::text,
           std::string_view separator = "");
  /// Several values.
  void add(std::string_view key, Phrase title, Cell cell, std::string_view separator) {
    add(key, title, std::move(cell), CellKind::text, separator);
  }
  void add(std::string_view key, Phrase title, const std::optional<Date>& date) {
    add(key, title, one(date, lang), CellKind::date);
  }
  void add(std::string_view key, Phrase title, const std::optional<int>& value) {
    add(key, title, value ? number(*value) : Cell{}, CellKind::number);
  }
};

}  // namespace wardplan
