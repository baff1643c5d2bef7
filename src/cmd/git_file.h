#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "edit/tree.h"

// What git knows of a file; it is run as a program of its own.

namespace wardplan {

/// A file in a repository; a `Failure` that is thrown says what git lacks.
struct GitFile {
  /// The folder that it stands in, where git is run.
  std::string folder;
  /// From the root of the repository.
  std::string path;
};

/// A commit in which the file changed.
struct GitCommit {
  std::string hash = {};
  /// As short as git shows it.
  std::string shown = {};
  std::string author = {};
  /// The author's day, ISO.
  std::string day = {};
  std::vector<std::string> parents = {};
  /// Where the file stands in it, and in its parents.
  std::string path = {};
  std::string parent_path = {};
};

/// Throws `Failure` where git isn't installed, or the file's folder is in no repository.
GitFile git_file(const std::string& path);

/// The commit that was typed for an option: a name, a hash, or a day, whose last commit it is, or
/// `before` it the last one before that day. Throws `Failure` where there is none.
GitCommit commit_named(const GitFile& file, const std::string& typed, bool before);

/// The commits in which the file changed, the last first, up to `until`, those that `since` knows
/// left out where it is given; through its former names.
std::vector<GitCommit> commits_of(const GitFile& file, const std::string& since,
                                  const std::string& until);

/// The object that a file is in each of some commits (`HASH:PATH`), or nothing where it isn't
/// there.
std::vector<std::optional<std::string>> objects_of(const GitFile& file,
                                                   const std::vector<std::string>& names);

/// The bytes of an object.
std::string object_bytes(const GitFile& file, const std::string& object);

/// What the versions of a file say, each read when it is asked for; the last few are kept.
class GitVersions {
 public:
  explicit GitVersions(const GitFile& file) : file_(file) {}

  /// Null where it can't be read.
  std::shared_ptr<const Tree> operator[](const std::string& object);

 private:
  const GitFile& file_;
  std::deque<std::pair<std::string, std::shared_ptr<const Tree>>> kept_;
};

}  // namespace wardplan
