#pragma once

// What other folders may include (see src/README.md).
#include "table/csv.h"
#include "table/read_table.h"
