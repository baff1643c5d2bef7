#pragma once

// What other folders may include (see src/README.md).
#include "import/headings.h"
#include "import/names.h"
#include "import/record.h"
#include "import/rows.h"
