#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wardplan {

/// A text that `help` prints: its name, and what a file of the project says.
struct Topic {
  std::string_view name;
  std::string_view text;
};

/// Those that are part of the program (`BAT-DAU.md` …), by their files' names.
std::span<const Topic> topics();

/// `bat-dau` of `BAT-DAU.md`.
std::string topic_name(const Topic& topic);

}  // namespace wardplan
