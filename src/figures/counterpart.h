#pragma once

#include "figures/amount.h"
#include "figures/figure.h"

// What says a figure again: `91,7% (11/12)`, `628/600 lượt, đạt 104,67%`.

namespace wardplan {

/// Whether a second number that says the first one again is next, with what joins it.
bool counterpart_is_next(FigureText& in);

/// Reads the fraction of a rate, the rate of a fraction, or the rate beside a count.
bool read_counterpart(FigureText& in, Figure& figure);

/// Reads the words of a remark up to its closing parenthesis.
bool read_remark(FigureText& in, std::string& words);

}  // namespace wardplan
