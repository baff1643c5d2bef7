#include "records/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

#include "disk/files.h"
#include "records/catalogue.h"
#include "records/codes.h"
#include "records/load.h"
#include "records/register.h"
#include "text/quoted.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStdinPath = "<stdin>";

/// The folder in which a file's ward is looked up first; standard input stands in the current one.
std::string folder_of_path(const std::string& path) {
  return fs::path(identity(path == kStdinPath ? "./-" : path)).parent_path().string();
}

std::string folder_of(const Source& source) { return folder_of_path(source.path()); }

std::string parent_of(const std::string& folder) { return fs::path(folder).parent_path().string(); }

/// What other files refer to, by folder and id.
template <class T>
using References = std::map<std::pair<std::string, std::string>, T*>;

/// How a kind of record is spoken of.
struct Spoken {
  std::string_view kind;
  Phrase noun;
  /// Where files of this kind may stand below a folder that is looked through.
  std::string_view subfolder;
};
template <class T>
constexpr Spoken kSpoken = {"ward", {"phường", "the ward"}, ""};
template <>
constexpr Spoken kSpoken<Catalogue> = {"catalogue", {"bộ tiêu chí", "the list"}, "catalogues"};

class ProjectReader {
 public:
  ProjectReader(Project& project, Report& report) : project_(project), report_(report) {}

  void read(const std::string& path, const std::string& stdin_bytes) {
    if (path == kStdin) {
      if (!read_.insert(path).second) return;
      ++project_.files_asked;
      read_bytes(std::string(kStdinPath), stdin_bytes, report_);
      return;
    }
    for (const std::string& file : yaml_files(path, project_.failures)) read_file_once(file);
  }

  void read_as(const std::string& path, std::string bytes) {
    read_.insert(identity(path));
    ++project_.files_asked;
    read_bytes(path, std::move(bytes), report_);
  }

  void read_text(const std::string& path, std::string bytes) {
    ++project_.files_asked;
    disk_ = false;
    read_bytes(path, std::move(bytes), report_);
  }

  /// Finds the register of every plan and links its names; likewise the list of criteria.
  void link() {
    for (Plan& plan : project_.plans) {
      plan.ward = refer_to(plan.ward_id, plan.file, wards_);
      plan.catalogue = refer_to(plan.catalogue_id, plan.file, catalogues_);
      link_names(plan);
      link_catalogue(plan, project_.readings);
    }
  }

 private:
  /// The folder of a file and those above it, up to the root of its repository, each with the
  /// subfolder.
  static std::vector<std::string> folders_above(const Source& source, std::string_view subfolder) {
    std::vector<std::string> folders;
    const auto add = [&](const std::string& folder) {
      folders.push_back(folder);
      if (!subfolder.empty()) folders.push_back((fs::path(folder) / subfolder).string());
    };
    std::string folder = folder_of(source);
    add(folder);
    while (folder != parent_of(folder) && !fs::exists(fs::path(folder) / ".git"))
      add(folder = parent_of(folder));
    return folders;
  }

  /// The record that an id means, or null; why it isn't known is told.
  template <class T>
  T* refer_to(const Text& id, FileId from, const References<T>& known) {
    if (!id.given) return nullptr;
    const auto folders = folders_above(project_.sources[from], kSpoken<T>.subfolder);
    if (T* record = find_in(folders, id.value, known)) {
      record->used = true;
      tell_about(record->file);
      return record;
    }
    if (!tell_about_broken(folders, id.value)) unknown(id, folders, known);
    return nullptr;
  }

  /// The nearest record of this id, read now if nobody asked for it, or null.
  template <class T>
  T* find_in(const std::vector<std::string>& folders, const std::string& id,
             const References<T>& known) {
    for (const std::string& folder : folders) {
      if (disk_ && searched_.insert(folder).second) read_references_in(folder);
      const auto found = known.find({folder, id});
      if (found != known.end()) return found->second;
    }
    return nullptr;
  }

