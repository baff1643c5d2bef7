#pragma once

// The face of sheet/: tables of cells and cards of facts, ready to be written; they know no
// wards. Other folders include what stands here; all else is its inside.

#include "sheet/cells.h"
#include "sheet/sheet.h"
