#pragma once

// What other folders may include (see src/README.md).
#include "cmd/commands.h"
#include "cmd/config.h"
#include "cmd/io.h"
#include "cmd/offers.h"
#include "cmd/settings.h"
#include "cmd/wards.h"
