#pragma once

#include <span>

#include "diag/finding.h"

namespace wardplan::mustache {

extern const Code kOpenSection;
extern const Code kWrongClose;
extern const Code kOpenTag;
extern const Code kBadDelimiters;
extern const Code kBadName;
extern const Code kTooDeep;
extern const Code kNotUtf8;
extern const Code kUnknownField;
extern const Code kWrongUse;
extern const Code kUnknownPartial;
extern const Code kPartialsTooDeep;

/// What reading, checking and filling templates can find.
std::span<const Code* const> codes();

}  // namespace wardplan::mustache
