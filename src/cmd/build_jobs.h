#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cmd/commands.h"
#include "summary/summary.h"

namespace wardplan {

/// One file to be made: where, of which records, and how. `make` only reads what the jobs share, so
/// that several may run at once.
struct BuildJob {
  /// Below the output folder.
  std::string path;
  std::vector<FileId> from;
  std::function<std::string()> make;
};

/// The period that a plan is reported on; nothing where it has no day of the plan's year, or hasn't
/// begun.
std::optional<Period> report_period(const Plan& plan, const BuildOptions& options,
                                    const Date& as_of);

/// Everything that can be made of plans, and of their summary, by path. Throws `Failure` when two
/// would have the same path, or a ward's id is no name for a folder.
std::vector<BuildJob> build_jobs(const Project& project, const std::vector<const Plan*>& plans,
                                 const Summary& summary, const BuildOptions& options, const Io& io);

}  // namespace wardplan
