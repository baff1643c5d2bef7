#pragma once

// The face of text/: bytes, spans, UTF-8, edits and their diff, order, nearest word, bilingual
// messages. Other folders include what stands here; all else is its inside.

#include "text/collate.h"
#include "text/csv.h"
#include "text/edit.h"
#include "text/lines.h"
#include "text/markdown.h"
#include "text/markup.h"
#include "text/nearest.h"
#include "text/patch.h"
#include "text/phrase.h"
#include "text/quoted.h"
#include "text/source.h"
#include "text/span.h"
#include "text/terminal.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "text/wrap.h"
