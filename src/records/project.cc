#include "records/project.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <unordered_set>

#include "records/carried.h"
#include "records/codes.h"
#include "records/keys.h"
#include "records/register.h"
#include "records/serves.h"
#include "records/shipped.h"
#include "text/quoted.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

class ProjectReader {
 public:
  ProjectReader(Project& project, Report& report) : project_(project), report_(report) {}

  /// What stands above `folder` is looked up in `shared`.
  ProjectReader(Project& project, Report& report, Shared& shared, const std::string& folder)
      : project_(project), report_(report), shared_(&shared), folder_(folder) {}

  void read(const std::string& path, const std::string& stdin_bytes) {
    const bool piped = path == kStdin;
    if (!read_.insert(piped ? path : identities_(path)).second) return;
    ++project_.files_asked;
    if (piped) return read_bytes(std::string(kStdinPath), stdin_bytes, report_);
    try {
      read_bytes(path, project_.read(path), report_);
    } catch (const Failure& failure) {
      project_.failures.push_back({path, failure.message});
      own_.unreadable.emplace(identities_.folder_of(path), std::nullopt);
    }
  }

  void read_as(const std::string& path, std::string bytes) {
    read_.insert(identities_(path));
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
      plan.ward = refer_to<Ward>(plan.ward_id, plan.file);
      plan.catalogue = refer_to<Catalogue>(plan.catalogue_id, plan.file, &plan);
      link_names(plan);
      link_statuses(plan, report_);
      link_catalogue(plan, *project_.readings);
      link_text(plan);
      link_serves(plan, [&](const Text& id) { return refer_to<Plan>(id, plan.file); });
    }
    for (Plan& plan : project_.plans)
      if (carries_figures(plan)) link_carried(project_, plan, identities_, disk_);
    project_.searched.merge(own_.searched);
  }

  /// Reads what stands in a folder for others to refer to.
  References references_in(const std::string& folder) {
    search(folder);
    return std::move(own_);
  }

 private:
  /// The folder in which a file's ward is looked up first; standard input stands in the current
  /// one.
  const std::string& folder_of(FileId file) {
    const std::string& path = project_.sources[file].path();
    return identities_.folder_of(path == kStdinPath ? std::string(kStdin) : path);
  }

  template <class T>
  static std::string subfolder_of(const std::string& folder) {
    const std::string_view subfolder = kReferenceWords<T>.subfolder;
    return subfolder.empty() ? folder : (fs::path(folder) / subfolder).string();
  }

  bool is_own(const std::string& folder) const {
    return shared_ == nullptr || folder == folder_ || folder.starts_with(folder_ + "/");
  }

  /// A record that was found, with the folder above the ward's that has it, or none.
  template <class T>
  struct Found {
    T* record = nullptr;
    const SharedFolder* shared = nullptr;
  };
  /// What ids mean in folders and below; many files of many folders ask.
  template <class T>
  using Meanings = std::map<std::pair<std::string, std::string>, Found<T>>;

  template <class T>
  Found<T> find_in(const std::string& folder, const std::string& id) {
    const SharedFolder* shared = is_own(folder) ? nullptr : &shared_->folder(folder);
    const auto& known = std::get<ByFolder<T>>(known_in(folder).records);
    const auto found = known.find({folder, id});
    return found == known.end() ? Found<T>{} : Found<T>{found->second, shared};
  }

  /// Looks in the folder and those above it, up to the root of its repository.
  template <class T>
  Found<T> find_from(std::string folder, const std::string& id) {
    auto& meanings = std::get<Meanings<T>>(meanings_);
    std::vector<std::string> walked;
    Found<T> found;
    for (;; folder = parent_of(folder)) {
      const auto known = meanings.find({folder, id});
      if (known != meanings.end()) found = known->second;
      if (known != meanings.end()) break;
      walked.push_back(folder);
      found = find_in<T>(folder, id);
      if (found.record == nullptr && !kReferenceWords<T>.subfolder.empty())
        found = find_in<T>(subfolder_of<T>(folder), id);
      if (found.record != nullptr || is_topmost(folder)) break;
    }
    for (std::string& place : walked) meanings[{std::move(place), id}] = found;
    return found;
  }

  /// What is known of a folder; what isn't the ward's own is known to the others, too.
  const References& known_in(const std::string& folder) {
    if (!is_own(folder)) return shared_->folder(folder).references;
    search(folder);
    return own_;
  }

  /// The record that an id means, or null; why it isn't known is told.
  template <class T>
  T* refer_to(const Text& id, FileId from, const Plan* plan = nullptr) {
    if (!id.given) return nullptr;
    const std::string& folder = folder_of(from);
    auto [record, shared] = find_from<T>(folder, id.value);
    if constexpr (std::is_same_v<T, Catalogue>)
      if (record != nullptr) record = &list_of_day(*record, *plan);
    if (record == nullptr) {
      std::vector<std::string> folders;
      for (const std::string& above : folders_from(folder)) {
        folders.push_back(above);
        if (!kReferenceWords<T>.subfolder.empty()) folders.push_back(subfolder_of<T>(above));
      }
      if (tell_about_broken(folders, id.value)) return nullptr;
      if constexpr (std::is_same_v<T, Catalogue>)
        if (Catalogue* list = shipped_list(id.value)) return use(*list);
      unknown<T>(id, folders);
      return nullptr;
    }
    if (shared != nullptr)
      project_.sources.borrow(shared->project.sources);
    else if constexpr (requires { record->used; })
      record->used = true;
    tell_about(record->file, shared == nullptr ? own_ : shared->references);
    return record;
  }

  static Catalogue* use(Catalogue& list) {
    list.used = true;
    return &list;
  }

  /// The list of that id which comes with the program, or null.
  Catalogue* shipped_list(const std::string& id) {
    if (!shipped_) shipped_ = load_shipped_lists(project_);
    for (Catalogue* list : *shipped_)
      if (list->id.value == id) return list;
    return nullptr;
  }

  void search(const std::string& folder) {
    if (!disk_ || !own_.searched.insert(folder).second) return;
    for (const std::string& path : yaml_files_in(folder))
      if (!read_.contains(identities_(path))) read_along(path);
  }

  /// Tells what is wrong with a file that was only read along, once it is known to matter; also
  /// that another file is the same as it.
  void tell_about(FileId file, const References& known) {
    for (const Finding& finding : known.held_back.findings()) {
      const auto is_in = [&](const Label& label) { return label.span.file == file; };
      const Span& span = finding.primary.span;
      if ((is_in(finding.primary) || std::ranges::any_of(finding.related, is_in)) &&
          told_.emplace(finding.code, span.file, span.begin).second)
        report_.add(finding);
    }
  }

  /// A register that can't be read, or a file that can't even be opened, may be the one that is
  /// missed: then that is what is told.
  bool tell_about_broken(const std::vector<std::string>& folders, const std::string& id) {
    bool any = false;
    for (const std::string& near : folders) {
      const References& references = known_in(near);
      for (const auto& [folder, file] : references.broken) {
        if (folder != near) continue;
        if (!is_own(near)) project_.sources.borrow(shared_->folder(near).project.sources);
        if (project_.sources[file].bytes().find(id) == std::string_view::npos) continue;
        tell_about(file, references);
        any = true;
      }
      const auto [first, last] = references.unreadable.equal_range(near);
      for (auto at = first; at != last; ++at, any = true)
        if (at->second && told_failures_.insert(at->second->why.en).second)
          project_.failures.push_back(*at->second);
      if (any) return true;
    }
    return false;
  }

  void read_bytes(std::string path, std::string bytes, Report& report) {
    const FileId file = project_.sources.add(std::move(path), std::move(bytes));
    const auto root = yaml::read(project_.sources, file, report);
    if (root)
      load_file(*root, file, true, report);
    else if (may_be_reference(project_.sources[file].bytes()))
      add_broken(file);
  }

  /// Loads a file, and remembers what others can refer to.
  void load_file(const yaml::Node& root, FileId file, bool asked, Report& report) {
    const std::size_t wards = project_.wards.size();
    const std::size_t catalogues = project_.catalogues.size();
    const std::size_t plans = project_.plans.size();
    const std::size_t settings = project_.settings.size();
    load(project_, root, file, report);
    // Nothing refers to them.
    if (!asked) project_.settings.resize(settings);
    if (project_.wards.size() > wards) add(project_.wards.back(), asked);
    if (project_.catalogues.size() > catalogues) add(project_.catalogues.back(), asked);
    if (project_.plans.size() > plans && !asked) {
      project_.read_along.push_back(std::move(project_.plans.back()));
      project_.plans.pop_back();
      add(project_.read_along.back(), false);
    } else if (project_.plans.size() > plans && project_.plans.back().id.given) {
      add(project_.plans.back(), true);
    }
  }

  void add_broken(FileId file) { own_.broken.emplace_back(folder_of(file), file); }

  template <class T>
  void add(T& record, bool asked) {
    record.asked = asked;
    if (!record.id.given) return add_broken(record.file);
    const auto [place, fresh] =
        std::get<ByFolder<T>>(own_.records)
            .emplace(std::pair(folder_of(record.file), record.id.value), &record);
    if (fresh) return;
    if constexpr (std::is_same_v<T, Catalogue>)
      if (add_time(*place->second, record)) return;
    const T& first = *place->second;
    // Whoever asked for either of them wants to know.
    Report& told = first.asked ? report_ : own_.held_back;
    const Phrase noun = kReferenceWords<T>.noun;
    told.tell(
        kReferenceTwice, {record.id.span, {"lần nữa ở đây", "again here"}},
        say("hai tệp cùng là {} `{}`", "two files are {} `{}`", noun, record.id.value),
        has_time(first, record)
            ? Message{"giữ một tệp, đổi `id`, hoặc sửa `from`, `until` để không ngày nào có "
                      "hai bộ",
                      "keep one file, change the `id`, or mend `from`, `until` so that no day "
                      "has both"}
            : Message{"giữ một tệp, hoặc đổi `id`", "keep one file, or change the `id`"},
        {{first.id.span, {"lần đầu ở đây", "first here"}}});
  }

  /// Reads a file nobody asked for, if others can refer to it; its errors are told once it matters.
  void read_along(const std::string& path) {
    std::string shown = shown_path(path);
    std::string bytes;
    try {
      bytes = project_.read(shown);
    } catch (const Failure& failure) {
      own_.unreadable.emplace(identities_.folder_of(path), UnreadPath{shown, failure.message});
      return;
    }
    if (!may_be_reference(bytes)) return;
    const FileId file = project_.sources.add(std::move(shown), std::move(bytes));
    Report findings;
    const auto root = yaml::read(project_.sources, file, findings);
    if (root && !is_reference(*root)) return;
    read_.insert(identities_(path));
    if (root)
      load_file(*root, file, false, findings);
    else
      add_broken(file);
    for (const Finding& finding : findings.findings())
      if (finding.code->severity == Severity::error) own_.held_back.add(finding);
  }

  template <class T>
  void unknown(const Text& id, const std::vector<std::string>& folders) {
    std::vector<std::string> reachable;
    for (const std::string& folder : folders) {
      const auto& known = std::get<ByFolder<T>>(known_in(folder).records);
      for (auto at = known.lower_bound({folder, ""});
           at != known.end() && at->first.first == folder; ++at)
        reachable.push_back(at->first.second);
    }
    if constexpr (std::is_same_v<T, Catalogue>)
      for (const Catalogue* list : *shipped_) reachable.push_back(list->id.value);
    const ReferenceWords& words = kReferenceWords<T>;
    report_.tell(kUnknownReference, {id.span},
                 say("không có tệp `kind: {}` nào với `id: {}`",
                     "there is no `kind: {}` file with `id: {}`", words.kind, id.value),
                 offer_nearest(id.value, reachable, where_to_put(words, reachable)));
  }

  Project& project_;
  Report& report_;
  Shared* shared_ = nullptr;
  std::string folder_;
  bool disk_ = true;
  Identities identities_;
  std::unordered_set<std::string> read_;
  References own_;
  std::tuple<Meanings<Ward>, Meanings<Catalogue>, Meanings<Plan>> meanings_;
  /// Findings and failures that were told because somebody refers to their files.
  std::set<std::tuple<const Code*, FileId, std::uint32_t>> told_;
  std::set<std::string> told_failures_;
  /// Those that come with the program, once one of them was looked for.
  std::optional<std::vector<Catalogue*>> shipped_;
};

}  // namespace

