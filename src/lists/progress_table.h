#pragma once

#include "records/record.h"
#include "sheet/sheet.h"
#include "times/date.h"

namespace wardplan {

/// The official progress table of a plan, in the document's columns; names of the register are
/// written out, an unknown one stays as it was written.
Sheet progress_table(const Plan& plan);

/// Adds the columns Tình trạng and Kết quả to the table of that plan, as of a day; `soon`: days
/// within which an open item is due soon.
void add_state(Sheet& sheet, const Plan& plan, const Date& as_of, int soon);

}  // namespace wardplan
