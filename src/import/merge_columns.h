#pragma once

#include <string_view>
#include <vector>

#include "edit/tree.h"
#include "import/headings.h"
#include "records/record.h"

namespace wardplan {

/// The keys of records before their rows, in the order of writing.
const std::vector<std::string_view>& head_order();

/// Gives a record the columns of a table (`fresh`: its record); a column of the record's own whose
/// cells some row still has stays beside them. Whether anything changes.
bool bring_columns(Tree& record, std::string_view rows, const Tree& fresh, const Headings& headings,
                   RecordKind kind);

}  // namespace wardplan
