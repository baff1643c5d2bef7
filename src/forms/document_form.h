#pragma once

#include <optional>
#include <string>

#include "document/document.h"
#include "document/layout.h"
#include "records/record.h"
#include "template/value.h"
#include "times/date.h"

// What the paper around a table is filled with, and what stands behind it.

namespace wardplan {

/// Every field that a template of the document can use.
const mustache::Shape& document_shape();

/// What its annex says it belongs to, by the document's own symbol, day and issuer: `Kèm theo Kế
/// hoạch số 15/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân phường Mẫu`; empty without a number.
std::string annexed_to(const Plan& plan);

/// The day by which its layout goes: that of issue, or without it the day asked about, in the
/// plan's year at the latest.
Date day_of_issue(const Plan& plan, const Date& as_of);

/// A value of that shape; `layout` none: that of the body that issues it.
mustache::Value document_value(const Plan& plan, const Date& as_of,
                               const document::Layout* layout = nullptr);

}  // namespace wardplan
