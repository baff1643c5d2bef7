#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "diag/report.h"
#include "document/paragraph.h"
#include "text/source.h"
#include "times/date.h"

namespace wardplan::document {

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
  /// So many points smaller than their styles say are its letters, where its columns are many.
  int smaller = 0;

  friend bool operator==(const Table&, const Table&) = default;
};

/// The text of a cell without any look; its paragraphs stand in lines of their own.
std::string text_of(const Cell& cell);

/// A drawing and its caption, for HTML alone: what it shows must stand in the text as well.
struct Figure {
  std::string svg;
  std::vector<Run> caption;

  friend bool operator==(const Figure&, const Figure&) = default;
};

enum class Orientation { portrait, landscape };

/// What follows stands on a new page, which lies as it is said, or as the one before.
struct PageBreak {
  std::optional<Orientation> turn = {};

  friend bool operator==(const PageBreak&, const PageBreak&) = default;
};

using Block = std::variant<Paragraph, Table, Figure, PageBreak>;

/// Who a document is from and the day that what it says is of, for what Word and others show of a
/// file; what is empty is left out.
struct Origin {
  std::string creator = {};
  std::optional<Date> day = {};

  friend bool operator==(const Origin&, const Origin&) = default;
};

/// A document to be written in any format: it knows nothing of wards.
struct Document {
  std::string title;
  std::string language = "vi";
  /// A name of `layout_names()`.
  std::string layout = "nha-nuoc";
  Orientation orientation = Orientation::portrait;
  std::vector<Block> blocks;
  Origin origin = {};

  friend bool operator==(const Document&, const Document&) = default;
};

/// What the table at this place is called for those who can't see it: the heading above it.
std::string caption_of(const Document& document, std::size_t table);

/// The document for formats that have no drawings.
Document without_figures(const Document& document);

/// Reads a page of well-formed XHTML that uses only known elements, attributes and classes, so that
/// every writer shows all of it. Findings go to `report`; with any nothing is returned.
std::optional<Document> read(const Sources& sources, FileId file, Report& report);

/// Everything that reading a page can find.
std::span<const Code* const> codes();

}  // namespace wardplan::document
