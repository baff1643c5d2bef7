#pragma once

#include "rules/rule.h"

// What a record says of the days on which its ward wasn't there.

namespace wardplan {

/// R340: entries before the ward's first day.
void before_ward(const RuleRun& run);

/// R341: items of which everything was due before it.
void due_before_ward(const RuleRun& run);

/// R342: entries after the ward's last day.
void after_ward(const RuleRun& run);

/// R343: open items that are due after it, once for a plan.
void due_after_ward(const RuleRun& run);

}  // namespace wardplan
