#pragma once

#include <cstddef>
#include <string_view>

#include "figures/figure_text.h"
#include "figures/quantity.h"

// What results (quantity.h) and goals (goal.h) share: a figure, its numbers with their units, and
// the words around it.

namespace wardplan {

/// A number with its unit, within a figure.
struct Amount {
  enum class Unit { none, percent, money };

  /// Index of the number's token.
  std::size_t token = 0;
  NumberReading number = {};
  Unit unit = Unit::none;
  /// Of ten, from the words behind the number: 3 for `nghìn`, 6 for `triệu`, 9 for `tỷ`.
  int power = 0;

  /// Without a unit of its own; letters that touch it may make a name of it.
  bool bare() const { return unit == Unit::none && power == 0; }
};

/// Reads `93,5%`, `150 Tr đồng`, `8.700.000đ`, `17 triệu`, `03`; false where no number stands.
bool read_amount(FigureText& in, Amount& out);

/// The amount in its smallest unit (đồng, not triệu). Fails on a percentage with two readings, with
/// both of them, and on numbers too big.
bool settle(FigureText& in, const Amount& amount, Decimal& out);

/// Reads `/12` behind `part`, its bare number.
bool read_fraction(FigureText& in, const Amount& part, Fraction& out);

/// Reads the second end of a range, whose dash or word is read: `35%` of `30-35%`. A unit said once
/// is both ends'; `low` gets it.
bool read_range(FigureText& in, Amount& low, Quantity& out);

/// What a text puts before or behind its figure: `ít nhất`, `>`, `trở lên`, `gần`.
enum class Bound { none, at_least, more_than, at_most, less_than, exactly, nearly, around };

struct Figure {
  Quantity quantity = {};
  Bound bound = Bound::none;
  /// Bytes of the words of the bound, and the words.
  std::size_t bound_begin = 0;
  std::size_t bound_end = 0;
  std::string_view bound_words = {};
};

/// Reads a figure with its unit and its bound; the quantity's hedge is left to the caller.
Reading<Figure> read_figure(std::string_view text);

/// Notes a bound with its bytes; fails when another one was noted before.
bool set_bound(FigureText& in, Figure& figure, Bound bound, std::size_t begin, std::size_t end);

/// Steps over words that say nothing about the figure: `phấn đấu đạt tỷ lệ`.
void skip_lead_ins(FigureText& in);

/// Steps over everything before a figure: `phấn đấu đạt trên`; fails when bounds are at odds.
bool read_opening(FigureText& in, Figure& figure);

/// Whether `trở lên` or the like is next.
bool closing_is_next(FigureText& in);

/// Steps over it; fails when it is at odds with the opening.
bool read_closing(FigureText& in, Figure& figure);

}  // namespace wardplan
