#pragma once

#include <string>
#include <vector>

#include "records/record.h"

// Dates that come up more than once a year: `ngày 15 tháng cuối quý`, `Hàng tháng`.

namespace wardplan {

/// One time that a date comes up: what entries call it (`1` for the first of the year), and its
/// days.
struct Occurrence {
  std::string number;
  Stretch days;
};

/// The times that a date comes up in a plan's year, in order; none where its due is open
/// (`Thường xuyên`), more often than each month, or not understood.
std::vector<Occurrence> occurrences_of(const Row& date);

}  // namespace wardplan
