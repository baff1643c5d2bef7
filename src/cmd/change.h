#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cmd/commands.h"

// How commands change records: everything is judged on the new text before a byte is written.

namespace wardplan {

/// One change of one item, as it was asked for.
struct ChangeRequest {
  std::string address = {};
  /// Take the last entry off instead of appending one.
  bool undo = false;
  std::optional<std::string> status = {};
  /// ISO or day first; none: the day it is.
  std::optional<std::string> date = {};
  /// `V` or `NAME=V`.
  std::vector<std::string> values = {};
  std::vector<std::string> parts = {};
  std::optional<std::string> note = {};
  std::optional<std::string> evidence = {};
  std::optional<std::string> due = {};
  std::optional<std::string> round = {};
  /// Levels (id or name) that are asked to commend a model.
  std::vector<std::string> proposed = {};
  /// A date before the last entry's is meant.
  bool backdate = false;
};

/// What came of one request.
struct ChangeAnswer {
  bool done = false;
  /// What was recorded, or why not.
  Message message = {};
};

/// What came of all requests to one file: all are done, or none.
struct FileAnswer {
  bool done = false;
  /// One a request, in their order.
  std::vector<ChangeAnswer> answers;
};

/// Says what came of one request.
void complain_about(const ChangeAnswer& answer, const CommonOptions& options, Io& io);

/// Changes a plan file under its lock, whole or not at all; with `dry_run` prints the change as a
/// diff and writes nothing. Findings that stand in the way, and new warnings, go to standard error.
/// Throws `Failure` when the file can't be read or written.
FileAnswer change_file(const std::string& path, const std::vector<ChangeRequest>& requests,
                       bool dry_run, const CommonOptions& options, Io& io);

}  // namespace wardplan
