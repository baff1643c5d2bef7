#pragma once

// The face of cmd/: one function a command. Other folders include what stands here; all else is
// its inside.

#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/say.h"
