#pragma once

// The face of figures/: exact numbers, goals and results, and how one is judged by the other.
// Other folders include what stands here; all else is its inside.

#include "figures/goal.h"
#include "figures/number.h"
#include "figures/numerals.h"
#include "figures/quantity.h"
