#pragma once

#include <cstddef>

#include "figures/figure_text.h"

// A number with its unit, within a figure.

namespace wardplan {

struct Amount {
  enum class Unit { none, percent, money };

  /// Index of the number's token.
  std::size_t token = 0;
  NumberReading number = {};
  Unit unit = Unit::none;
  /// Of ten, from the words behind the number: 3 for `nghìn`, 6 for `triệu`, 9 for `tỷ`.
  int power = 0;
  /// Of `1 tỷ 200 triệu` that of the first unit; the power is that of the last, of which the number
  /// is.
  int first_power = 0;
  /// `‰`, a tenth of a percent.
  bool per_mille = false;

  /// Without a unit of its own; letters that touch it may make a name of it.
  bool bare() const { return unit == Unit::none && power == 0; }
};

/// Reads `93,5%`, `150 Tr đồng`, `8.700.000đ`, `17 triệu`, `1 tỷ 200 triệu đồng`, `03`; false where
/// no number stands.
bool read_amount(FigureText& in, Amount& out);

/// The amount in its smallest unit (đồng, not triệu). Fails on a percentage with two readings, with
/// both of them, and on numbers too big.
bool settle(FigureText& in, const Amount& amount, Decimal& out);

/// Reads `/12` behind `part`, its bare number.
bool read_fraction(FigureText& in, const Amount& part, Fraction& out);

/// Reads the second end of a range, whose dash or word is read: `35%` of `30-35%`. A unit said once
/// is both ends'; `low` gets it.
bool read_range(FigureText& in, Amount& low, Quantity& out);

}  // namespace wardplan
