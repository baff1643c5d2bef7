#pragma once

#include <string>
#include <vector>

#include "cmd/io.h"

namespace wardplan {

extern const char* const kVersion;

/// The version and what the sources are: two programs of one name make the same bytes of the same
/// records.
extern const char* const kProgram;

/// What the program was built from (`4f0c…, modified`), and the day of that commit (`2026-11-28`);
/// empty where nobody knows. Of the program alone, so that a commit builds nothing else anew.
extern const char* const kCommit;
extern const char* const kCommitDay;

/// Runs one command line (without the program's name); returns the exit code: 0 fine, 1 findings or
/// something refused, 2 wrong usage or it could not run.
int run(const std::vector<std::string>& args, Io& io);

}  // namespace wardplan
