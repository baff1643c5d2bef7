#pragma once

// The face of cli/: the command line. Other folders include what stands here; all else is its
// inside.

#include "cli/run.h"
