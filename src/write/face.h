#pragma once

// The face of write/: sheets, cards and documents in every format. Other folders include what
// stands here; all else is its inside.

#include "write/formats.h"
#include "write/manifest.h"
#include "write/sheet_document.h"
