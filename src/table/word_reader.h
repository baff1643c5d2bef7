#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "table/read_table.h"
#include "table/refused.h"
#include "table/word_numbering.h"
#include "table/word_paragraph.h"

namespace wardplan::tables {

/// Tables in tables in tables are read as tables of their own, deeper ones as words only.
inline constexpr std::size_t kMostTables = 3;

/// Where paragraphs go that stand one after the other: into a cell or a note, or outside of all
/// tables.
struct WordFlow {
  /// What they are outside of tables; their own `lines` otherwise.
  std::optional<OutsideKind> outside = {};
  std::vector<std::string> lines = {};
  std::optional<CellAddress> cell = {};
  /// What goes on in the next paragraph, as the end between them was deleted.
  std::optional<std::string> open = {};
  /// Tables around it.
  std::size_t tables = 0;
  /// A note: what it refers to isn't followed.
  bool note = false;
};

/// Lines without blanks at their ends, and none that are empty.
std::string joined_lines(const std::vector<std::string>& lines);

/// What is written in the rows of a Word table, before its cells are put in columns.
enum class WordMerge { none, begins, goes_on };
struct WordCell {
  pugi::xml_node node;
  std::size_t begin = 0;
  std::size_t end = 0;
  WordMerge merge = WordMerge::none;
  /// Cells that old files merge into it from the right.
  std::vector<pugi::xml_node> more = {};
};
struct WordRow {
  pugi::xml_node node;
  std::vector<WordCell> cells = {};
};

/// The rows of a table, without those that were deleted; `wide` counts cells that are wider than
/// any page.
struct WordRows {
  std::vector<WordRow> rows = {};
  std::size_t deleted = 0;
  std::size_t wide = 0;
};
WordRows word_rows(const pugi::xml_node& table);

/// Which column begins in a place of the grid, as cells show it: a place where no cell begins is
/// none, nor is one that is a hair's breadth from the one before.
class WordColumns {
 public:
  WordColumns(const pugi::xml_node& table, const WordRows& rows);

  std::size_t size() const { return begins_.size(); }
  /// The column that begins there, or the first one behind it.
  std::size_t at(std::size_t place) const;

 private:
  std::vector<std::size_t> begins_;
  /// What begins a hair's breadth behind another, and that column.
  std::map<std::size_t, std::size_t> near_;
};

class WordReader {
 public:
  explicit WordReader(ReadFile& file) : file_(file) {}

  WordStyles styles;
  WordNumbering numbering;
  /// Footnotes, endnotes and comments by `footnote:3`.
  std::map<std::string, pugi::xml_node> notes;

  void blocks(const pugi::xml_node& parent, WordFlow& flow);

  /// Tells what was counted.
  void finish();

 private:
  void block(const pugi::xml_node& node, WordFlow& flow);
  void paragraph(const pugi::xml_node& node, WordFlow& flow);
  void put(std::string text, WordFlow& flow);
  void aside(OutsideKind kind, std::string text, const WordFlow& flow);
  void note(const WordParagraph::Reference& to, const WordFlow& flow);
  void tell_of(const WordParagraph& read, const WordFlow& flow);
  std::string number_of(const pugi::xml_node& node);

  void table(const pugi::xml_node& node, WordFlow& flow);
  void tell_of_table(std::size_t index, const WordRows& rows, WordFlow& flow);
  ReadRow row(const WordRow& from, const WordColumns& columns, CellAddress at, std::size_t tables);
  std::string cell_text(const WordCell& cell, const CellAddress& at, std::size_t tables);
  void cover(std::size_t index, std::vector<ReadRow>& rows, const std::vector<bool>& goes_on,
             std::vector<std::size_t>& origins);

  ReadFile& file_;
  Allowance allowance_;
  std::uint32_t numbered_ = 0;
  std::string last_words_;
  std::size_t pictures_ = 0;
  std::size_t embedded_ = 0;
  std::size_t signs_ = 0;
};

}  // namespace wardplan::tables
