#pragma once

#include "document/page.h"

namespace wardplan::document {

/// Judges every element, attribute, class and place of text of a page; false with findings when
/// anything isn't known or doesn't belong where it stands.
bool validate(Page& page);

}  // namespace wardplan::document
