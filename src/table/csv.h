#pragma once

#include <cstddef>
#include <optional>

#include "table/grid.h"

namespace wardplan {

struct CsvOptions {
  /// The sign between cells, a comma, a semicolon or a tab; none: a line `sep=;` in front or the
  /// first line tells.
  std::optional<char> separator = {};
  /// The first row holds titles, and no row may have more cells.
  bool titled = true;
};

/// Reads CSV as Excel and people write it: RFC 4180, UTF-8 with or without BOM, lines that end in
/// LF or CRLF. Blanks around cells and line ends inside quotes are kept; empty lines are passed
/// over. What is not sure is a problem with its place, never a guess; problems stand in the order
/// of the file.
Grid read_csv(const Source& source, FileId file, const CsvOptions& options = {});

}  // namespace wardplan
