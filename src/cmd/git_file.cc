#include "cmd/git_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <map>
#include <set>

#include "cmd/git_run.h"
#include "disk/files.h"
#include "disk/system.h"
#include "edit/file_text.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "times/date.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// Of commits what a format says, a line each. `rev-list` does as it is told; `log` and `show` do
/// as people set them, too.
std::vector<std::string> commit_lines(const GitFile& file, const std::string& format,
                                      std::vector<std::string> words) {
  words.insert(words.begin(), {"rev-list", "--encoding=UTF-8", "--format=" + format});
  std::vector<std::string> lines = parts(answer_of_git(file.folder, words), "\n");
  // Before each stands a line with its hash.
  std::erase_if(lines, [](const std::string& line) { return line.starts_with("commit "); });
  return lines;
}

constexpr const char* kFormat = "%H%x1f%h%x1f%P%x1f%cs%x1f%an";

GitCommit commit_of(std::string_view line) {
  const std::vector<std::string_view> fields = split(line, "\x1f");
  if (fields.size() < 5)
    throw Failure(say("git trả lời về một commit điều không hiểu được: `{}`",
                      "what git says of a commit isn't understood: `{}`", line));
  return {.hash = std::string(fields[0]),
          .shown = std::string(fields[1]),
          .author = std::string(fields[4]),
          .day = std::string(fields[3]),
          .parents = parts(fields[2], " ")};
}

/// Whether a commit has parents that aren't told of it, as at the end of a shallow clone.
bool is_cut(const GitFile& file, const GitCommit& commit) {
  if (!commit.parents.empty()) return false;
  const std::string whole = answer_of_git(file.folder, {"cat-file", "commit", commit.hash});
  return whole.substr(0, whole.find("\n\n")).find("\nparent ") != std::string::npos;
}

/// The commits that changed a path, those of branches that a merge dropped among them, without its
/// former names.
std::vector<GitCommit> commits_at(const GitFile& file, const std::string& path,
                                  const std::string& since, const std::string& until) {
  std::vector<std::string> words = {"--date-order", "--full-history", until};
  if (!since.empty()) words.push_back("^" + since);
  words.insert(words.end(), {"--", path});
  std::vector<GitCommit> commits;
  for (const std::string& line : commit_lines(file, kFormat, words)) {
    GitCommit commit = commit_of(line);
    commit.path = path;
    commit.parent_paths.assign(commit.parents.size(), path);
    commit.cut = is_cut(file, commit);
    commits.push_back(std::move(commit));
  }
  return commits;
}

/// Names are given to git a line each.
[[noreturn]] void refuse_line_end(const std::string& name) {
  throw Failure(say("tên `{}` có dấu xuống dòng", "the name `{}` has a line end", name));
}

/// What a file was called in a parent of a commit that brought its name, or nothing.
std::string former_name(const GitFile& file, const GitCommit& commit, const std::string& parent) {
  const std::string told =
      answer_of_git(file.folder, {"diff-tree", "-r", "-z", "--name-status", "-M50%", "-l1000",
                                  "--diff-filter=R", parent, commit.hash});
  const std::vector<std::string> fields = parts(told, std::string_view("\0", 1));
  for (std::size_t at = 0; at + 2 < fields.size(); at += 3) {
    if (fields[at + 2] != commit.path) continue;
    if (fields[at + 1].find('\n') != std::string::npos) refuse_line_end(fields[at + 1]);
    return fields[at + 1];
  }
  return "";
}

/// The commit that a name means to git, or nothing.
std::optional<std::string> hash_of(const GitFile& file, const std::string& name) {
  if (name.empty() || name.starts_with('-')) return std::nullopt;
  const ChildResult told =
      run_git(file.folder, {"rev-parse", "--verify", "--quiet", name + "^{commit}"});
  std::string hash = first_line(told.out);
  // To `^NAME`, which leaves commits out, git answers with what it leaves out.
  const bool plain = hash.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (told.exit_code != 0 || hash.empty() || !plain) return std::nullopt;
  return hash;
}

/// What is known of the history, where this copy of the repository has only its end.
Message cut_hint(const GitFile& file) {
  if (!answer_of_git(file.folder, {"rev-parse", "--is-shallow-repository"}).starts_with("true"))
    return {};
  return {"; kho này chỉ có phần cuối của lịch sử, `git fetch --unshallow` lấy đủ",
          "; this repository has only the end of the history, `git fetch --unshallow` gets all"};
}