  /// Tells the errors of a file that was only read along, once it is known to matter.
  void tell_about(FileId file) {
    const auto held = held_back_.find(file);
    if (held == held_back_.end()) return;
    for (const Finding& finding : held->second.findings())
      if (finding.code->severity == Severity::error) report_.add(finding);
    held_back_.erase(held);
  }

  /// A register that can't be read, or a file that can't even be opened, may be the one that is
  /// missed: then that is what is told.
  bool tell_about_broken(const std::vector<std::string>& folders, const std::string& id) {
    bool any = false;
    for (const std::string& near : folders) {
      for (const auto& [folder, file] : broken_) {
        if (folder != near || project_.sources[file].bytes().find(id) == std::string_view::npos)
          continue;
        tell_about(file);
        any = true;
      }
      const auto [first, last] = unreadable_.equal_range(near);
      for (auto at = first; at != last; ++at, any = true)
        if (auto& failure = at->second; failure)
          project_.failures.push_back(*std::exchange(failure, std::nullopt));
      if (any) return true;
    }
    return false;
  }

  void read_file_once(const std::string& path) {
    if (!read_.insert(identity(path)).second) return;
    ++project_.files_asked;
    try {
      read_bytes(path, read_file(path), report_);
    } catch (const Failure& failure) {
      project_.failures.push_back(failure.message);
      unreadable_.emplace(folder_of_path(path), std::nullopt);
    }
  }

  void read_bytes(std::string path, std::string bytes, Report& report) {
    const FileId file = project_.sources.add(std::move(path), std::move(bytes));
    const auto root = yaml::read(project_.sources, file, report);
    if (!root) {
      if (may_be_reference(project_.sources[file].bytes())) add_broken(file);
      return;
    }
    load_reference(*root, file, true, report);
  }

  /// Loads a file, and remembers what others can refer to.
  void load_reference(const yaml::Node& root, FileId file, bool asked, Report& report) {
    const std::size_t wards = project_.wards.size();
    const std::size_t catalogues = project_.catalogues.size();
    load(project_, root, file, report);
    if (project_.wards.size() > wards) add(project_.wards.back(), asked, wards_);
    if (project_.catalogues.size() > catalogues)
      add(project_.catalogues.back(), asked, catalogues_);
  }

  void add_broken(FileId file) { broken_.emplace_back(folder_of(project_.sources[file]), file); }

  template <class T>
  void add(T& record, bool asked, References<T>& known) {
    record.asked = asked;
    if (!record.id.given) return add_broken(record.file);
    const auto [place, fresh] = known.emplace(
        std::pair(folder_of(project_.sources[record.file]), record.id.value), &record);
    if (fresh) return;
    const T& first = *place->second;
    // Whoever asked for either of them wants to know.
    Report& told = first.asked ? report_ : held_back_[first.file];
    const Phrase noun = kSpoken<T>.noun;
    told.add(
        {.code = &kReferenceTwice,
         .message = say("hai tệp cùng là {} `{}`", "two files are {} `{}`", noun, record.id.value),
         .primary = {record.id.span, {"lần nữa ở đây", "again here"}},
         .related = {{first.id.span, {"lần đầu ở đây", "first here"}}},
         .help = {"giữ một tệp, hoặc đổi `id`", "keep one file, or change the `id`"}});
  }

  /// A cheap look that spares reading every neighbour: a line with `kind` and then one of
  /// the kinds that others refer to.
  static bool may_be_reference(std::string_view bytes) {
    for (std::size_t at = bytes.find("kind"); at != std::string_view::npos;
         at = bytes.find("kind", at + 1)) {
      const std::string_view line = bytes.substr(at, bytes.find('\n', at) - at);
      for (const Spoken& spoken : {kSpoken<Ward>, kSpoken<Catalogue>})
        if (line.find(spoken.kind) != std::string_view::npos) return true;
    }
    return false;
  }

