#pragma once

// What other folders may include (see src/README.md).

#include "diag/finding.h"
#include "diag/render.h"
#include "diag/report.h"
