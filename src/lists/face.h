#pragma once

// The face of lists/: records as sheets and cards: items, progress and criteria tables,
// verdicts. Other folders include what stands here; all else is its inside.

#include "lists/cards.h"
#include "lists/item.h"
#include "lists/item_filter.h"
#include "lists/item_list.h"
#include "lists/plan_table.h"
