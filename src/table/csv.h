#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/phrase.h"
#include "text/source.h"
#include "text/span.h"

namespace wardplan {

/// One cell of a table that was read: what it says, and where it begins in the file; the span
/// covers all of it as it was written, quotes too.
struct GridCell {
  std::string text;
  Position place;
  Span span;
};

using GridRow = std::vector<GridCell>;

/// Why a file can't be relied on as a table: what was seen and where, and what to do.
struct GridProblem {
  Message message;
  Message help;
  Span span;
  Position place = {};
};

/// A table as it stands in a file: the first row holds the titles; rows may be shorter than it.
/// With a problem nothing of it is to be used.
struct Grid {
  std::vector<GridRow> rows;
  std::vector<GridProblem> problems;
};

struct CsvOptions {
  /// The sign between cells, a comma, a semicolon or a tab; none: a line `sep=;` in front or the
  /// first line tells.
  std::optional<char> separator = {};
  /// The first row holds titles, and no row may have more cells.
  bool titled = true;
  /// Blanks between a cell's quotes and the separators are passed over.
  bool blanks = false;
};

/// Reads CSV as Excel and people write it: RFC 4180, UTF-8 with or without BOM, lines that end in
/// LF or CRLF. Blanks around cells and line ends inside quotes are kept; empty lines are passed
/// over. What is not sure is a problem with its place, never a guess; problems stand in the order
/// of the file.
Grid read_csv(const Source& source, FileId file, const CsvOptions& options = {});

}  // namespace wardplan
