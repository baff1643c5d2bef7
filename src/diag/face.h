#pragma once

// The face of diag/: findings, their codes and the report of them; renderers. Other folders
// include what stands here; all else is its inside.

#include "diag/finding.h"
#include "diag/render.h"
#include "diag/report.h"
