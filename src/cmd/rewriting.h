#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cmd/io.h"
#include "edit/change.h"
#include "records/project.h"

// What all commands that change records do with a record's text.

namespace wardplan {

/// A record's text as it would be read from its file, and what is found in it.
struct JudgedText {
  Project project;
  Report report;
};

JudgedText judge_text(const std::string& path, std::string bytes, const Io& io);

/// Why a record is left as it is: it has errors, which are told, or it is no plan. Throws `Failure`
/// where its register can't be read.
std::optional<Message> why_not_changed(const std::string& path, const JudgedText& text, Io& io);

/// Findings that `before` doesn't have: what a change brings with it.
std::vector<Finding> new_findings(const JudgedText& before, const JudgedText& after);

/// Findings as they are drawn on standard error.
std::string rendered(const JudgedText& text, const std::vector<Finding>& findings, const Io& io);

/// The change of a record's bytes, or nothing where it is refused.
using ChangeText = std::function<std::optional<ChangedText>(const std::string& bytes)>;

/// Changes a file under its lock, whole or not at all; with `dry_run` prints the change as a diff
/// and writes nothing. Throws `Failure` when the file can't be read or written.
void rewrite_record(const std::string& path, bool dry_run, Io& io, const ChangeText& change);

}  // namespace wardplan
