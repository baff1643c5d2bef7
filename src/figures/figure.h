#pragma once

#include "figures/quantity.h"

// The grammar that results (quantity.h) and goals (goal.h) share; nothing else includes it.

namespace wardplan {

/// What a text puts before or behind its figure: `ít nhất`, `>`, `trở lên`, `gần`.
enum class Bar { none, at_least, more_than, at_most, less_than, exactly, nearly, around };

struct Figure {
  Quantity quantity = {};
  Bar bar = Bar::none;
  /// Bytes of the words of the bar.
  std::size_t bar_begin = 0;
  std::size_t bar_end = 0;
};

/// Reads a figure with its unit and its bar; the quantity's hedge is left to the caller.
Reading<Figure> read_figure(std::string_view text);

}  // namespace wardplan