[[noreturn]] void unknown_commit(const GitFile& file, const std::string& typed) {
  if (!hash_of(file, "HEAD"))
    throw Failure(say("git không biết commit `{}`: nhánh này chưa có commit nào",
                      "git doesn't know the commit `{}`: the branch has no commit yet", typed));
  Message why = say("git không biết commit `{}`; `git log --oneline` liệt kê các commit",
                    "git doesn't know the commit `{}`; `git log --oneline` lists them", typed);
  throw Failure(why += cut_hint(file));
}

/// The last commit of a day, or the last one before it, of those that the branch went through: what
/// was merged into it later wasn't there yet.
std::string commit_on(const GitFile& file, const Date& day, DayMeans means) {
  const bool before = means == DayMeans::before_it;
  const std::string wanted = iso(day);
  for (const std::string& line : commit_lines(file, "%H %cs", {"--first-parent", "HEAD"})) {
    const std::string made = line.substr(line.find(' ') + 1);
    if (before ? made < wanted : made <= wanted) return line.substr(0, line.find(' '));
  }
  Message why = before ? say("không có commit nào trước ngày {}", "there is no commit before {}",
                             written(day))
                       : say("không có commit nào tính đến hết ngày {}",
                             "there is no commit up to {}", written(day));
  throw Failure(why += cut_hint(file));
}

/// A commit, in which the file stands as in the last one.
GitCommit commit_at(const GitFile& file, const std::string& hash) {
  const std::vector<std::string> lines = commit_lines(file, kFormat, {"--no-walk", hash});
  GitCommit commit = commit_of(lines.empty() ? std::string() : lines.front());
  commit.path = file.path;
  return commit;
}

/// What the file was called in a commit: what its names since lead to, where that is there.
std::string name_in(const GitFile& file, const GitCommit& commit) {
  std::vector<std::string> names;
  for (const GitCommit& later : commits_of(file, commit.hash, last_commit(file)))
    for (const std::string& name : later.parent_paths)
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  std::vector<std::string> asked;
  for (const std::string& name : names) asked.push_back(commit.hash + ":" + name);
  const auto objects = objects_of(file, asked);
  for (std::size_t at = names.size(); at-- > 0;)
    if (objects[at]) return names[at];
  return file.path;
}

/// Where the history of a file goes on under one of its names.
struct Branch {
  std::string path;
  std::string from;
};

/// Finds the former names of a file in parents of its commits that lack it, and says where these
/// branches go on.
std::vector<Branch> rename_parents(const GitFile& file, std::vector<GitCommit>& commits) {
  std::vector<std::string> asked;
  for (const GitCommit& commit : commits)
    for (const std::string& parent : commit.parents) asked.push_back(parent + ":" + commit.path);
  const auto objects = objects_of(file, asked);
  std::vector<Branch> branches;
  std::size_t at = 0;
  for (GitCommit& commit : commits)
    for (std::size_t n = 0; n < commit.parents.size(); ++n) {
      if (objects[at++]) continue;
      const std::string name = former_name(file, commit, commit.parents[n]);
      if (name.empty()) continue;
      commit.parent_paths[n] = name;
      branches.push_back({name, commit.parents[n]});
    }
  return branches;
}

/// Puts commits that several walks found in the order of git, each before its parents.
void put_in_order(const GitFile& file, const std::string& since, const std::string& until,
                  std::vector<GitCommit>& commits) {
  std::vector<std::string> words = {"--date-order", until};
  if (!since.empty()) words.push_back("^" + since);
  std::map<std::string, std::size_t> places;
  for (std::string& hash : commit_lines(file, "%H", words))
    places.emplace(std::move(hash), places.size());
  std::ranges::stable_sort(commits, {}, [&](const GitCommit& one) { return places[one.hash]; });
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
  if (lines.size() != 3 || name.find('\n') != std::string::npos) refuse_line_end(path);
  return {root.string(), name};
}

GitCommit last_commit(const GitFile& file) {
  const auto hash = hash_of(file, "HEAD");
  if (!hash) unknown_commit(file, "HEAD");
  return commit_at(file, *hash);
}

GitCommit commit_meant(const GitFile& file, const std::string& typed, DayMeans means) {
  auto hash = hash_of(file, "HEAD");
  if (const auto day = parse_typed_date(typed))
    hash = hash ? std::optional(commit_on(file, *day, means)) : std::nullopt;
  else
    hash = hash_of(file, typed);
  if (!hash) unknown_commit(file, typed);
  return commit_at(file, *hash);
}

std::optional<GitCommit> head_commit(const GitFile& file) {
  const auto hash = hash_of(file, "HEAD");
  return hash ? std::optional(commit_at(file, *hash)) : std::nullopt;
}

