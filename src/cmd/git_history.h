#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cmd/git_file.h"
#include "cmd/io.h"
#include "lists/change_list.h"

// Versions of a record, what they say, and which commits brought it.

namespace wardplan {

/// A text that is the same of the same change between other versions.
std::string change_key(const ToldChange& told);

CommitShown shown(const GitCommit& commit);

/// Two commits of which either may have brought something: a version that can't be read stands
/// between; the first is the later one.
CommitShown either(const CommitShown& later, const GitCommit& earlier);

/// Says how many earlier versions couldn't be read, and where the history is cut off, if any.
void tell_gaps(std::size_t unread, const std::vector<GitCommit>& commits, Io& io);

/// The names that ask for a file in commits and their parents, one commit after the other.
std::vector<std::string> names_in(const std::vector<GitCommit>& commits);

/// Of some changes between two versions the commits that brought them: of several the last. How
/// many versions couldn't be read.
std::size_t find_commits(const GitFile& file, const std::vector<GitCommit>& commits,
                         std::vector<ShownChange>& changes);

/// What a version of a record says, or nothing: why it can't be read was told.
std::optional<Tree> version_tree(const std::string& name, const std::string& bytes, Io& io);

/// The words of a version: its kind, and what its register calls people, units and statuses; the
/// register is looked for where `path` stands.
RecordWords record_words(const std::string& path, const std::string& bytes, const Tree& tree,
                         Lang lang);

}  // namespace wardplan
