#include "cmd/check_changed.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <system_error>

#include "cmd/git_tree.h"
#include "cmd/wards.h"
#include "disk/files.h"
#include "disk/scratch.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// Where a path leads, as far as it is there.
fs::path real(const fs::path& path) {
  std::error_code ignored;
  fs::path found = fs::weakly_canonical(path, ignored);
  if (found.is_relative()) found = fs::absolute(found, ignored);
  return found.has_filename() ? found : found.parent_path();
}

bool is_within(const fs::path& path, const fs::path& folder) {
  return std::ranges::mismatch(folder, path).in1 == folder.end();
}

/// The repository of a file or folder.
GitFile repository_of(const std::string& path) {
  std::error_code ignored;
  fs::path inside = real(path);
  // What was deleted stood where its folder stands.
  while (!fs::exists(inside, ignored) && inside.has_relative_path()) inside = inside.parent_path();
  GitFile file =
      git_file(fs::is_directory(inside, ignored) ? (inside / "x").string() : inside.string());
  file.folder = real(file.folder).string();
  file.path = "";
  return file;
}

/// The one repository that all paths are in.
GitFile one_repository(const std::vector<std::string>& paths) {
  std::optional<GitFile> one;
  for (const std::string& path : paths) {
    GitFile next = repository_of(path);
    if (one && one->folder != next.folder)
      throw Failure(say("`{}` và `{}` nằm ở hai kho git; kiểm tra từng kho một",
                        "`{}` and `{}` are in two git repositories; check one at a time",
                        paths.front(), path));
    one = std::move(next);
  }
  return *one;
}

/// The index of a hook counts where it is this repository's: `git commit -a` makes one of its own.
GitIndex index_asked(const GitFile& repository, const Io& io) {
  const std::string named = io.env("GIT_INDEX_FILE");
  if (named.empty()) return GitIndex::of_repository;
  const std::string told =
      first_line(answer_of_git(repository.folder, {"rev-parse", "--absolute-git-dir"}));
  const fs::path index = real(fs::path(repository.folder) / named);
  return is_within(index, real(told)) ? GitIndex::of_hook : GitIndex::of_repository;
}

/// Paths as they are asked for from a folder of the repository.
std::vector<std::string> paths_from(const fs::path& folder, const std::vector<std::string>& typed,
                                    bool as_typed) {
  std::vector<std::string> paths;
  for (const std::string& path : typed)
    paths.push_back(as_typed && fs::path(path).is_relative()
                        ? path
                        : real(path).lexically_relative(folder).string());
  return paths;
}

std::vector<std::string> those_there(const std::vector<std::string>& paths) {
  std::vector<std::string> there;
  std::error_code ignored;
  for (const std::string& path : paths)
    if (fs::exists(path, ignored)) there.push_back(path);
  return there;
}

/// What was found where a tree is laid out.
std::set<std::string> findings_in(const std::vector<std::string>& paths, Io& io) {
  std::set<std::string> all;
  if (paths.empty()) return all;
  Wards wards(paths, {.as_of = io.as_of}, io);
  const auto keys = [](const WardRecords& records) {
    std::vector<std::string> found;
    for (const Finding& finding : records.report.findings())
      found.push_back(key_of(finding, records.project.sources));
    return found;
  };
  wards.each(io.threads, keys, [&](const WardRecords&, const std::vector<std::string>& found) {
    all.insert(found.begin(), found.end());
  });
  return all;
}

/// Submodules that paths lead to or into aren't judged, which is said.
void tell_submodules(const ChangedScope& scope, const std::vector<std::string>& paths, Io& io) {
  for (const std::string& submodule : scope.submodules)
    for (const std::string& path : paths) {
      const std::string asked = scope.from_root(path);
      if (asked != "." && !is_within(submodule, asked) && !is_within(asked, submodule)) continue;
      complain(say("`{0}` là kho con (submodule), không xét ở đây; chạy lệnh này trong `{0}`",
                   "`{0}` is a submodule and isn't judged here; run this in `{0}`", submodule),
               io);
      break;
    }
}

