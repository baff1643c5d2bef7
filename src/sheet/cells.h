#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sheet/sheet.h"
#include "text/phrase.h"
#include "times/date.h"

// What tables and cards are made of.

namespace wardplan {

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
  /// Words of a table with their tokens.
  void word(std::string_view key, Phrase title, int weight = 0, int least = 8);
  void date(std::string_view key, Phrase title);
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
