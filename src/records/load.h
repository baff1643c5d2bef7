#pragma once

#include "diag/report.h"
#include "records/project.h"
#include "yaml/node.h"

namespace wardplan {

/// Reads one file's tree into the project; what isn't as it should be goes to `report`.
void load(Project& project, const yaml::Node& root, FileId file, Report& report);

}  // namespace wardplan
