#pragma once

// What other folders use of this one.

#include "tidy/table.h"
