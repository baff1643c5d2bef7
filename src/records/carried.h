#pragma once

#include "disk/files.h"
#include "records/project.h"

// Figures of criteria that stand in another record.

namespace wardplan {

/// Whether some row of a record takes its figure from another one.
bool carries_figures(const Plan& plan);

/// Finds what the rows' `carried` lead to, or keeps why they lead nowhere. Records of the same
/// folder that nobody asked for are read (`Project::read_along`); without `disk` no file is.
void link_carried(Project& project, Plan& plan, Identities& identities, bool disk);

}  // namespace wardplan
