#pragma once

// What other folders may include (see src/README.md).
#include "diag/code.h"
#include "diag/render.h"
#include "diag/report.h"
