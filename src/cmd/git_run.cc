#include "cmd/git_run.h"

#include "disk/files.h"
#include "text/trim.h"

namespace wardplan {
namespace {

/// Variables that say which repository is meant, as `git rev-parse --local-env-vars` lists them,
/// and how paths and changes are: it is the file's, whatever a hook says. Settings are the user's.
const std::vector<std::string> kHeldBack = {"GIT_ALTERNATE_OBJECT_DIRECTORIES=",
                                            "GIT_COMMON_DIR=",
                                            "GIT_DIR=",
                                            "GIT_EXTERNAL_DIFF=",
                                            "GIT_GLOB_PATHSPECS=",
                                            "GIT_GRAFT_FILE=",
                                            "GIT_ICASE_PATHSPECS=",
                                            "GIT_IMPLICIT_WORK_TREE=",
                                            "GIT_INDEX_FILE=",
                                            "GIT_INTERNAL_SUPER_PREFIX=",
                                            "GIT_LITERAL_PATHSPECS=",
                                            "GIT_NAMESPACE=",
                                            "GIT_NOGLOB_PATHSPECS=",
                                            "GIT_NO_REPLACE_OBJECTS=",
                                            "GIT_OBJECT_DIRECTORY=",
                                            "GIT_PREFIX=",
                                            "GIT_QUARANTINE_PATH=",
                                            "GIT_REPLACE_REF_BASE=",
                                            "GIT_SHALLOW_FILE=",
                                            "GIT_WORK_TREE="};

}  // namespace

ChildResult run_git(const std::string& folder, std::vector<std::string> words,
                    std::string_view input, GitIndex index) {
  words.insert(words.begin(), {"git", "-C", folder, "--no-pager", "--literal-pathspecs"});
  std::vector<std::string> held_back = kHeldBack;
  if (index == GitIndex::of_hook) std::erase(held_back, "GIT_INDEX_FILE=");
  auto result = run_child(words, input, held_back);
  if (!result)
    throw Failure({"máy này chưa cài git, mà lệnh này đọc các bản cũ từ git",
                   "git isn't installed, and earlier versions are read from it"});
  return std::move(*result);
}

std::string first_line(const std::string& text) {
  return std::string(trimmed(std::string_view(text).substr(0, text.find('\n'))));
}

std::string answer_of_git(const std::string& folder, const std::vector<std::string>& words,
                          std::string_view input, GitIndex index) {
  ChildResult result = run_git(folder, words, input, index);
  if (result.exit_code != 0)
    throw Failure(say("git không trả lời được (`git {0}`): {1}", "git failed (`git {0}`): {1}",
                      words.front(), first_line(result.err)));
  return std::move(result.out);
}

std::vector<std::string> parts(std::string_view text, std::string_view sign) {
  std::vector<std::string> all;
  for (const std::string_view part : split(text, sign))
    if (!part.empty()) all.emplace_back(part);
  return all;
}

}  // namespace wardplan
