#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/layout.h"

// What stays on one page.

namespace wardplan::document {

/// How a row of a table stands to the end of a page.
struct RowKeep {
  /// It isn't split.
  bool whole = false;
  /// It stands on the page where the next row begins, or what follows the table.
  bool with_next = false;
  /// A heading that is repeated on every page.
  bool repeated = false;
};

/// Headings stay with the row below them, the last row and every total with the one before, unless
/// that fills half a page; what is high is split, since a row that must not be split is cut off at
/// the end of a page that it is higher than. `with_next`: the table stays with what follows it;
/// `widths` in points.
std::vector<RowKeep> row_keeps(const Table& table, const std::vector<double>& widths,
                               const Layout& layout, bool with_next);

/// Whether a table is low enough to stand on one page with what is above it.
bool is_low(const Table& table, const std::vector<double>& widths, const Layout& layout);

/// Of each block, whether it stays with the next one: what a signature stands under doesn't end on
/// the page before it.
std::vector<bool> block_keeps(const Document& document);

}  // namespace wardplan::document
