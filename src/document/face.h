#pragma once

// What other folders may include (see src/README.md).
#include "document/document.h"
#include "document/layout.h"
#include "document/words.h"
