#pragma once

#include <span>

#include "diag/finding.h"

namespace wardplan::document {

extern const Code kBadBytes;
extern const Code kNotWellFormed;
extern const Code kNotAllowed;
extern const Code kUnknownEntity;
extern const Code kUnknownElement;
extern const Code kMisplaced;
extern const Code kUnknownAttribute;
extern const Code kBadValue;
extern const Code kUnknownClass;
extern const Code kBadTable;
extern const Code kMissingPart;
extern const Code kBadDrawing;
extern const Code kTooDeep;

/// Everything that reading a page can find.
std::span<const Code* const> codes();

}  // namespace wardplan::document
