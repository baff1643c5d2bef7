#include "cmd/git_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "disk/child.h"
#include "disk/files.h"
#include "disk/system.h"
#include "edit/file_text.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "times/date.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// The repository is that of the file, whatever a hook says.
const std::vector<std::string> kKept = {
    "GIT_DIR=",        "GIT_WORK_TREE=", "GIT_INDEX_FILE=",   "GIT_PREFIX=",
    "GIT_COMMON_DIR=", "GIT_NAMESPACE=", "GIT_EXTERNAL_DIFF="};

ChildResult run_git(const std::string& folder, std::vector<std::string> words,
                    std::string_view input = {}) {
  words.insert(words.begin(), {"git", "-C", folder, "--no-pager", "--literal-pathspecs"});
  auto result = run_child(words, input, kKept);
  if (!result)
    throw Failure({"máy này chưa cài git, mà lệnh này đọc các bản cũ từ git",
                   "git isn't installed, and earlier versions are read from it"});
  return std::move(*result);
}

std::string first_line(const std::string& text) {
  return std::string(trimmed(std::string_view(text).substr(0, text.find('\n'))));
}

/// The answer of git where it must have one.
std::string answer(const std::string& folder, const std::vector<std::string>& words,
                   std::string_view input = {}) {
  ChildResult result = run_git(folder, words, input);
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

constexpr const char* kFormat = "--format=%H%x1f%h%x1f%P%x1f%as%x1f%an";

GitCommit commit_of(std::string_view line) {
  const std::vector<std::string_view> fields = split(line, "\x1f");
  if (fields.size() < 5) return {};
  return {.hash = std::string(fields[0]),
          .shown = std::string(fields[1]),
          .author = std::string(fields[4]),
          .day = std::string(fields[3]),
          .parents = parts(fields[2], " ")};
}

/// The commits that changed a path, without its former names.
std::vector<GitCommit> commits_at(const GitFile& file, const std::string& path,
                                  const std::vector<std::string>& range) {
  std::vector<std::string> words = {"log", "--date-order", "--encoding=UTF-8", kFormat};
  words.insert(words.end(), range.begin(), range.end());
  // `:/` is the root of the repository; signs in names mean nothing here.
  words.insert(words.end(), {"--", path});
  std::vector<GitCommit> commits;
  for (const std::string& line : parts(answer(file.folder, words), "\n")) {
    GitCommit commit = commit_of(line);
    commit.path = commit.parent_path = path;
    commits.push_back(std::move(commit));
  }
  return commits;
}

/// What a file was called before a commit that brought its name, or nothing.
std::string former_name(const GitFile& file, const GitCommit& commit) {
  const std::string told = answer(file.folder, {"show", "--format=", "--name-status", "-z", "-M",
                                                "--diff-filter=R", "--no-ext-diff", commit.hash});
  const std::vector<std::string> fields = parts(told, std::string_view("\0", 1));
  for (std::size_t at = 0; at + 2 < fields.size(); at += 3)
    if (fields[at + 2] == commit.path) return fields[at + 1];
  return "";
}

/// The last commit of a day, or the last one before it.
std::optional<std::string> commit_on(const GitFile& file, const Date& day, bool before) {
  const std::string wanted = iso(day);
  for (const std::string& line : parts(answer(file.folder, {"log", "--format=%H %cs"}), "\n")) {
    const std::string made = line.substr(line.find(' ') + 1);
    if (before ? made < wanted : made <= wanted) return line.substr(0, line.find(' '));
  }
  return std::nullopt;
}

}  // namespace

