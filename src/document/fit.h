#pragma once

#include "document/document.h"

namespace wardplan::document {

/// Gives a table on A4 the widths with which it is lowest: no column narrower than its words (but
/// for very long ones), for which its letters are made smaller where there is too little room, none
/// wider than it gains by, and the rest to the one that holds most. Of long tables some rows are
/// looked at, which are always the same.
void fit_columns(Table& table, Orientation orientation);

}  // namespace wardplan::document
