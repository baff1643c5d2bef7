#pragma once

#include "diag/report.h"
#include "text/source.h"

namespace wardplan::yaml {

/// Judges the bytes of a file before anything is read into them; false when they can't be parsed.
bool check_bytes(const Sources& sources, FileId file, Report& report);

}  // namespace wardplan::yaml
