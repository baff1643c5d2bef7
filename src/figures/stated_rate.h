#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "figures/quantity.h"

namespace wardplan {

/// A fraction with its rate that stands in a longer text: `5209/5318 hộ (97,95%)`.
struct StatedRate {
  /// Bytes [begin, end) of the text.
  std::size_t begin = 0;
  std::size_t end = 0;
  Quantity quantity;
};

/// Those of a text in which other words may stand around them, in order.
std::vector<StatedRate> stated_rates(std::string_view text);

}  // namespace wardplan
