#pragma once

#include <string>
#include <vector>

#include "sheet/sheet.h"
#include "text/phrase.h"

namespace wardplan {

/// Columns of a message at most.
inline constexpr std::size_t kDigestWidth = 70;

/// Keys of the columns that a digest is made of.
const std::vector<std::string>& digest_columns();

/// Whether a list whose first column is the ward has rows of more than one.
bool has_many_wards(const Sheet& list);

/// What is late or due soon, a list of `digest_columns`, as lines that can be pasted into a
/// message: by leader, whoever has most overdue first, then by unit; an item of several leaders
/// stands under each. What was left out is told first.
std::string digest(const Sheet& due, const std::vector<LeftOut>& left_out, Lang lang);

}  // namespace wardplan
