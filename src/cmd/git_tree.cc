#include "cmd/git_tree.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "disk/files.h"
#include "text/trim.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNul("\0", 1);

/// What git says of a file as a tree or the index has it.
void add(GitTree& tree, std::string_view mode, std::string object, std::string path) {
  if (mode == "160000")
    tree.submodules.insert(std::move(path));
  else if (mode == "120000")
    tree.links.emplace(std::move(path), std::move(object));
  else if (is_yaml(path))
    tree.records.emplace(std::move(path), std::move(object));
}

/// Shows `see` each file of the index: its mode, object and stage, and its path.
template <class See>
void each_staged(const GitFile& repository, GitIndex index, See see) {
  // `MODE OBJECT STAGE<tab>PATH`
  for (const std::string& line :
       parts(answer_of_git(repository.folder, {"ls-files", "--stage", "-z", "--full-name"}, {},
                           index),
             kNul)) {
    const std::size_t tab = line.find('\t');
    const std::vector<std::string> words = parts(line.substr(0, tab), " ");
    if (tab != std::string::npos && words.size() == 3) see(words, line.substr(tab + 1));
  }
}

/// Each with its bytes, so many at once that memory stays small.
template <class Take>
void each_object(const GitFile& repository, const std::map<std::string, std::string>& files,
                 Take take) {
  constexpr std::size_t kAtOnce = 64;
  for (auto next = files.begin(); next != files.end();) {
    std::vector<std::string> paths, objects;
    for (; next != files.end() && paths.size() < kAtOnce; ++next) {
      paths.push_back(next->first);
      objects.push_back(next->second);
    }
    const std::vector<std::string> all = bytes_of_objects(repository, objects);
    for (std::size_t at = 0; at < all.size(); ++at) take(paths[at], all[at]);
  }
}

}  // namespace

GitTree tree_of_commit(const GitFile& repository, const std::string& hash) {
  GitTree tree;
  // `MODE TYPE OBJECT<tab>PATH`
  for (const std::string& line : parts(
           answer_of_git(repository.folder, {"ls-tree", "-r", "-z", "--full-tree", hash}), kNul)) {
    const std::size_t tab = line.find('\t');
    const std::vector<std::string> words = parts(line.substr(0, tab), " ");
    if (tab == std::string::npos || words.size() < 3) continue;
    add(tree, words[0], words[2], line.substr(tab + 1));
  }
  return tree;
}

GitTree tree_of_index(const GitFile& repository, GitIndex index) {
  GitTree tree;
  each_staged(repository, index, [&](const std::vector<std::string>& words, std::string path) {
    if (words[2] != "0" && is_yaml(path))
      throw Failure(say("`{0}` còn xung đột của lần ghép; sửa rồi `git add {0}`",
                        "`{0}` is still in conflict from a merge; mend it, then `git add {0}`",
                        path));
    add(tree, words[0], words[1], std::move(path));
  });
  return tree;
}

GitTree tree_of_files(const GitFile& repository) {
  GitTree tree;
  each_staged(repository, GitIndex::of_repository,
              [&](const std::vector<std::string>& words, std::string path) {
                const bool has_bytes = words[0] != "160000" && words[0] != "120000";
                if (!has_bytes) add(tree, words[0], words[1], std::move(path));
              });
  std::vector<std::string> paths;
  std::string input;
  for (std::string& path :
       parts(answer_of_git(repository.folder, {"ls-files", "--cached", "--others", "-z"}), kNul)) {
    std::error_code ignored;
    const fs::path file = fs::path(repository.folder) / path;
    if (!is_yaml(path) || tree.links.contains(path) || !fs::is_regular_file(file, ignored))
      continue;
    // Names are given to git a line each; one in two lines is no file of before.
    if (path.find('\n') != std::string::npos) {
      tree.records.emplace(std::move(path), "");
      continue;
    }
    input += path + "\n";
    paths.push_back(std::move(path));
  }
  const std::vector<std::string> objects =
      parts(answer_of_git(repository.folder, {"hash-object", "--stdin-paths"}, input), "\n");
  if (objects.size() != paths.size())
    throw Failure(say("git trả lời về {1} tệp, trong khi được hỏi về {0}",
                      "git was asked about {0} files and answered about {1}", paths.size(),
                      objects.size()));
  for (std::size_t at = 0; at < paths.size(); ++at)
    tree.records.emplace(std::move(paths[at]), objects[at]);
  return tree;
}

void lay_out(const GitFile& repository, const GitTree& tree, const ScratchFolder& folder) {
  // Where a repository begins.
  folder.add_folder(".git");
  each_object(repository, tree.records,
              [&](const std::string& path, const std::string& bytes) { folder.add(path, bytes); });
  each_object(repository, tree.links, [&](const std::string& path, const std::string& target) {
    folder.add_link(path, target);
  });
}

std::set<std::string> changed_records(const GitTree& before, const GitTree& after) {
  std::set<std::string> changed;
  for (const auto& [path, object] : after.records) {
    const auto old = before.records.find(path);
    if (old == before.records.end() || old->second != object) changed.insert(path);
  }
  for (const auto& [path, object] : before.records)
    if (!after.records.contains(path)) changed.insert(path);
  return changed;
}

}  // namespace wardplan
