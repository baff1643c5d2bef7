#pragma once

#include <string>

#include "records/record.h"

namespace wardplan {

/// Eight letters that are others once anything that a row says, or that was recorded of it, is
/// another; how the file is laid out doesn't count. No program takes them for a number.
std::string fingerprint(const Row& row);

}  // namespace wardplan
