#pragma once

// What other folders may include (see src/README.md).
#include "times/date.h"
#include "times/moved_year.h"
#include "times/period.h"
#include "times/schedule.h"
