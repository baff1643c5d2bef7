#pragma once

// What other folders may include (see src/README.md).
#include "edit/change.h"
#include "edit/file_text.h"
#include "edit/reshape.h"
#include "edit/tree.h"
#include "edit/written_texts.h"
