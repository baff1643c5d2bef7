#pragma once

// What other folders may include (see src/README.md).
#include "figures/goal.h"
#include "figures/number.h"
#include "figures/numerals.h"
#include "figures/quantity.h"
#include "figures/reading.h"
#include "figures/said.h"
#include "figures/stated_rate.h"
#include "figures/total.h"
