#pragma once

// What other folders may include (see src/README.md).
#include "summary/summary.h"
#include "summary/summary_card.h"
