#pragma once

#include <cstdint>
#include <deque>
#include <map>
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
  /// The root of the repository, where git is run.
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
  /// The day on which it was committed, ISO, as days that are typed are meant; it may have been
  /// written before.
  std::string day = {};
  std::vector<std::string> parents = {};
  /// Where the file stands in it, and in each of its parents.
  std::string path = {};
  std::vector<std::string> parent_paths = {};
  /// It has parents that this copy of the repository lacks: what it brought isn't known.
  bool cut = false;
};

/// Throws `Failure` where git isn't installed, or the file's folder is in no repository.
GitFile git_file(const std::string& path);

/// What a day means as a commit: the last one before it, or the last one up to its end.
enum class DayMeans : std::uint8_t { before_it, all_of_it };

/// The last commit of the branch, or nothing where there is none yet.
std::optional<GitCommit> head_commit(const GitFile& file);

/// The same; throws `Failure` where there is none yet.
GitCommit last_commit(const GitFile& file);

/// The commit that was typed for an option: a name, a hash, or a day, which means one of those that
/// the branch went through; in it the file may have had another name. Throws `Failure` where there
/// is none.
GitCommit commit_named(const GitFile& file, const std::string& typed, DayMeans means);

/// The same, whatever the file's name was there.
GitCommit commit_meant(const GitFile& file, const std::string& typed, DayMeans means);

/// The commits in which the file changed, the last first, up to `until`, those that `since` knows
/// left out where it is given; through the names that it had, on each branch, before it stood where
/// it does in `until`. Each commit stands before its parents.
std::vector<GitCommit> commits_of(const GitFile& file, const std::string& since,
                                  const GitCommit& until);

/// The object that a file is in each of some commits (`HASH:PATH`), or nothing where it isn't
/// there.
std::vector<std::optional<std::string>> objects_of(const GitFile& file,
                                                   const std::vector<std::string>& names);

/// The bytes of an object; of many at once.
std::string object_bytes(const GitFile& file, const std::string& object);
std::vector<std::string> bytes_of_objects(const GitFile& file,
                                          const std::vector<std::string>& objects);

/// What the versions of a file say, each read when it is asked for; the last few are kept.
class GitVersions {
 public:
  explicit GitVersions(const GitFile& file) : file_(file) {}

  /// Says which will be asked for, in their order, so that git is asked for many at once.
  void expect(const std::vector<std::optional<std::string>>& objects);

  /// Null where it can't be read.
  std::shared_ptr<const Tree> operator[](const std::string& object);

 private:
  std::string bytes_of(const std::string& object);

  const GitFile& file_;
  /// Each once, and where it stands.
  std::vector<std::string> expected_;
  std::map<std::string, std::size_t> place_;
  /// Those that came with others and weren't asked for yet.
  std::map<std::string, std::string> fetched_;
  std::deque<std::pair<std::string, std::shared_ptr<const Tree>>> kept_;
};

}  // namespace wardplan
