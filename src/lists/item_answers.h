#pragma once

#include <string>

#include "lists/item_filter.h"

// What each item answers for itself, whatever others there are.

namespace wardplan {

/// Whether an item has a status, a state, a deadline and words that a filter asks for; `bare` are
/// its words, folded and without marks.
bool passes_itself(const Item& item, const ItemFilter& filter, const std::string& bare);

/// Throws `Failure` at a status or state that is none, with the nearest one.
void require_known_words(const ItemFilter& filter, const FilterMet& met);

}  // namespace wardplan
