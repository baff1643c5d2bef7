#pragma once

#include <vector>

#include "records/record.h"

namespace wardplan {

/// Finds the steps of a plan whose outline is made: rows with a step's number that name neither
/// leader nor unit, under a row that does. A heading with leader and unit that holds nothing but
/// steps, and declares no count of them, is from here on an item; of another one they are.
void link_steps(Plan& plan);

/// The steps of an item, in their order.
std::vector<const Row*> steps_of(const Plan& plan, const Row& item);

/// The people or units of one column: a row's own, or those that a step has from its row.
const std::vector<Name>& names_of(const Row& row, std::vector<Name> Row::*column);

/// The row whose time a row has: its own, or of a step without one the row's that it belongs to.
const Row& timed_row(const Row& row);

/// Whether a row is one of the items that are counted: no heading, condition or step.
bool is_counted(const Row& row);

/// Whether lists show a row: items, and steps that have a time of their own.
bool is_listed(const Row& row);

}  // namespace wardplan
