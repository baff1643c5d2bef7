#pragma once

#include "model/record.h"
#include "view/sheet.h"

namespace wardplan {

/// The official progress table of a plan, in the document's columns; names of the register are
/// written out, an unknown one stays as it was written.
Sheet progress_table(const Plan& plan);

}  // namespace wardplan
