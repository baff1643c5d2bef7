#pragma once

#include <cstddef>

#include "records/written.h"
#include "text/source.h"

namespace wardplan {

/// Where bytes [begin, end) of a value stand in its file. Of a block (`|`, `>`) the one place that
/// has them; the whole value where there is no such place, where escapes keep the value from
/// standing in the file as it is, or where the range is empty.
Span part_of(const Sources& sources, Span span, std::string_view value, std::size_t begin,
             std::size_t end);

}  // namespace wardplan
