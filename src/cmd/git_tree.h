#pragma once

#include <map>
#include <set>
#include <string>

#include "cmd/git_file.h"
#include "cmd/git_run.h"
#include "disk/scratch.h"

// All records of a repository as a commit, the index or the files themselves have them.

namespace wardplan {

/// Records by their paths from the root, with the objects that they are.
struct GitTree {
  std::map<std::string, std::string> records = {};
  std::map<std::string, std::string> links = {};
  /// Repositories within this one, whose files it doesn't have.
  std::set<std::string> submodules = {};
};

GitTree tree_of_commit(const GitFile& repository, const std::string& hash);

/// What the next commit is to hold; throws `Failure` where a merge left files in conflict.
GitTree tree_of_index(const GitFile& repository, GitIndex index);

/// What the files are now, added to git or not; links and submodules as the index has them.
GitTree tree_of_files(const GitFile& repository);

/// Writes all records of a tree into a folder; nothing above it is looked at for records.
void lay_out(const GitFile& repository, const GitTree& tree, const ScratchFolder& folder);

/// The records that two trees have otherwise, those of one alone among them.
std::set<std::string> changed_records(const GitTree& before, const GitTree& after);

}  // namespace wardplan
