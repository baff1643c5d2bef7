#pragma once

#include <span>
#include <string_view>

namespace wardplan {

/// A script by which a shell completes what is typed: `wardplan.bash`, and what it says. It asks
/// the program each time (complete.h), so that it never falls behind the tables.
struct ShellScript {
  std::string_view name;
  std::string_view text;
};

/// Those of the folder `src/cli/shells/`.
std::span<const ShellScript> shell_scripts();

}  // namespace wardplan
