#pragma once

// What other folders may include (see src/README.md).
#include "lsp/lsp.h"
