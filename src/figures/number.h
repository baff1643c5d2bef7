#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/phrase.h"

namespace wardplan {

/// Most digits after the decimal sign that a `Decimal` keeps.
inline constexpr int kMaxScale = 9;

/// An exact decimal number, mantissa / 10^scale (scale 0 to `kMaxScale`); the scale is the number
/// of decimals written, so 93,50 keeps both and yet equals 93,5.
struct Decimal {
  std::int64_t mantissa = 0;
  int scale = 0;

  friend std::weak_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
};

/// How a run of digits, points and commas reads.
struct NumberReading {
  /// Bytes of the run; 0 when no digit stands there.
  std::size_t size = 0;
  /// The number in Vietnamese notation, or in ISO notation where only that is possible; absent when
  /// it is neither, and then `problem` says why.
  std::optional<Decimal> value = {};
  /// The other reading, where one point stands before three digits: `12.345` is 12345, in ISO
  /// notation 12,345. Which readings a figure can have is for the caller to know.
  std::optional<Decimal> as_iso = {};
  Message problem = {};
};

/// Reads the number at the start of `text`: a comma is the decimal sign (`93,5`, `1.234,5`), points
/// before groups of three digits are thousands (`1.800`), a point before one or two digits or after
/// a lone 0 is an ISO decimal (`93.5`, `0.345`); leading zeros mean nothing (`03`), signs are not
/// read. More than `kMaxScale` decimals or 64 bits are a problem.
NumberReading scan_number(std::string_view text);

/// That nobody knows whether the point in a number begins thousands or decimals.
Message unclear_point(std::string_view number);

/// The number in Vietnamese notation with its written decimals: `-1.234,50`; `scan_number` reads a
/// number that is not negative back.
std::string vietnamese(const Decimal& number);

/// `number` times 10^power (power >= 0), or nothing when 64 bits don't hold it.
std::optional<Decimal> times_power_of_ten(Decimal number, int power);

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

/// The same of two quotients (a part not below 0, a whole above it).
std::optional<Ratio> percentage(const Ratio& part, const Ratio& whole);

/// a - b, or nothing when 64 bits don't hold it.
std::optional<Ratio> difference(const Ratio& a, const Ratio& b);

/// a + b, a * b and a / b (b not 0), or nothing when 64 bits don't hold it.
std::optional<Ratio> sum(const Ratio& a, const Ratio& b);
std::optional<Ratio> product(const Ratio& a, const Ratio& b);
std::optional<Ratio> quotient(const Ratio& a, const Ratio& b);

/// Whether `exact` lies within half a unit of the last digit written of `written`, both ends
/// included: 275/3 rounds to 91,7 and not to 91,6.
bool rounds_to(const Ratio& exact, const Decimal& written);

/// In Vietnamese notation: `-1,5`; with `≈` where it had to be rounded (to two decimals, or as many
/// as show a digit that isn't 0).
std::string vietnamese(const Ratio& ratio);

/// A computed number as people read it: the same with `≈` in front where two decimals don't hold
/// it.
std::string in_short(const Ratio& ratio);

}  // namespace wardplan
