#pragma once

// The face of forms/: the forms and reports: what they are filled with. Other folders include
// what stands here; all else is its inside.

#include "forms/forms.h"
#include "forms/movement_form.h"
#include "forms/report_form.h"
