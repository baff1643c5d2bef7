#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace wardplan::test {

/// Every `file:line: what is wrong` of the includes below `src`: a folder may include itself and
/// the faces (`face.h`, and what it includes) of those above it in the order of the layers, and
/// some libraries belong to certain files.
std::vector<std::string> layer_faults(const std::filesystem::path& src);

}  // namespace wardplan::test
