#pragma once

#include <optional>
#include <string>
#include <vector>

#include "times/date.h"

namespace wardplan::picture {

/// A bar made of parts, of which there are at most `kShades`.
struct Bar {
  std::string label;
  std::vector<int> parts;
};

/// Bars below each other, as long as what they count; under each of them its figures in words.
/// `names`: of the parts.
std::string stacked_bars(const std::string& title, const std::vector<std::string>& names,
                         const std::vector<Bar>& bars);

/// What falls due on one day.
struct Mark {
  Date day;
  int done = 0;
  int open = 0;
  int late = 0;
};

struct TimelineWords {
  std::string done;
  std::string open;
  std::string late;
  /// Over the line of the day that is looked at.
  std::string today;
};

/// A year with what falls due in it, day by day, and the day that is looked at.
std::string timeline(const std::string& title, int year, const std::vector<Mark>& marks,
                     const Date& today, const TimelineWords& words);

/// A value beside what it was to reach.
struct Gauge {
  std::string label;
  std::string value;
  std::string goal;
  std::string outcome;
  /// Value by goal; nothing where they can't be compared as numbers.
  std::optional<double> share;
};

/// Bars up to their goal, which is a line; beside each of them the figures.
std::string gauges(const std::string& title, const std::vector<Gauge>& gauges);

/// A cell of a heat map: what is written in it, and how dark it is, from 0 to 1 (nothing: there is
/// none).
struct HeatCell {
  std::string text;
  std::optional<double> share;
};

struct HeatRow {
  std::string label;
  std::vector<HeatCell> cells;
};

/// Rows by columns; the columns are numbered, and what the numbers mean stands below.
std::string heat_map(const std::string& title, const std::vector<std::string>& columns,
                     const std::vector<HeatRow>& rows);

}  // namespace wardplan::picture
