#pragma once

#include <optional>
#include <string>

#include "mustache/escape.h"
#include "mustache/partials.h"
#include "mustache/value.h"

namespace wardplan::mustache {

/// Fills a template. A name that the value doesn't have, a name used in the wrong way and a partial
/// that isn't there are errors; where there is one, nothing is returned. `check` first: partials
/// that multiply each other are bounded there alone.
std::optional<std::string> render(const Template& made, const Value& value, Escape escape,
                                  Partials& partials, Report& report);

}  // namespace wardplan::mustache
