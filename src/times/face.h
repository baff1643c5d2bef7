#pragma once

// The face of times/: schedule expressions, the calendar, periods. Other folders include what
// stands here; all else is its inside.

#include "times/date.h"
#include "times/mend.h"
#include "times/period.h"
#include "times/schedule.h"
