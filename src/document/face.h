#pragma once

// What other folders may include (see src/README.md).
#include "document/document.h"
#include "document/fit.h"
#include "document/layout.h"
#include "document/measure.h"
#include "document/paragraph.h"
#include "document/words.h"
#include "document/write.h"
