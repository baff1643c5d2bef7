#pragma once

#include "diag/report.h"
#include "text/source.h"
#include "yaml/events.h"

namespace wardplan::yaml {

/// Turns a refusal into one finding at the cause, which often stands before the place at which
/// yaml-cpp noticed.
void blame(const Sources& sources, FileId file, const Events& events, Report& report);

}  // namespace wardplan::yaml
