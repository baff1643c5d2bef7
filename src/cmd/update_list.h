#pragma once

#include "cmd/commands.h"

namespace wardplan {

/// `update -`: many updates from a CSV list on standard input, all or none for each file; every
/// line is answered.
int update_list(const UpdateOptions& options, Io& io);

}  // namespace wardplan
