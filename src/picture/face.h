#pragma once

// The face of picture/: bars, time lines, gauges and heat maps as SVG. Other folders include
// what stands here; all else is its inside.

#include "picture/charts.h"
