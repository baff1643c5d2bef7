#pragma once

#include <cstddef>
#include <span>

#include "diag/report.h"
#include "records/project.h"

namespace wardplan {

/// Takes accepted warnings out of the report, and adds findings about acceptances that don't apply
/// or can't. Returns how many were taken out.
std::size_t apply_acceptances(const Project& project, Report& report);

/// What acceptances can find.
std::span<const Code* const> acceptance_codes();

}  // namespace wardplan
