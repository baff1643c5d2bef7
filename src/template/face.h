#pragma once

// What other folders may include (see src/README.md).

#include "template/fill.h"
#include "template/value.h"
