#pragma once

#include "records/record.h"
#include "sheet/sheet.h"
#include "times/date.h"

namespace wardplan {

/// The official table of a plan or of criteria, in the document's columns; names of the register
/// are written out, an unknown one stays as it was written. Criteria stand in the order of their
/// list, a group's name once, at its first content; contents that the ward's file lacks have empty
/// cells.
Sheet plan_table(const Plan& plan);

/// Adds to the table of that plan how things stand on a day: the columns Tình trạng and Kết quả, or
/// of criteria the verdict and the values of each round. `soon`: days within which an open item is
/// due soon.
void add_state(Sheet& sheet, const Plan& plan, const Date& as_of, int soon);

}  // namespace wardplan
