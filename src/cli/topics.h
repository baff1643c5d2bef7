#pragma once

#include <span>
#include <string_view>

namespace wardplan {

/// A text that `help` prints: its name, and what a file of the project says.
struct Topic {
  std::string_view name;
  std::string_view text;
};

/// Those that are part of the program (`BAT-DAU.md` …), by their files' names.
std::span<const Topic> topics();

}  // namespace wardplan
