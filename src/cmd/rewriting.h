#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cmd/io.h"
#include "edit/change.h"
#include "edit/tree.h"
#include "records/project.h"

// What all commands that change records do with a record's text.

namespace wardplan {

/// A record's text as it would be read from its file, and what is found in it.
struct JudgedText {
  Project project;
  Report report;
};

JudgedText judge_text(const std::string& path, std::string bytes, const Io& io);

/// The same of a record (the last) together with the files that it refers to, as they are to be.
JudgedText judge_texts(std::vector<std::pair<std::string, std::string>> files, const Io& io);

/// Why a record is left as it is: it has errors, which are told, or it is no plan. Throws `Failure`
/// where its register can't be read.
std::optional<Message> why_not_changed(const std::string& path, const JudgedText& text, Io& io);

/// New addresses of rows by their old ones.
using MovedRows = std::map<std::string, std::string>;

/// Findings that `before` doesn't have: what a change brings with it. Where rows have moved, a
/// finding is known by its code and row: what it says names addresses.
std::vector<Finding> new_findings(const JudgedText& before, const JudgedText& after,
                                  const MovedRows& moved = {});

/// Findings as they are drawn on standard error.
std::string rendered(const JudgedText& text, const std::vector<Finding>& findings, const Io& io);

/// The change of a record's bytes, or nothing where it is refused.
using ChangeText = std::function<std::optional<ChangedText>(const std::string& bytes)>;

/// A change of a file as `git apply` takes it.
std::string record_diff(const std::string& path, const std::string& bytes,
                        const ChangedText& changed);

/// Changes a file under its lock, whole or not at all; with `dry_run` prints the change as a diff
/// and writes nothing. Throws `Failure` when the file can't be read or written.
void rewrite_record(const std::string& path, bool dry_run, Io& io, const ChangeText& change);

/// What a record is to say, and what is told once it does.
struct WantedRecord {
  Tree tree;
  std::function<Message(const Plan& after)> told;
  MovedRows moved = {};
};

/// What a sound record (its plan, and its tree) is to be; throws `Refused` where it can't be.
using WantRecord = std::function<WantedRecord(const JudgedText& before, const Tree& root)>;

/// Makes a record's text say what is wanted, as `rewrite_record` does, and tells it with the
/// warnings that come with it, or why not: what is wanted must have no error of its own. The exit
/// code.
int change_record(const std::string& path, bool dry_run, Io& io, const WantRecord& want);

}  // namespace wardplan