GitCommit commit_named(const GitFile& file, const std::string& typed, DayMeans means) {
  GitCommit commit = commit_meant(file, typed, means);
  commit.path = name_in(file, commit);
  return commit;
}

std::vector<GitCommit> commits_of(const GitFile& file, const std::string& since,
                                  const GitCommit& until) {
  std::vector<GitCommit> all;
  std::set<std::pair<std::string, std::string>> seen;
  std::vector<Branch> branches = {{until.path, until.hash}};
  for (std::size_t next = 0; next < branches.size(); ++next) {
    std::vector<GitCommit> some = commits_at(file, branches[next].path, since, branches[next].from);
    std::erase_if(some, [&](const GitCommit& commit) {
      return !seen.emplace(commit.hash, commit.path).second;
    });
    for (Branch& more : rename_parents(file, some)) branches.push_back(std::move(more));
    all.insert(all.end(), std::move_iterator(some.begin()), std::move_iterator(some.end()));
  }
  if (branches.size() > 1) put_in_order(file, since, until.hash, all);
  return all;
}

std::vector<std::optional<std::string>> objects_of(const GitFile& file,
                                                   const std::vector<std::string>& names) {
  std::string input;
  for (const std::string& name : names) input += name + "\n";
  std::vector<std::optional<std::string>> objects;
  for (const std::string& line :
       parts(answer_of_git(file.folder, {"cat-file", "--batch-check=%(objectname) %(objecttype)"},
                           input),
             "\n")) {
    const bool there = line.ends_with(" blob");
    objects.push_back(there ? std::optional(line.substr(0, line.find(' '))) : std::nullopt);
  }
  if (objects.size() != names.size())
    throw Failure(say("git trả lời về {1} tệp, trong khi được hỏi về {0}",
                      "git was asked about {0} files and answered about {1}", names.size(),
                      objects.size()));
  return objects;
}

std::string object_bytes(const GitFile& file, const std::string& object) {
  return answer_of_git(file.folder, {"cat-file", "blob", object});
}

std::vector<std::string> bytes_of_objects(const GitFile& file,
                                          const std::vector<std::string>& objects) {
  if (objects.empty()) return {};
  std::string input;
  for (const std::string& object : objects) input += object + "\n";
  const std::string told = answer_of_git(file.folder, {"cat-file", "--batch=%(objectsize)"}, input);
  std::vector<std::string> all;
  // Of each a line with its size, then its bytes and a line end.
  for (std::size_t at = 0; at < told.size();) {
    const std::size_t begin = told.find('\n', at) + 1;
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(&told[at], told.data() + told.size(), size);
    if (begin == 0 || error != std::errc() || *end != '\n' || told.size() - begin <= size) break;
    all.push_back(told.substr(begin, size));
    at = begin + size + 1;
  }
  if (all.size() != objects.size())
    throw Failure(say("git trả lời về {1} tệp, trong khi được hỏi về {0}",
                      "git was asked about {0} files and answered about {1}", objects.size(),
                      all.size()));
  return all;
}

void GitVersions::expect(const std::vector<std::optional<std::string>>& objects) {
  for (const auto& object : objects)
    if (object && place_.emplace(*object, expected_.size()).second) expected_.push_back(*object);
}

std::string GitVersions::bytes_of(const std::string& object) {
  constexpr std::size_t kAtOnce = 64;
  if (const auto known = fetched_.find(object); known != fetched_.end())
    return std::move(fetched_.extract(known).mapped());
  const auto place = place_.find(object);
  if (place == place_.end()) return object_bytes(file_, object);
  std::vector<std::string> wanted;
  for (std::size_t at = place->second; at < expected_.size() && wanted.size() < kAtOnce; ++at)
    if (!fetched_.contains(expected_[at])) wanted.push_back(expected_[at]);
  std::vector<std::string> all = bytes_of_objects(file_, wanted);
  for (std::size_t at = 1; at < all.size(); ++at) fetched_.emplace(wanted[at], std::move(all[at]));
  return std::move(all.front());
}

std::shared_ptr<const Tree> GitVersions::operator[](const std::string& object) {
  constexpr std::size_t kMostKept = 8;
  const auto known = std::ranges::find(kept_, object, [](const auto& one) { return one.first; });
  if (known != kept_.end()) return known->second;
  const std::string bytes = bytes_of(object);
  const FileText text(bytes);
  auto tree = text.root ? std::make_shared<const Tree>(tree_of(*text.root)) : nullptr;
  kept_.emplace_front(object, tree);
  if (kept_.size() > kMostKept) kept_.pop_back();
  return tree;
}

}  // namespace wardplan
