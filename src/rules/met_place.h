#pragma once

#include "records/project.h"
#include "rules/check.h"

// Places in files of wards that were let go.

namespace wardplan {

/// A place that was met, in a file that is read again if it is gone.
Span place_of(const MetPlace& met, Project& project);

/// A place as it is kept when its file is let go.
MetPlace met_at(const Project& project, Span span);

}  // namespace wardplan
