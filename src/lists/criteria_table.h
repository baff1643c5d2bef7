#pragma once

#include "records/record.h"
#include "sheet/sheet.h"
#include "times/date.h"

namespace wardplan {

/// The official table of criteria in the document's columns, in the order of their list; a group's
/// name stands once, at its first content. Contents that the ward's file lacks have empty cells.
Sheet criteria_table(const Plan& plan);

/// Adds, for each round, the verdict and the values of each content as they are known on a day.
void add_rounds(Sheet& sheet, const Plan& plan, const Date& as_of);

}  // namespace wardplan
