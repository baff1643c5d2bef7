#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

/// What another program said, and how it ended.
struct ChildResult {
  std::string out = {};
  std::string err = {};
  /// Its exit code; of one that a signal ended 128 and the signal.
  int exit_code = 0;
};

/// Runs a program that is looked for on the PATH, without a shell, with `input` on its standard
/// input, and waits for it; variables whose names begin with one of `without` are kept from it, and
/// its own words are English. Programs that it leaves behind aren't waited for. Nothing where there
/// is no such program; throws `Failure` where it can't be run, or its answer can't be read whole.
std::optional<ChildResult> run_child(const std::vector<std::string>& command,
                                     std::string_view input,
                                     const std::vector<std::string>& without);

}  // namespace wardplan
