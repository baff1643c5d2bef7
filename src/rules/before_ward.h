#pragma once

#include "rules/rule.h"

// What a record says of the days before its ward was there.

namespace wardplan {

/// R340: entries before the ward's first day.
void before_ward(const RuleRun& run);

/// R341: items of which everything was due before it.
void due_before_ward(const RuleRun& run);

}  // namespace wardplan
