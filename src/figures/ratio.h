#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "figures/number.h"

namespace wardplan {

/// An exact quotient in lowest terms; the denominator is above 0.
struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  friend bool operator==(const Ratio&, const Ratio&) = default;
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);
};

/// The same number as a quotient.
Ratio ratio_of(const Decimal& number);

/// 100 * part / whole (part >= 0, whole > 0), or nothing when 64 bits don't hold it.
std::optional<Ratio> percentage(std::int64_t part, std::int64_t whole);

/// a - b, or nothing when 64 bits don't hold it.
std::optional<Ratio> difference(const Ratio& a, const Ratio& b);

/// Whether `exact` lies within half a unit of the last digit written of `written`, both ends
/// included: 275/3 rounds to 91,7 and not to 91,6.
bool rounds_to(const Ratio& exact, const Decimal& written);

/// In Vietnamese notation: `-1,5`; with `≈` where it had to be rounded (to two decimals, or as many
/// as show a digit that isn't 0).
std::string vietnamese(const Ratio& ratio);

}  // namespace wardplan
