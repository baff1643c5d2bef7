#pragma once

// What other folders may include (see src/README.md).
#include "records/catalogue.h"
#include "records/codes.h"
#include "records/entry_draft.h"
#include "records/entry_keys.h"
#include "records/issuer.h"
#include "records/meant_key.h"
#include "records/outline.h"
#include "records/plan_columns.h"
#include "records/project.h"
#include "records/record.h"
#include "records/references.h"
#include "records/register.h"
#include "records/steps.h"
#include "records/targets.h"
#include "records/texts.h"
#include "records/written.h"
