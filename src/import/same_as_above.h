#pragma once

#include <cstddef>

#include "import/headings.h"
#include "import/rows.h"

namespace wardplan {

/// Puts what stands above into cells of names and times that only point there: `nt`, `như trên`,
/// `-nt-`, `"`. Each is told, of the table `at`.
void fill_same_as_above(ImportedRows& rows, const Headings& headings, const ReadFile& file,
                        std::size_t at);

}  // namespace wardplan
