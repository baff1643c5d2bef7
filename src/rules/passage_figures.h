#pragma once

#include <cstddef>
#include <vector>

#include "rules/rule.h"

// The rows that a passage of a text stands for, and what their figures say against its own.

namespace wardplan {

/// Items that a row stands for: itself, or all below a heading.
std::vector<std::size_t> items_of(const Plan& plan, std::size_t row);

/// What a passage names, each once.
std::vector<std::size_t> rows_once(const std::vector<Name>& names);

/// Figures of a passage that its rows state otherwise.
void other_figure(const CheckedPassage& passage, const RuleRun& run);

}  // namespace wardplan
