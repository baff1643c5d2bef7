#pragma once

#include <span>

#include "diag/report.h"

namespace wardplan {

extern const Code kUnknownKind, kUnknownKey, kMissingKey, kWrongType, kBadValue, kUnknownReference,
    kRowShape, kReferenceTwice, kTargetNames, kUnreadCount, kCurlyQuotes;

/// What loading records can find.
std::span<const Code* const> model_codes();

}  // namespace wardplan
