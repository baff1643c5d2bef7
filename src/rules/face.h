#pragma once

// The face of rules/: the rules and what they find. Other folders include what stands here; all
// else is its inside.

#include "rules/check.h"
