#pragma once

// The face of standing/: where an item, a content, a model stands on a day; verdicts; counts.
// Other folders include what stands here; all else is its inside.

#include "standing/model.h"
#include "standing/occurrences.h"
#include "standing/results.h"
#include "standing/state.h"
#include "standing/tally.h"
#include "standing/verdict.h"
