#pragma once

#include <optional>

#include "forms/period_report.h"
#include "template/value.h"

namespace wardplan {

/// Every field that a report's template can use.
const mustache::Shape& report_shape();

/// A value of that shape; `signed_on`: the day above it, none: dotted.
mustache::Value report_value(const PeriodReport& report, const std::optional<Date>& signed_on);

/// Such values for trying templates: of a plan with all that one can say, and of one without items.
std::vector<mustache::Value> report_examples();

}  // namespace wardplan
