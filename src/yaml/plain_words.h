#pragma once

#include <string_view>

#include "text/phrase.h"

namespace wardplan::yaml {

/// What other YAML readers take this plain text for, if that prints differently: another number, a
/// time, true or false; empty when they read it as it is written.
Message read_otherwise(std::string_view plain);

}  // namespace wardplan::yaml
