#pragma once

// The face of template/: templates: parsed, checked against declared fields, filled. Other
// folders include what stands here; all else is its inside.

#include "template/codes.h"
#include "template/fill.h"
#include "template/value.h"
