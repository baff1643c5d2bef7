#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.h"

namespace wardplan {

/// What a cell held: what a number or a day looks like is partly the doing of a program.
enum class ReadKind { text, number, day, truth, fault };

/// One place of a table. What a merged cell says stands in its first place alone; the others that
/// it reaches over are `covered`.
struct ReadCell {
  /// Paragraphs and lines stand in lines of their own.
  std::string text = {};
  /// Where people find it, from 1: row and column of a Word table or a sheet, line and column of a
  /// text.
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t rows = 1;
  std::uint32_t columns = 1;
  bool covered = false;
  /// Of a covered place: how many rows up and cells to the left its cell begins.
  std::uint32_t up = 0;
  std::uint32_t left = 0;
  ReadKind kind = ReadKind::text;
  /// The file doesn't tell how it is shown: what is 1.1 here may be 1.10 on the screen.
  bool unsure = false;
};

struct ReadRow {
  /// The place in `cells` is the column; a row may end before the table does.
  std::vector<ReadCell> cells = {};
  /// Of the Word table that it stands in (where tables were joined).
  std::uint32_t table = 0;
  bool hidden = false;
  /// Word is told to repeat it on each page.
  bool heading = false;
  /// Says the first row of the table over again, as what is cut at the ends of pages does.
  bool repeated = false;
  /// Empty lines stand before it in a text, as a page's end leaves them.
  bool after_gap = false;
  /// Where it begins or ends was guessed.
  bool unsure = false;
};

/// One cell in `ReadFile::tables`, counted from 0.
struct CellAddress {
  std::size_t table = 0;
  std::size_t row = 0;
  std::size_t cell = 0;

  friend bool operator==(const CellAddress&, const CellAddress&) = default;
};

enum class TablePlace { word, sheet, text };

struct ReadTable {
  /// The name of a sheet; the last words before any other table.
  std::string title = {};
  TablePlace place = TablePlace::text;
  /// Of the file's tables or sheets, from 1, as people count them.
  std::uint32_t number = 0;
  std::size_t columns = 0;
  bool hidden = false;
  /// The cell that this table stands in; its words are part of that cell too.
  std::optional<CellAddress> inside = {};
  std::vector<ReadRow> rows = {};
};

enum class OutsideKind { paragraph, page_margin, footnote, comment, hidden };

/// Words that are no cell of a table, or not to be seen in one.
struct OutsideText {
  OutsideKind kind = OutsideKind::paragraph;
  std::string text = {};
  /// How many tables stand before it.
  std::size_t tables_before = 0;
  /// The cell that it belongs to.
  std::optional<CellAddress> cell = {};
  /// The line of a text file that it begins in.
  std::uint32_t line = 0;
};

/// What was seen, where if that is known, and what to do.
struct TableRemark {
  Message message = {};
  Message help = {};
  std::optional<CellAddress> cell = {};
};

enum class FileKind { word, excel, text, other };

/// Everything that a file says. With a problem nothing of it is to be used; what is told is to be
/// known before it is used.
struct ReadFile {
  FileKind kind = FileKind::other;
  std::vector<ReadTable> tables = {};
  std::vector<OutsideText> outside = {};
  std::vector<TableRemark> problems = {};
  std::vector<TableRemark> told = {};
  /// A font of an old encoding that Word or Excel is told to show something in, or nothing.
  std::string old_font = {};
};

enum class Encoding { utf8, utf16, cp1258 };

/// How tables stand in a text: cells apart by commas, semicolons or tabs in quotes; by tabs; by
/// `|`; or each in a line of its own.
enum class TextLayout { csv, tabs, pipes, lines };

struct ReadOptions {
  std::optional<Encoding> encoding = {};
  std::optional<TextLayout> layout = {};
  /// Of CSV.
  std::optional<char> separator = {};
  /// Tables of Word that follow each other with as many columns become one, not only those with the
  /// same first row.
  bool join = false;
  /// Excel's numbers as Vietnamese writes them: `1.250,5`.
  bool decimal_comma = false;
};

/// The tables of a Word or Excel file, of CSV or of text with a table in it. What it is is seen by
/// its bytes; `name` is for messages, and tells CSV from other text.
ReadFile read_tables(std::string_view bytes, std::string_view name,
                     const ReadOptions& options = {});

/// `bảng 2, dòng 3, cột 4`, `Sheet1!B7` or `12:40`.
Message place_of(const ReadTable& table, const ReadRow& row, const ReadCell& cell);
/// The last cell of its row stands for one that the row ends before: words that a row goes on with
/// below may be in further columns.
Message place_of(const ReadFile& file, const CellAddress& at);

/// `bảng 2 (98 dòng, 7 cột): TT | Nội dung | …`, for people to choose one.
Message summary_of(const ReadTable& table);

/// The cell whose words are to be seen in a place: of a merged cell its first place; null where
/// the row ends before it.
const ReadCell* seen_at(const ReadTable& table, std::size_t row, std::size_t column);

/// Whether a cell holds what Excel shows where it has no value, be it saved as a text: `#REF!`,
/// `#####`.
bool is_fault(const ReadCell& cell);

/// Letters of a sheet's column: 1 is `A`, 28 is `AB`.
std::string column_letters(std::uint32_t column);

/// `utf-8`, `utf-16` or `cp1258` in any case, with or without hyphens.
std::optional<Encoding> find_encoding(std::string_view name);

}  // namespace wardplan
