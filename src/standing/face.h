#pragma once

// What other folders may include (see src/README.md).
#include "standing/counts.h"
#include "standing/model.h"
#include "standing/occurrences.h"
#include "standing/results.h"
#include "standing/scores.h"
#include "standing/state.h"
#include "standing/verdict.h"
