#pragma once

#include <optional>
#include <string>

#include "times/schedule.h"

// What may have been meant by a time that says something odd.

namespace wardplan {

/// Whether all its days lie outside a year.
bool is_outside(const Schedule& schedule, int year);

/// Another way to write a time, and how that is read.
struct Mended {
  std::string text;
  Schedule read;
};

/// The text with the one year that it names put right, or nothing.
std::optional<Mended> in_year(const std::string& text, int year);

/// The text with the year behind one of its numbers, where that says the same days; or nothing.
std::optional<std::string> with_year(const std::string& text, int year);

}  // namespace wardplan
