#pragma once

// What other folders may include (see src/README.md).
#include "write/formats.h"
#include "write/manifest.h"
#include "write/record_schema.h"
#include "write/schema.h"
#include "write/tidy.h"
