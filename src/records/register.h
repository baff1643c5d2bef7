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
std::optional<std::size_t> find_person(const Ward& ward, std::string_view as);
std::optional<std::size_t> find_unit(const Ward& ward, std::string_view as);

/// Every id, name and alias, for offering the nearest.
std::vector<std::string> person_words(const Ward& ward);
std::vector<std::string> unit_words(const Ward& ward);

/// Fills in the indices of every name of the plan from its register.
void link_names(Plan& plan);

}  // namespace wardplan