/// One comparison: the trees, and where they are laid out.
struct Comparison {
  const CheckOptions& options;
  Io& io;
  GitFile repository = one_repository(options.paths);
  std::optional<GitCommit> commit =
      options.since ? commit_meant(repository, *options.since, DayMeans::before_it)
                    : head_commit(repository);
  GitTree before = commit ? tree_of_commit(repository, commit->hash) : GitTree();
  GitTree after = options.staged ? tree_of_index(repository, index_asked(repository, io))
                                 : tree_of_files(repository);

  /// Where paths begin: here, where that is in the repository, else at its root.
  fs::path folder() const {
    const fs::path here = real(".");
    return is_within(here, repository.folder) ? here : fs::path(repository.folder);
  }

  ChangedScope scope(const fs::path& at) const {
    ChangedScope made{.files = changed_records(before, after), .submodules = after.submodules};
    made.folder = at.lexically_relative(repository.folder).string();
    made.since = commit ? say("commit {}", "commit {}", commit->shown)
                        : Message("lúc chưa có commit nào", "no commit at all");
    return made;
  }

  int judged(const std::function<int(const CheckOptions&, const ChangedScope&)>& judge) {
    const fs::path at = folder();
    ChangedScope made = scope(at);
    CheckOptions asked = options;
    asked.paths = paths_from(at, options.paths, at == real("."));
    tell_submodules(made, asked.paths, io);
    std::vector<std::string> had;
    if (!made.files.empty()) {
      const ScratchFolder past;
      lay_out(repository, before, past);
      past.add_folder(made.folder);
      const StandingIn there((fs::path(past.path()) / made.folder).string());
      had = those_there(asked.paths);
      made.before = findings_in(had, io);
    }
    std::optional<ScratchFolder> next;
    if (options.staged) {
      lay_out(repository, after, next.emplace());
      next->add_folder(made.folder);
    }
    const StandingIn there(next ? (fs::path(next->path()) / made.folder).string() : at.string());
    // What stood there and is gone was taken away on purpose.
    std::error_code ignored;
    std::erase_if(asked.paths, [&](const std::string& path) {
      return !fs::exists(path, ignored) && std::ranges::find(had, path) != had.end();
    });
    for (const std::string& path : asked.paths)
      if (options.staged && !fs::exists(path, ignored) && fs::exists(at / path, ignored))
        throw Failure(say("`{0}` chưa có trong bản sắp commit; `git add {0}` trước",
                          "`{0}` isn't in what is to be committed; `git add {0}` first", path));
    if (!asked.paths.empty()) return judge(asked, made);
    if (!options.quiet)
      complain(say("không còn hồ sơ nào ở {}, so với {}", "no record is left at {}, beside {}",
                   quoted_list(options.paths), made.since),
               io);
    return kFine;
  }
};

}  // namespace

std::string ChangedScope::from_root(const std::string& path) const {
  const fs::path whole = (fs::path(folder) / path).lexically_normal();
  return whole.has_filename() || whole == "." ? whole.string() : whole.parent_path().string();
}

bool ChangedScope::is_asked(const std::string& from_the_root,
                            const std::vector<std::string>& paths) const {
  return std::ranges::any_of(paths, [&](const std::string& path) {
    const std::string asked = from_root(path);
    return asked == "." || is_within(from_the_root, asked);
  });
}

bool ChangedScope::is_of_submodule(const std::string& from_the_root) const {
  return std::ranges::any_of(submodules, [&](const std::string& submodule) {
    return is_within(from_the_root, submodule);
  });
}

bool ChangedScope::tells(const Finding& finding, const Sources& sources) const {
  const std::string path = from_root(sources[finding.primary.span.file].path());
  if (is_of_submodule(path)) return false;
  if (files.contains(path)) return true;
  return !files.empty() && !before.contains(key_of(finding, sources));
}

std::string key_of(const Finding& finding, const Sources& sources) {
  const Span& span = finding.primary.span;
  return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}", sources[span.file].path(), finding.code->id,
                     span.begin, span.end, finding.message.en);
}

int check_changed(const CheckOptions& options, Io& io,
                  const std::function<int(const CheckOptions&, const ChangedScope&)>& judge) {
  return Comparison{options, io}.judged(judge);
}

}  // namespace wardplan
