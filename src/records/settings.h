#pragma once

#include <vector>

#include "records/ward.h"
#include "records/written.h"
#include "text/span.h"

// What a repository's `wardplan.yaml` sets. What words its values may be is known further down
// (`judge_settings`), where the options that they stand for are.

namespace wardplan {

/// Warnings and notes that stay in some files, with the reason for it.
struct AcceptedFindings {
  /// Codes, or how they begin (`P4`).
  std::vector<Text> code;
  /// A pattern (`path_matches`) from the folder of the settings on; absent: every file.
  Text path;
  Text reason;
  Span span;
};

/// Warnings and notes that are told as something else.
struct FindingSeverity {
  std::vector<Text> code;
  Text path;
  /// `warning` or `note`.
  Text severity;
  Span span;
};

/// What `check` is run with; keys are called as the options that they stand for.
struct CheckSettings {
  Text fail_on;
  Span span = {};
};

/// What `build` makes.
struct BuildSettings {
  std::vector<Text> paths;
  Text output;
  std::vector<Text> format;
  std::vector<Text> only;
  Text period;
  Span span = {};
};

/// `kind: settings`.
struct Settings {
  FileId file = 0;
  Text kind;
  Number format;
  Text lang;
  Number soon;
  Text layout;
  /// Files by the names of the forms that they are for.
  std::vector<KeyedText> templates;
  CheckSettings check;
  BuildSettings build;
  std::vector<AcceptedFindings> accepted;
  std::vector<FindingSeverity> severities;
};

}  // namespace wardplan
