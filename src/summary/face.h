#pragma once

// What other folders may include (see src/README.md).
#include "summary/summary.h"
