#pragma once

#include <functional>
#include <string>
#include <vector>

#include "records/record.h"

// Which targets items are done for.

namespace wardplan {

/// The plan of an id, or null; that there is none is told by whoever looks.
using FindPlan = std::function<const Plan*(const Text& id)>;

/// Gives what a plan's items serve its plan, and the row there.
void link_serves(Plan& plan, const FindPlan& find);

/// The address that it names, without the id of another plan.
std::string address_in(const Served& served);

/// Whether a row says a target that others may serve.
bool is_target(const Row& row);

/// The addresses of a plan's targets, in their order.
std::vector<std::string> target_addresses(const Plan& plan);

/// Whether any item of a plan says what it is done for.
bool uses_serves(const Plan& plan);

/// The items of a plan that serve one of its own rows, in their order.
std::vector<const Row*> servants_of(const Plan& plan, const Row& target);

}  // namespace wardplan
