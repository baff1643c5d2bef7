#pragma once

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
  Position place;
  Span span;
};

/// A table as it stands in a file: the first row holds the titles; rows may be shorter than it.
/// With a problem nothing of it is to be used.
struct Grid {
  std::vector<GridRow> rows;
  std::vector<GridProblem> problems;
};

}  // namespace wardplan
