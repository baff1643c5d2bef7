#pragma once

#include <string_view>

namespace wardplan::yaml {

/// Whether another reader of YAML takes the first document of this text, whatever it understands by
/// it; false for a text that is too long to be tried.
bool others_take(std::string_view text);

}  // namespace wardplan::yaml
