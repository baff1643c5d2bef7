#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"

namespace wardplan {

/// Index of the person or unit whose id, name or alias is `as` (composed, without regard to case
/// and spacing), or none; the first where several have it.
std::optional<std::size_t> find_registered(const std::vector<Registered>& entries,
                                           std::string_view as);

/// Every id, name and alias, for offering the nearest.
std::vector<std::string> registered_words(const std::vector<Registered>& entries);

/// Fills in the indices of every name of the plan from its register.
void link_names(Plan& plan);

/// Gives names of fields and levels their index, and models the date that their results are due.
void link_movement(Plan& plan);

}  // namespace wardplan
