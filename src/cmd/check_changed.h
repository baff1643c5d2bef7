#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

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
  /// By the paths of files that only got another one, what they were.
  std::map<std::string, std::string> renamed = {};
  /// How many findings of before `key_of` says the same of.
  std::map<std::string, std::size_t> before = {};
  /// What it is compared with, as people read it.
  Message since = {};

  /// The path of a file from the root of the repository.
  std::string from_root(const std::string& path) const;

  /// Whether a path from the root is, or stands in, one of those that are asked for.
  bool is_asked(const std::string& from_the_root, const std::vector<std::string>& paths) const;

  /// Whether a path from the root stands in a submodule, which isn't judged.
  bool is_of_submodule(const std::string& from_the_root) const;

  /// A text that is the same of the same finding where others stand before it.
  std::string key_of(const Finding& finding, const Sources& sources) const;

  /// Of each finding whether it is new; of those that are alike all are, where they are more than
  /// before. None is of a submodule.
  std::vector<bool> tells(const Report& report, const Sources& sources) const;
};

/// `check --staged` and `check --since`: judges all as the index, or the files, have it, and hands
/// it with its scope to `judge`, the exit code of which is the answer.
int check_changed(const CheckOptions& options, Io& io,
                  const std::function<int(const CheckOptions&, const ChangedScope&)>& judge);

}  // namespace wardplan
