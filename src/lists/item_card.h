#pragma once

#include "lists/item.h"
#include "sheet/card.h"

namespace wardplan {

/// One item: where it stands in the plan and on the day, how its times are read, its targets with
/// their latest values, and its whole history up to the day.
Card item_card(const Item& item, Lang lang);

/// How one schedule expression is read.
Card schedule_card(std::string_view text, const Schedule& schedule, Lang lang);

}  // namespace wardplan
