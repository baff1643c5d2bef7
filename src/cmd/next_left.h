#pragma once

#include <cstddef>
#include <optional>

#include "records/record.h"
#include "times/date.h"

namespace wardplan {

/// What the record of a year says of a row that isn't done, for the record of the next.
struct LeftWork {
  /// `lần 4, 6–12/12: chưa thực hiện; lần 5/12: đang thực hiện`.
  Message said = {};
  /// All of it that isn't done was set aside (cancelled, not applicable): it isn't work that waits.
  bool aside = false;
};

/// How a row stands on a day, of what comes back each time that is open or was set aside; nothing
/// where it is done or isn't counted. Of dates only what was set aside where none was ever recorded
/// as sent.
std::optional<LeftWork> left_of(const Plan& plan, std::size_t row, const Date& as_of);

}  // namespace wardplan