  static bool is_reference(const yaml::Node& root) {
    const yaml::Pair* kind = yaml::find(root, "kind");
    return kind != nullptr &&
           (kind->value.text == kSpoken<Ward>.kind || kind->value.text == kSpoken<Catalogue>.kind);
  }

  void read_references_in(const std::string& folder) {
    for (const std::string& path : yaml_files_in(folder))
      if (!read_.contains(identity(path))) read_along(path);
  }

  /// Reads a file nobody asked for, if others can refer to it; its findings are told once it
  /// matters.
  void read_along(const std::string& path) {
    std::string bytes;
    try {
      bytes = read_file(path);
    } catch (const Failure& failure) {
      unreadable_.emplace(folder_of_path(path), failure.message);
      return;
    }
    if (!may_be_reference(bytes)) return;
    // The path as people would type it from here.
    std::error_code ignored;
    const fs::path shown = fs::proximate(path, ignored);
    const FileId file =
        project_.sources.add(shown.empty() ? path : shown.string(), std::move(bytes));
    Report findings;
    const auto root = yaml::read(project_.sources, file, findings);
    if (root && !is_reference(*root)) return;
    read_.insert(identity(path));
    if (root)
      load_reference(*root, file, false, findings);
    else
      add_broken(file);
    for (const Finding& finding : findings.findings()) held_back_[file].add(finding);
  }

  template <class T>
  void unknown(const Text& id, const std::vector<std::string>& folders,
               const References<T>& known) {
    std::vector<std::string> reachable;
    for (const std::string& folder : folders)
      for (auto at = known.lower_bound({folder, ""});
           at != known.end() && at->first.first == folder; ++at)
        reachable.push_back(at->first.second);
    const Spoken& spoken = kSpoken<T>;
    Message help = Phrase{"đặt tệp ấy cùng thư mục hoặc ở thư mục trên",
                          "put it into this folder or one above"};
    if (!spoken.subfolder.empty())
      help = say("đặt tệp ấy cùng thư mục, ở thư mục trên hoặc trong `{}/` ở đó",
                 "put it into this folder, one above, or `{}/` there", spoken.subfolder);
    report_.add({.code = &kUnknownReference,
                 .message = say("không có tệp `kind: {}` nào với `id: {}`",
                                "there is no `kind: {}` file with `id: {}`", spoken.kind, id.value),
                 .primary = {id.span, {}},
                 .help = offer_nearest(id.value, reachable, help)});
  }

  Project& project_;
  Report& report_;
  std::unordered_set<std::string> read_;
  std::unordered_set<std::string> searched_;
  bool disk_ = true;
  /// Findings of files that nobody asked for.
  std::map<FileId, Report> held_back_;
  /// Folders with files that could not be opened, and what is still to be said of them.
  std::multimap<std::string, std::optional<Message>> unreadable_;
  /// Registers that could not be read, with their folders.
  std::vector<std::pair<std::string, FileId>> broken_;
  References<Ward> wards_;
  References<Catalogue> catalogues_;
};

}  // namespace

Project read_project(const std::vector<std::string>& paths, const std::string& stdin_bytes,
                     Report& report) {
  Project project;
  ProjectReader reader(project, report);
  for (const std::string& path : paths) reader.read(path, stdin_bytes);
  reader.link();
  return project;
}

Project read_file_as(const std::string& path, std::string bytes, Report& report) {
  Project project;
  ProjectReader reader(project, report);
  reader.read_as(path, std::move(bytes));
  reader.link();
  return project;
}

Project read_texts(const std::vector<std::pair<std::string, std::string>>& texts, Report& report) {
  Project project;
  ProjectReader reader(project, report);
  for (const auto& [path, bytes] : texts) reader.read_text(path, bytes);
  reader.link();
  return project;
}

}  // namespace wardplan
