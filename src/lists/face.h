#pragma once

// The face of lists/: records as sheets and cards: items, progress and criteria tables,
// verdicts. Other folders include what stands here; all else is its inside.

#include "lists/criteria_table.h"
#include "lists/item.h"
#include "lists/item_card.h"
#include "lists/item_columns.h"
#include "lists/item_filter.h"
#include "lists/item_list.h"
#include "lists/progress_table.h"
#include "lists/verdict_card.h"
