#pragma once

// The face of table/: tables that people made, as a grid of cells with their places. Other
// folders include what stands here; all else is its inside.

#include "table/csv.h"
