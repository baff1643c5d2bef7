#pragma once

#include <span>

#include "diag/finding.h"

namespace wardplan::mustache {

extern const Code kOpenSection, kWrongClose, kOpenTag, kBadDelimiters, kBadName, kTooDeep, kNotUtf8,
    kUnknownField, kWrongUse, kUnknownPartial, kPartialsTooDeep;

/// What reading, checking and filling templates can find.
std::span<const Code* const> codes();

}  // namespace wardplan::mustache
