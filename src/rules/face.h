#pragma once

// What other folders may include (see src/README.md).
#include "rules/check.h"
#include "rules/policy.h"
