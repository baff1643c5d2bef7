#pragma once

// What other folders may include (see src/README.md).
#include "text/alignment.h"
#include "text/edit.h"
#include "text/escape.h"
#include "text/file_name.h"
#include "text/limits.h"
#include "text/look_alike.h"
#include "text/merge_lines.h"
#include "text/path_pattern.h"
#include "text/phrase.h"
#include "text/quoted.h"
#include "text/slips.h"
#include "text/source.h"
#include "text/span.h"
#include "text/terminal.h"
#include "text/trim.h"
#include "text/utf8.h"
