#pragma once

#include "cmd/commands.h"

namespace wardplan {

/// Carries the record `options.from` into another year: a new file, with a list of what to look at.
/// The exit code.
int next_year(const InitOptions& options, Io& io);

}  // namespace wardplan
