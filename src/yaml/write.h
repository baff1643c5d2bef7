#pragma once

#include <string>
#include <string_view>

namespace wardplan::yaml {

/// Whether reading gives this text back without a finding: UTF-8, composed, nothing invisible.
bool is_writable(std::string_view text);

/// A text as a scalar on one line that reads back as exactly this text everywhere: plain where that
/// is safe and the habit of the plans, else in double quotes. `flow`: it stands within brackets. It
/// may be a key too, but for `<<`, which is never read.
std::string scalar(std::string_view text, bool flow);

}  // namespace wardplan::yaml
