#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "disk/child.h"

// git as a program of its own: nothing else runs it.

namespace wardplan {

/// Which index is asked: the repository's, or the one that a hook names, in which git makes the
/// next commit.
enum class GitIndex { of_repository, of_hook };

/// Runs git in a folder, the repository of which is meant whatever a hook says; throws `Failure`
/// where it isn't installed.
ChildResult run_git(const std::string& folder, std::vector<std::string> words,
                    std::string_view input = {}, GitIndex index = GitIndex::of_repository);

/// The answer of git where it must have one; throws `Failure` with what it says.
std::string answer_of_git(const std::string& folder, const std::vector<std::string>& words,
                          std::string_view input = {}, GitIndex index = GitIndex::of_repository);

/// The parts of an answer that aren't empty.
std::vector<std::string> parts(std::string_view text, std::string_view sign);

/// Without blanks around it.
std::string first_line(const std::string& text);

}  // namespace wardplan
