#pragma once

#include <string>
#include <string_view>

#include "records/record.h"

namespace wardplan {

/// Eight letters that are others once anything that a row says, or that was recorded of it, is
/// another; how the file is laid out doesn't count. No program takes them for a number. `round`: of
/// one time of what comes back, so that entries about other times don't count.
std::string fingerprint(const Row& row, std::string_view round = {});

}  // namespace wardplan
