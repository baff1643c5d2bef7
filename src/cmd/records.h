#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cmd/commands.h"
#include "diag/report.h"
#include "records/project.h"

// How commands read what they work on, say what is wrong with it, and answer.

namespace wardplan {

/// Records, read and checked.
struct Records {
  Project project;
  Report report;
  /// Number of findings that were accepted.
  std::size_t accepted = 0;
  /// What `tell_faults` had to say: files that could not be read, records with errors.
  bool failed = false;
  bool errors = false;
};

/// Reads paths (`-` is standard input) and checks what they hold; without a day, rules that go by
/// one don't run: what is shown for a day doesn't warn of what came after it.
Records read_records(const std::vector<std::string>& paths, const std::optional<Date>& as_of,
                     Io& io);

/// Says which files could not be read, draws the errors, says that records with errors are left
/// out, and whether there is no plan at all; true when there is one.
bool tell_faults(Records& records, const Message& left_out, Io& io);

/// The answer of a command that did what it could.
int exit_code(const Records& records);

/// Throws `Failure` when a result would be written onto a record: one of these, or any YAML file.
void refuse_record(const OutputOptions& output, const std::vector<std::string>& records);

}  // namespace wardplan
