#include "figures/ratio.h"

#include <cstdint>
#include <limits>

namespace wardplan {
namespace {

// Products of two numbers of 64 bits.
__extension__ typedef __int128 Wide;

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

Wide power_of_ten(int power) {
  Wide value = 1;
  for (; power > 0; --power) value *= 10;
  return value;
}

std::optional<std::int64_t> narrow(Wide value) {
  if (value < std::numeric_limits<std::int64_t>::min() ||
      value > std::numeric_limits<std::int64_t>::max())
    return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::optional<Ratio> reduced(Wide numerator, Wide denominator) {
  Wide a = magnitude(numerator), b = denominator;
  while (a != 0) {
    const Wide rest = b % a;
    b = a;
    a = rest;
  }
  const auto over = narrow(numerator / b);
  const auto under = narrow(denominator / b);
  if (!over || !under) return std::nullopt;
  return Ratio{*over, *under};
}

/// `ratio` with so many decimals, half a unit away from 0; nothing when 64 bits don't hold it.
std::optional<Decimal> rounded(const Ratio& ratio, int decimals) {
  const Wide scaled = ratio.numerator * power_of_ten(decimals);
  Wide quotient = magnitude(scaled) / ratio.denominator;
  if (magnitude(scaled) % ratio.denominator * 2 >= ratio.denominator) ++quotient;
  const auto mantissa = narrow(scaled < 0 ? -quotient : quotient);
  if (!mantissa) return std::nullopt;
  return Decimal{*mantissa, decimals};
}

}  // namespace

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  const Wide left = Wide{a.numerator} * b.denominator, right = Wide{b.numerator} * a.denominator;
  if (left == right) return std::strong_ordering::equal;
  return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

Ratio ratio_of(const Decimal& number) {
  return *reduced(number.mantissa, power_of_ten(number.scale));
}

std::optional<Ratio> percentage(std::int64_t part, std::int64_t whole) {
  return reduced(Wide{part} * 100, whole);
}

std::optional<Ratio> difference(const Ratio& a, const Ratio& b) {
  return reduced(Wide{a.numerator} * b.denominator - Wide{b.numerator} * a.denominator,
                 Wide{a.denominator} * b.denominator);
}

bool rounds_to(const Ratio& exact, const Decimal& written) {
  const Wide unit = power_of_ten(written.scale);
  const Wide gap = magnitude(exact.numerator * unit - Wide{written.mantissa} * exact.denominator);
  return gap <= exact.denominator / 2;
}

std::string vietnamese(const Ratio& ratio) {
  for (int decimals = 0; decimals <= kMaxScale; ++decimals) {
    const auto number = rounded(ratio, decimals);
    if (number && ratio_of(*number) == ratio) return vietnamese(*number);
  }
  for (int decimals = 2; decimals <= kMaxScale; ++decimals) {
    const auto number = rounded(ratio, decimals);
    if (!number) break;
    if (number->mantissa != 0 || decimals == kMaxScale) return "≈" + vietnamese(*number);
  }
  return "≈" + vietnamese(rounded(ratio, 0).value_or(Decimal{ratio.numerator, 0}));
}

}  // namespace wardplan
