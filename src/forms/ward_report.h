#pragma once

#include <optional>
#include <vector>

#include "document/layout.h"
#include "forms/period_report.h"
#include "template/value.h"

namespace wardplan {

/// Every field that the template of a report of several plans can use.
const mustache::Shape& ward_report_shape();

/// The plan by which a report of several is signed: the first with a letterhead, else the first
/// that says who issued it.
const Plan& signing_plan(const std::vector<PeriodReport>& reports);

/// A value of that shape: a part for each report, which are of one ward and period, and the whole.
/// `signed_on`: the day above it, none: dotted; `layout`: none: that of the body that issues it.
mustache::Value ward_report_value(const std::vector<PeriodReport>& reports,
                                  const std::optional<Date>& signed_on,
                                  const document::Layout* layout = nullptr);

}  // namespace wardplan
