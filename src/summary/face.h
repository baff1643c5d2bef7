#pragma once

// What other folders may include (see src/README.md).
#include "summary/assess.h"
#include "summary/summary.h"
#include "summary/targets.h"
