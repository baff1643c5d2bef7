#pragma once

#include "figures/figure_text.h"

// The words around a figure that say how a result must stand to it; nothing but figure.cc includes
// it.

namespace wardplan {

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
