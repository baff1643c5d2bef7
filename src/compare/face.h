#pragma once

// What other folders may include (see src/README.md).
#include "compare/changes.h"
#include "compare/merge_text.h"
#include "compare/pairs.h"
#include "compare/told.h"
