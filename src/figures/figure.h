#pragma once

#include "figures/quantity.h"

// The grammar that results (quantity.h) and goals (goal.h) share; nothing else includes it.

namespace wardplan {

/// What a text puts before or behind its figure: `ít nhất`, `>`, `trở lên`, `gần`.
enum class Bound { none, at_least, more_than, at_most, less_than, exactly, nearly, around };

struct Figure {
  Quantity quantity = {};
  Bound bound = Bound::none;
  /// Bytes of the words of the bound.
  std::size_t bound_begin = 0;
  std::size_t bound_end = 0;
};

/// Reads a figure with its unit and its bound; the quantity's hedge is left to the caller.
Reading<Figure> read_figure(std::string_view text);

}  // namespace wardplan
