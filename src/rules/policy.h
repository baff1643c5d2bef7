#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diag/report.h"

namespace wardplan {

/// Which findings a line of settings is about; never errors.
struct FindingChoice {
  /// Codes, or how they begin.
  std::vector<std::string> codes = {};
  /// Of files, from the folder of the settings on (`path_matches`); empty: all.
  std::string pattern = {};
};

struct FindingLevel {
  FindingChoice choice = {};
  Severity severity = Severity::warning;
};

/// What settings say of findings that aren't errors.
struct Policy {
  /// As `identity` spells it.
  std::string folder = {};
  std::vector<FindingChoice> accepted = {};
  /// The last one that is about a finding counts.
  std::vector<FindingLevel> severities = {};

  bool empty() const { return accepted.empty() && severities.empty(); }
};

/// The name of a file from the policy's folder on; empty where it is in no folder below, or none.
std::string path_below(const std::string& folder, const std::string& identity);

/// Takes out of a report what is accepted, and makes the rest as severe as is said. Returns how
/// many were taken out.
std::size_t apply_policy(const Policy& policy, const Sources& sources, Report& report);

}  // namespace wardplan
