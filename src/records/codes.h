#pragma once

#include <span>

#include "diag/report.h"

namespace wardplan {

extern const Code kUnknownKind;
extern const Code kUnknownKey;
extern const Code kMissingKey;
extern const Code kWrongType;
extern const Code kBadValue;
extern const Code kUnknownReference;
extern const Code kRowShape;
extern const Code kReferenceTwice;
extern const Code kTargetNames;

/// What loading records can find.
std::span<const Code* const> model_codes();

}  // namespace wardplan
