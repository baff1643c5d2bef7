#pragma once

// The face of document/: paragraphs, tables and figures, read from a page and written as Word,
// HTML, Markdown, CSV. Other folders include what stands here; all else is its inside.

#include "document/codes.h"
#include "document/document.h"
#include "document/layout.h"
#include "document/read.h"
#include "document/runs.h"
#include "document/words.h"
#include "document/write.h"
