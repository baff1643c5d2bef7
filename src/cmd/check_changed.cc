#include "cmd/check_changed.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <system_error>

#include "cmd/git_tree.h"
#include "cmd/wards.h"
#include "disk/files.h"
#include "disk/scratch.h"
#include "text/quoted.h"
#include "text/trim.h"

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

/// Notes what was found where a tree is laid out.
void note_before(const std::vector<std::string>& paths, Io& io, ChangedScope& scope) {
  if (paths.empty()) return;
  Wards wards(paths, {.as_of = io.as_of}, io);
  const auto keys = [&](const WardRecords& records) {
    std::vector<std::string> found;
    for (const Finding& finding : records.report.findings())
      found.push_back(scope.key_of(finding, records.project.sources));
    return found;
  };
  wards.each(io.threads, keys, [&](const WardRecords&, const std::vector<std::string>& found) {
    for (const std::string& key : found) ++scope.before[key];
  });
}

/// Files that one tree has and the other as it was under another path, with that.
std::map<std::string, std::string> renamed_records(const GitTree& before, const GitTree& after) {
  std::map<std::string, std::string> gone, renamed;
  for (const auto& [path, object] : before.records)
    if (!after.records.contains(path)) gone.emplace(object, path);
  for (const auto& [path, object] : after.records)
    if (const auto old = gone.find(object); !before.records.contains(path) && old != gone.end())
      renamed.emplace(path, old->second);
  return renamed;
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

/// The settings of a tree that is laid out, in the place of those in use where these are the
/// repository's: a commit may have others, or none, and patterns go by where their files stand.
class SettingsThere {
 public:
  /// To be made where the program stands in the tree, in the folder that is so called from its
  /// root.
  SettingsThere(Io& io, const fs::path& repository, const fs::path& folder)
      : io_(io), own_(io.settings) {
    // Their path is from where the program began.
    const fs::path used =
        own_ ? fs::path(own_->policy.folder) / fs::path(own_->path).filename() : fs::path();
    if (own_ && is_within(used, repository)) {
      const fs::path there =
          used.lexically_relative(repository).lexically_relative(folder.empty() ? "." : folder);
      io.settings = fs::exists(there)
                        ? std::make_shared<SettingsInForce>(read_settings(there.string()))
                        : nullptr;
    }
  }
  ~SettingsThere() { io_.settings = own_; }
  SettingsThere(const SettingsThere&) = delete;
  SettingsThere& operator=(const SettingsThere&) = delete;

  /// Refuses settings that can't be judged by.
  void require_sound() const {
    if (io_.settings && !io_.settings->sound())
      throw Failure(say("thiết lập ở `{0}` có lỗi; xem bằng `wardplan check {0}`",
                        "the settings in `{0}` have errors; see `wardplan check {0}`",
                        io_.settings->path));
  }
  void drop_broken() const {
    if (io_.settings && !io_.settings->sound()) io_.settings = nullptr;
  }

 private:
  Io& io_;
  std::shared_ptr<const SettingsInForce> own_;
};

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
    ChangedScope made{.files = changed_records(before, after),
                      .submodules = after.submodules,
                      .renamed = renamed_records(before, after)};
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
      const SettingsThere used(io, repository.folder, made.folder);
      used.drop_broken();
      note_before(had, io, made);
    }
    std::optional<ScratchFolder> next;
    if (options.staged) {
      lay_out(repository, after, next.emplace());
      next->add_folder(made.folder);
    }
    const StandingIn there(next ? (fs::path(next->path()) / made.folder).string() : at.string());
    std::optional<SettingsThere> used;
    if (options.staged) used.emplace(io, repository.folder, made.folder).require_sound();
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

std::string ChangedScope::key_of(const Finding& finding, const Sources& sources) const {
  const Span& span = finding.primary.span;
  const Source& source = sources[span.file];
  const std::string path = from_root(source.path());
  const auto old = renamed.find(path);
  // Where it stands says nothing: a line more above it moves it.
  return fmt::format("{}\x1f{}\x1f{}\x1f{}", old == renamed.end() ? path : old->second,
                     finding.code->id, finding.message.en,
                     trimmed(source.line(source.position(span.begin).line)));
}

std::vector<bool> ChangedScope::tells(const Report& report, const Sources& sources) const {
  std::map<std::string, std::size_t> now;
  std::vector<std::string> keys;
  for (const Finding& finding : report.findings())
    ++now[keys.emplace_back(key_of(finding, sources))];
  std::vector<bool> told;
  for (std::size_t at = 0; at < keys.size(); ++at) {
    const auto known = before.find(keys[at]);
    const std::string& path = sources[report.findings()[at].primary.span.file].path();
    told.push_back(!is_of_submodule(from_root(path)) && !files.empty() &&
                   (known == before.end() || now.at(keys[at]) > known->second));
  }
  return told;
}

int check_changed(const CheckOptions& options, Io& io,
                  const std::function<int(const CheckOptions&, const ChangedScope&)>& judge) {
  return Comparison{options, io}.judged(judge);
}

}  // namespace wardplan
