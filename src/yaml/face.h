#pragma once

// What other folders may include (see src/README.md).
#include "yaml/foreign.h"
#include "yaml/node.h"
#include "yaml/read.h"
#include "yaml/scalars.h"
