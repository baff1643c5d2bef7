#pragma once

#include <string>
#include <vector>

#include "sheet/sheet.h"

namespace wardplan {

/// The JSON Schema of all that the program gives as JSON; of lists of items the columns that they
/// can have.
std::string json_schema(const std::vector<Column>& item_columns);

}  // namespace wardplan
