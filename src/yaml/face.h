#pragma once

// What other folders may include (see src/README.md).
#include "yaml/node.h"
#include "yaml/read.h"
#include "yaml/scalars.h"
