#pragma once

#include <vector>

#include "template/value.h"

// Values for trying templates, made from records of no ward.

namespace wardplan {

/// A movement with models of both groups, and one without any.
std::vector<mustache::Value> movement_examples();

/// A report of a plan with all that one can say, and of one without items.
std::vector<mustache::Value> report_examples();

}  // namespace wardplan
