#pragma once

#include <vector>

#include "document/document.h"
#include "summary/summary.h"

namespace wardplan {

/// Bars of every plan, and for each list of criteria how the wards stand to its groups.
std::vector<document::Figure> summary_figures(const Summary& summary, Lang lang);

}  // namespace wardplan