Project read_project(const std::vector<std::string>& paths, const std::string& stdin_bytes,
                     Report& report) {
  Project project;
  ProjectReader reader(project, report);
  for (const std::string& path : paths) {
    if (path == kStdin)
      reader.read(path, stdin_bytes);
    else
      for (const std::string& file : yaml_files(path, project.failures)) reader.read(file, {});
  }
  reader.link();
  return project;
}

const SharedFolder& Shared::folder(const std::string& folder) {
  const std::lock_guard lock(mutex_);
  const auto [known, fresh] = folders_.try_emplace(folder);
  SharedFolder& shared = known->second;
  if (!fresh) return shared;
  if (notes_) listed_[folder] = wardplan::listed(folder);
  shared.project.sources = Sources(next_);
  shared.project.read = read_;
  Report nothing;
  shared.references = ProjectReader(shared.project, nothing).references_in(folder);
  for (Ward& ward : shared.project.wards) ward.used = true;
  for (Catalogue& list : shared.project.catalogues) list.used = true;
  check_(shared);
  next_ += static_cast<FileId>(shared.project.sources.size());
  return shared;
}

Project read_ward(const WardFiles& files, const std::string& stdin_bytes, Shared& shared,
                  std::shared_ptr<Readings> readings, Report& report) {
  Project project;
  project.readings = std::move(readings);
  project.read = shared.read();
  ProjectReader reader(project, report, shared, files.folder);
  for (const std::string& path : files.paths) reader.read(path, stdin_bytes);
  reader.link();
  return project;
}

Project read_files_as(std::vector<std::pair<std::string, std::string>> files, Report& report) {
  Project project;
  ProjectReader reader(project, report);
  for (auto& [path, bytes] : files) reader.read_as(path, std::move(bytes));
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
