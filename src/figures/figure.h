#pragma once

#include <cstddef>
#include <string_view>

#include "figures/figure_text.h"
#include "figures/quantity.h"

// What results (quantity.h) and goals (goal.h) share: a figure and the words around it.

namespace wardplan {

/// What a text puts before or behind its figure: `ít nhất`, `>`, `trở lên`, `gần`.
enum class Bound { none, at_least, more_than, at_most, less_than, exactly, nearly, around };

struct Figure {
  Quantity quantity = {};
  /// `mỗi ấp 01 tuyến`: what stands behind the number is what is counted.
  bool per_leads = false;
  Bound bound = Bound::none;
  /// Bytes of a rate beside a count or an amount of money (`628 lượt, đạt 104,67%`): of a result it
  /// says how much of its plan that is, of a goal it is a second figure.
  std::size_t rate_begin = 0;
  std::size_t rate_end = 0;
  /// Bytes of the words of the bound.
  std::size_t bound_begin = 0;
  std::size_t bound_end = 0;
};

/// Reads a figure with its unit and its bound; the quantity's hedge is left to the caller.
Reading<Figure> read_figure(std::string_view text);

/// That the bytes [begin, end) of a text are a figure where another one was read.
Misread second_figure(std::string_view text, std::size_t begin, std::size_t end);

/// Notes a bound with its bytes; fails when another one was noted before.
bool set_bound(FigureText& in, Figure& figure, Bound bound, std::size_t begin, std::size_t end);

/// Steps over words that say nothing about the figure: `phấn đấu đạt tỷ lệ`.
void skip_lead_ins(FigureText& in);

/// Steps over everything before a figure: `phấn đấu đạt trên`; fails when bounds are at odds.
bool read_opening(FigureText& in, Figure& figure);

/// Whether a figure, or a word that opens one, is next.
bool opens_figure(FigureText& in);

/// Whether `trở lên` or the like is next.
bool closing_is_next(FigureText& in);

/// Steps over it; fails when it is at odds with the opening.
bool read_closing(FigureText& in, Figure& figure);

}  // namespace wardplan
