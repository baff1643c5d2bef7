#pragma once

#include <span>

#include "diag/finding.h"

namespace wardplan::document {

extern const Code kBadBytes, kNotWellFormed, kNotAllowed, kUnknownEntity, kUnknownElement,
    kMisplaced, kUnknownAttribute, kBadValue, kUnknownClass, kBadTable, kMissingPart, kBadDrawing,
    kTooDeep;

/// Everything that reading a page can find.
std::span<const Code* const> codes();

}  // namespace wardplan::document
