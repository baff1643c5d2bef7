#pragma once

// What other folders may include (see src/README.md).
#include "lists/calendar.h"
#include "lists/cards.h"
#include "lists/change_list.h"
#include "lists/digest.h"
#include "lists/item.h"
#include "lists/item_filter.h"
#include "lists/item_list.h"
#include "lists/left_out.h"
#include "lists/points.h"
#include "lists/sides.h"
#include "lists/update_sheet.h"
