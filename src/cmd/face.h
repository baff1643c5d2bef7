#pragma once

// What other folders may include (see src/README.md).
#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/offers.h"
#include "cmd/wards.h"
