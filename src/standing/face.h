#pragma once

// What other folders may include (see src/README.md).
#include "standing/due.h"
#include "standing/model.h"
#include "standing/results.h"
#include "standing/state.h"
#include "standing/state_words.h"
#include "standing/verdict.h"
