#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "figures/quantity.h"
#include "summary/targets.h"

// What wards give together of one target.

namespace wardplan {

/// Sums of figures, or of the parts and wholes of fractions, and the first of the figures.
struct Together {
  Ratio figure{0, 1};
  std::int64_t part = 0, whole = 0;
  bool of_fractions = false;
  Quantity like = {};
};

/// The sum as one figure.
Quantity quantity_of(const Together& all);

/// What one kind of their figures comes to; nothing where there are none, or not all can be added.
std::optional<Together> together(const std::vector<TargetPart>& parts,
                                 std::optional<Quantity> TargetPart::*which,
                                 std::string TargetPart::*text);

/// `770 cây`, `510/700 hộ (≈72,86%)`, `3,35 tỷ đồng`.
std::string in_words(const Together& all);

/// Why figures that are there have no sum; nothing where they have one, or there are none.
Message why_no_sum(const std::vector<TargetPart>& parts, bool summed);

}  // namespace wardplan
