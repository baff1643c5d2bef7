#pragma once

#include <optional>
#include <string>

#include "figures/quantity.h"

// Figures of several times, added.

namespace wardplan {

/// Whether a figure of one time can be added to others: one exact number of things or money.
bool can_be_added(const Quantity& figure);

/// A figure with the goal's word for what it counts, where it names the same or nothing.
Quantity in_unit_of(const Quantity& goal, Quantity figure);

/// Both together, or nothing where they are of other things, can't be added or are too big.
std::optional<Quantity> total(const Quantity& a, const Quantity& b);

/// An exact figure as people write it: `42 cuộc`, `1.500.000 đồng`.
std::string written(const Quantity& figure);

/// The same with its number as `in_short` gives it.
std::string written_short(const Quantity& figure);

/// Money as people say it: in `tỷ` or `triệu` where that is exact and short (`3,35 tỷ đồng`), as it
/// mostly was given.
std::string money_in_words(const Ratio& money);

}  // namespace wardplan
