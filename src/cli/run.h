#pragma once

#include <string>
#include <vector>

#include "cmd/io.h"

namespace wardplan {

extern const char* const kVersion;

/// The version and what the sources are: two programs of one name make the same bytes of the same
/// records.
extern const char* const kProgram;

/// Runs one command line (without the program's name); returns the exit code: 0 fine, 1 findings or
/// something refused, 2 wrong usage or it could not run.
int run(const std::vector<std::string>& args, Io& io);

}  // namespace wardplan
