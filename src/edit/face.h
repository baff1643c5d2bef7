#pragma once

// The face of edit/: entries of updates as edits on a file's own bytes, and the proof. Other
// folders include what stands here; all else is its inside.

#include "edit/change.h"
