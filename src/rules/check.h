#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "diag/report.h"
#include "records/project.h"

namespace wardplan {

/// Every code of every layer, sorted by id.
const std::vector<const Code*>& all_codes();

/// The code with this id (case aside), or null.
const Code* find_code(std::string_view id);

/// Runs all rules, drops what the files accept, says which acceptances no longer apply, and sorts.
/// Returns how many findings were accepted.
std::size_t check(const Project& project, Report& report);

}  // namespace wardplan
