#pragma once

#include <string>
#include <string_view>

#include "diag/finding.h"

namespace wardplan {

/// A sample as people read it: without the line end that opens a raw string, and where it is of
/// one row with what the row has besides.
std::string sample_text(const Code& code, std::string_view sample);

}  // namespace wardplan
