#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"

namespace wardplan {

/// Index of the person or unit whose id, name or alias is `as` (composed, without regard to case
/// and spacing), or -1; the first where several have it.
int find_person(const Ward& ward, std::string_view as);
int find_unit(const Ward& ward, std::string_view as);

/// Every id, name and alias, for offering the nearest.
std::vector<std::string> person_words(const Ward& ward);
std::vector<std::string> unit_words(const Ward& ward);

/// Fills in the indices of every name of the plan from its register.
void link_names(Plan& plan);

}  // namespace wardplan
