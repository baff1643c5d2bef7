#pragma once

#include <string_view>

#include "records/record.h"
#include "sheet/card.h"
#include "text/phrase.h"
#include "times/date.h"

namespace wardplan {

/// How a ward stands to its criteria on a day: the conclusion, the counts of each round and of now,
/// the groups, the conditions, and what still stands in the way, nearest to done first. `round`:
/// only what was said in that round; empty: what was said last.
Card verdict_card(const Plan& plan, std::string_view file, const Date& as_of,
                  std::string_view round, Lang lang);

/// The contents of a group and what was said last of each.
Sheet group_contents(const Plan& plan, const Row& group, const Date& as_of, Lang lang);

}  // namespace wardplan
