#pragma once

// The face of summary/: many wards counted together. Other folders include what stands here; all
// else is its inside.

#include "summary/summary.h"
#include "summary/summary_card.h"
