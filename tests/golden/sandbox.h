#pragma once

#include <filesystem>
#include <string>

#include "golden/case.h"

namespace wardplan::golden {

/// Reads a case file with the bases that it names, out of `source_dir`/tests/bases; throws
/// std::runtime_error.
Case load_case(const std::filesystem::path& path, const std::filesystem::path& source_dir);

/// Lays the case's files in a fresh folder, runs its command line there in this process and tells
/// what came of it; `source_dir` holds the folders of `copy` sections. Leaves nothing behind.
Outcome run_case(const Case& played, const std::filesystem::path& source_dir);

/// All bytes of a file; throws std::runtime_error when it cannot be read.
std::string slurp(const std::filesystem::path& path);

/// Writes a file and the folders it stands in; throws std::runtime_error.
void spill(const std::filesystem::path& path, std::string_view bytes);

}  // namespace wardplan::golden
