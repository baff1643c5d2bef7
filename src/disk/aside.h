#pragma once

#include <functional>
#include <string>

namespace wardplan {

/// What `write` puts into the file whose path it is given, for libraries that write to files alone:
/// it stands in no folder, and nothing of it is left behind. Throws `Failure`.
std::string written_aside(const std::function<void(const std::string& path)>& write);

}  // namespace wardplan
