#pragma once

// The face of records/: wards, plans, criteria and movements: keys, kinds, readings, addresses,
// loading. Other folders include what stands here; all else is its inside.

#include "records/address.h"
#include "records/catalogue.h"
#include "records/codes.h"
#include "records/entry_keys.h"
#include "records/meant_key.h"
#include "records/project.h"
#include "records/record.h"
#include "records/references.h"
#include "records/register.h"
#include "records/targets.h"
#include "records/ward_files.h"
#include "records/written.h"