GitFile git_file(const std::string& path) {
  const fs::path file(path);
  const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) cannot_read(path, ENOENT);
  const ChildResult prefix = run_git(folder, {"rev-parse", "--show-cdup", "--show-prefix"});
  if (prefix.exit_code != 0) {
    if (prefix.err.find("not a git repository") != std::string::npos)
      throw Failure(say("`{}` không nằm trong kho git nào", "`{}` is in no git repository", path));
    throw Failure(say("git không đọc được kho chứa `{}`: {}",
                      "git can't read the repository of `{}`: {}", path, first_line(prefix.err)));
  }
  // Paths are told from the root, and git is run there.
  const std::vector<std::string_view> lines = split(prefix.out, "\n");
  const fs::path root = fs::path(folder) / std::string(lines[0]);
  const std::string name = std::string(lines[1]) + file.filename().string();
  if (name.find('\n') != std::string::npos)
    throw Failure(say("tên `{}` có dấu xuống dòng", "the name `{}` has a line end", path));
  return {root.string(), name};
}

GitCommit commit_named(const GitFile& file, const std::string& typed, bool before) {
  std::string name = typed;
  if (const auto day = parse_typed_date(typed)) {
    const auto found = commit_on(file, *day, before);
    if (!found)
      throw Failure(before ? say("không có commit nào trước ngày {}",
                                 "there is no commit before {}", written(*day))
                           : say("không có commit nào tính đến hết ngày {}",
                                 "there is no commit up to {}", written(*day)));
    name = *found;
  }
  const bool may_be = !typed.empty() && !typed.starts_with('-');
  const ChildResult told =
      may_be ? run_git(file.folder, {"rev-parse", "--verify", "--quiet", name + "^{commit}"})
             : ChildResult{.exit_code = 1};
  if (told.exit_code != 0)
    throw Failure(say("git không biết commit `{}`; `git log --oneline` liệt kê các commit",
                      "git doesn't know the commit `{}`; `git log --oneline` lists them", typed));
  const std::string hash = first_line(told.out);
  GitCommit commit =
      commit_of(first_line(answer(file.folder, {"log", "-1", "--encoding=UTF-8", kFormat, hash})));
  commit.path = file.path;
  return commit;
}

std::vector<GitCommit> commits_of(const GitFile& file, const std::string& since,
                                  const std::string& until) {
  std::vector<std::string> range = {until};
  if (!since.empty()) range.push_back("^" + since);
  std::vector<GitCommit> all = commits_at(file, file.path, range);
  for (std::size_t from = 0; from < all.size();) {
    GitCommit& first = all.back();
    const std::string before = former_name(file, first);
    if (before.empty() || first.parents.empty()) break;
    first.parent_path = before;
    range.front() = first.parents.front();
    from = all.size();
    for (GitCommit& commit : commits_at(file, before, range)) all.push_back(std::move(commit));
  }
  return all;
}

std::vector<std::optional<std::string>> objects_of(const GitFile& file,
                                                   const std::vector<std::string>& names) {
  std::string input;
  for (const std::string& name : names) input += name + "\n";
  std::vector<std::optional<std::string>> objects;
  for (const std::string& line :
       parts(answer(file.folder, {"cat-file", "--batch-check=%(objectname) %(objecttype)"}, input),
             "\n")) {
    const bool there = line.ends_with(" blob");
    objects.push_back(there ? std::optional(line.substr(0, line.find(' '))) : std::nullopt);
  }
  objects.resize(names.size());
  return objects;
}

std::string object_bytes(const GitFile& file, const std::string& object) {
  return answer(file.folder, {"cat-file", "blob", object});
}

std::shared_ptr<const Tree> GitVersions::operator[](const std::string& object) {
  constexpr std::size_t kMostKept = 8;
  const auto known = std::ranges::find(kept_, object, [](const auto& one) { return one.first; });
  if (known != kept_.end()) return known->second;
  const std::string bytes = object_bytes(file_, object);
  const FileText text(bytes);
  auto tree = text.root ? std::make_shared<const Tree>(tree_of(*text.root)) : nullptr;
  kept_.emplace_front(object, tree);
  if (kept_.size() > kMostKept) kept_.pop_back();
  return tree;
}

}  // namespace wardplan
