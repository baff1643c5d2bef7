#pragma once

// What other folders may include (see src/README.md).

#include "forms/document_form.h"
#include "forms/forms.h"
#include "forms/period_report.h"
#include "forms/ward_report.h"
