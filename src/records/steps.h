#pragma once

#include <vector>

#include "records/record.h"

namespace wardplan {

/// Finds the steps of a plan whose outline is made: rows with a step's number that name no unit,
/// and at most a leader of their own, under an item that does. A heading with leader and unit that
/// declares no count is from here on an item where it holds nothing but such rows, or has targets
/// or entries; under another heading they are items that have its people, units and time.
void link_steps(Plan& plan);

/// The steps of an item, in their order, and their own.
std::vector<const Row*> steps_of(const Plan& plan, const Row& item);

/// The people or units of one column: a row's own, or those that a step has from its row.
const std::vector<Name>& names_of(const Row& row, std::vector<Name> Row::*column);

/// The row whose time a row has: its own, or of a step without one the row's that it belongs to.
const Row& timed_row(const Row& row);

/// The item that a step is counted for; of other rows the row.
const Row& item_of(const Row& row);

/// Whether a row is one of the items that are counted: no heading, condition or step.
bool is_counted(const Row& row);

/// Whether lists show a row: items, and steps that have a time or a leader of their own; what is
/// taken off is no work.
bool is_listed(const Row& row);

}  // namespace wardplan
