#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>
#include "diag/report.h"
#include "text/source.h"

namespace wardplan::document {

/// What a paragraph is; how that looks is for the layout to say (`layout.h`).
enum class Style {
  body,
  title,
  subtitle,
  heading1,
  heading2,
  heading3,
  note,
  item,
  /// A paragraph of a plain table, a heading cell and a cell of a grid.
  line,
  head,
  cell,
  /// The parts around an official form: the body above the issuer, the issuer, the name of the
  /// state or the Party, the motto, the document's number, place and date, the label
  /// `Nơi nhận` and its lines, the office that signs, a remark under it, who signs.
  parent,
  issuer,
  nation,
  motto,
  number,
  date,
  recipients,
  recipient,
  office,
  remark,
  signer,
};
inline constexpr std::size_t kStyleCount = 22;

/// The level of a heading: 1 for the title, 2 for `heading1`; 0: it is none.
int heading_level(Style style);

/// `automatic`: as the layout has it for the style.
enum class Align { automatic, left, center, right, justify };

/// Text in one look, over that of its style; a `\n` in it breaks the line.
struct Run {
  std::string text;
  bool bold = false;
  bool italic = false;
  bool underline = false;

  friend bool operator==(const Run&, const Run&) = default;
};

struct Paragraph {
  Style style = Style::body;
  Align align = Align::automatic;
  std::vector<Run> runs;
  /// `-` or `1.` in front of the first paragraph of an item; how many lists it stands in.
  std::string mark = {};
  int depth = 0;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// A cell reaches over `columns` and `rows` from where it stands.
struct Cell {
  std::vector<Paragraph> paragraphs;
  std::size_t columns = 1;
  std::size_t rows = 1;
  bool header = false;

  friend bool operator==(const Cell&, const Cell&) = default;
};

/// The cells that begin in one row, from left to right; places that cells of rows above reach into
/// are passed over.
using Row = std::vector<Cell>;

enum class TableStyle { grid, plain };

struct Table {
  TableStyle style = TableStyle::grid;
  /// Of each column, in thousandths of the table; they add up to 1000.
  std::vector<int> widths;
  /// How many rows at the top are repeated on every page.
  std::size_t header_rows = 0;
  std::vector<Row> rows;

  friend bool operator==(const Table&, const Table&) = default;
};

/// A drawing and its caption, for HTML alone: what it shows must stand in the text as well.
struct Figure {
  std::string svg;
  std::vector<Run> caption;

  friend bool operator==(const Figure&, const Figure&) = default;
};

struct PageBreak {
  friend bool operator==(const PageBreak&, const PageBreak&) = default;
};

using Block = std::variant<Paragraph, Table, Figure, PageBreak>;

enum class Orientation { portrait, landscape };

/// A document to be written in any format: it knows nothing of wards.
struct Document {
  std::string title;
  std::string language = "vi";
  /// A name of `layout_names()`.
  std::string layout = "nha-nuoc";
  Orientation orientation = Orientation::portrait;
  std::vector<Block> blocks;

  friend bool operator==(const Document&, const Document&) = default;
};

/// The document for formats that have no drawings.
Document without_figures(const Document& document);

/// The text of runs, paragraphs or a cell without any look; paragraphs stand in lines of their own,
/// behind their marks.
std::string text_of(const std::vector<Run>& runs);
std::string text_of(const Paragraph& paragraph);
std::string text_of(const Cell& cell);

/// Breaks the line where it stands in a page's text: of values that templates are filled with,
/// whose own line breaks would be blanks. U+FDD0, which Unicode leaves to programs.
inline constexpr std::string_view kLineBreak = "\xEF\xB7\x90";

/// Reads a page of well-formed XHTML that uses only known elements, attributes and classes, so that
/// every writer shows all of it. Findings go to `report`; with any nothing is returned.
std::optional<Document> read(const Sources& sources, FileId file, Report& report);

/// Everything that reading a page can find.
std::span<const Code* const> codes();

}  // namespace wardplan::document
