#pragma once

// The face of yaml/: bytes to nodes with spans, strictly, and scalars that read back the same.
// Other folders include what stands here; all else is its inside.

#include "yaml/node.h"
#include "yaml/read.h"
#include "yaml/scalars.h"
#include "yaml/write.h"
