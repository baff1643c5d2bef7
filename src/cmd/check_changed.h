#pragma once

#include <functional>
#include <set>
#include <string>

#include "cmd/commands.h"
#include "text/source.h"

// What changed since a commit, and what of that `check` tells.

namespace wardplan {

/// What tells the findings that a change brings about from those that were there before it.
struct ChangedScope {
  /// From the root of the repository; the folder where paths begin, likewise.
  std::set<std::string> files = {};
  std::set<std::string> submodules = {};
  std::string folder = {};
  /// Findings of before, each as `key_of` says it.
  std::set<std::string> before = {};
  /// What it is compared with, as people read it.
  Message since = {};

  /// The path of a file from the root of the repository.
  std::string from_root(const std::string& path) const;

  /// Whether a path from the root is, or stands in, one of those that are asked for.
  bool is_asked(const std::string& from_the_root, const std::vector<std::string>& paths) const;

  /// Whether a path from the root stands in a submodule, which isn't judged.
  bool is_of_submodule(const std::string& from_the_root) const;

  /// Whether a finding is of a changed file, or new.
  bool tells(const Finding& finding, const Sources& sources) const;
};

/// A text that is the same of the same finding in a file that didn't change.
std::string key_of(const Finding& finding, const Sources& sources);

/// `check --staged` and `check --since`: judges all as the index, or the files, have it, and hands
/// it with its scope to `judge`, the exit code of which is the answer.
int check_changed(const CheckOptions& options, Io& io,
                  const std::function<int(const CheckOptions&, const ChangedScope&)>& judge);

}  // namespace wardplan
