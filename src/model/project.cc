#include "model/project.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <unordered_set>

#include "model/codes.h"
#include "model/load.h"
#include "model/register.h"
#include "text/nearest.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStdinPath = "<stdin>";

/// One spelling for every way to name a file.
std::string identity(const std::string& path) {
  std::error_code ignored;
  const fs::path canonical = fs::weakly_canonical(path, ignored);
  return canonical.empty() ? path : canonical.string();
}

/// The folder in which a file's ward is looked up first; standard input stands in the current one.
std::string folder_of_path(const std::string& path) {
  return fs::path(identity(path == kStdinPath ? "./-" : path)).parent_path().string();
}

std::string folder_of(const Source& source) { return folder_of_path(source.path()); }

std::string parent_of(const std::string& folder) { return fs::path(folder).parent_path().string(); }

class Reader {
 public:
  Reader(Project& project, Report& report) : project_(project), report_(report) {}

  void read(const std::string& path, const std::string& stdin_bytes) {
    if (path == kStdin) {
      ++project_.files_asked;
      read_bytes(std::string(kStdinPath), stdin_bytes, report_);
      return;
    }
    guard([&] {
      for (const std::string& file : yaml_files(path)) guard([&] { read_file_once(file); });
    });
  }

  void read_text(const std::string& path, std::string bytes) {
    ++project_.files_asked;
    disk_ = false;
    read_bytes(path, std::move(bytes), report_);
  }

  /// Finds the register of every plan and links its names.
  void link() {
    for (Plan& plan : project_.plans) {
      if (!plan.ward.given) continue;
      const std::vector<std::string> folders = folders_above(project_.sources[plan.file]);
      plan.register_of_ward = find_ward(folders, plan.ward.value);
      if (plan.register_of_ward != nullptr)
        tell_about(plan.register_of_ward->file);
      else if (!tell_about_broken(folders))
        unknown_ward(plan.ward);
      link_names(plan);
    }
  }

 private:
  /// The folder of a file and those above it, up to the root of its repository.
  static std::vector<std::string> folders_above(const Source& source) {
    std::vector<std::string> folders = {folder_of(source)};
    while (folders.back() != parent_of(folders.back()) &&
           !fs::exists(fs::path(folders.back()) / ".git"))
      folders.push_back(parent_of(folders.back()));
    return folders;
  }

  /// The nearest register of this id, read now if nobody asked for it, or null.
  const Ward* find_ward(const std::vector<std::string>& folders, const std::string& id) {
    for (const std::string& folder : folders) {
      if (disk_ && searched_.insert(folder).second) read_registers_in(folder);
      const auto found = wards_.find({folder, id});
      if (found != wards_.end()) return found->second;
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

  /// A register that can't be read may be the one that is missed: the errors of the nearest such
  /// are the cause then.
  bool tell_about_broken(const std::vector<std::string>& folders) {
    for (const std::string& near : folders) {
      bool any = false;
      for (const auto& [folder, file] : broken_) {
        if (folder != near) continue;
        tell_about(file);
        any = true;
      }
      if (any) return true;
    }
    return false;
  }

  template <class Work>
  void guard(Work work) {
    try {
      work();
    } catch (const Failure& failure) {
      project_.failures.push_back(failure.message);
    }
  }

  void read_file_once(const std::string& path) {
    if (!read_.insert(identity(path)).second) return;
    ++project_.files_asked;
    read_bytes(path, read_file(path), report_);
  }

  FileId read_bytes(std::string path, std::string bytes, Report& report) {
    const FileId file = project_.sources.add(std::move(path), std::move(bytes));
    const std::size_t before = project_.wards.size();
    if (const auto root = yaml::read(project_.sources, file, report))
      load(project_, *root, file, report);
    const bool is_ward = project_.wards.size() > before;
    if (is_ward && project_.wards.back().id.given)
      add_ward(project_.wards.back(), report);
    else if (is_ward || looks_like_register(project_.sources[file].bytes()))
      broken_.emplace_back(folder_of(project_.sources[file]), file);
    return file;
  }

  void add_ward(const Ward& ward, Report& report) {
    const auto [place, fresh] =
        wards_.emplace(std::pair(folder_of(project_.sources[ward.file]), ward.id.value), &ward);
    if (fresh) return;
    const Ward& first = *place->second;
    Report& told = first.asked ? report : held_back_[first.file];
    told.add({.code = &kWardTwice,
              .message =
                  say("hai tệp cùng là phường `{}`", "two files are the ward `{}`", ward.id.value),
              .primary = {ward.id.span, {"lần nữa ở đây", "again here"}},
              .related = {{first.id.span, {"lần đầu ở đây", "first here"}}},
              .help = {"giữ một tệp, hoặc đổi `id`", "keep one file, or change the `id`"}});
  }

  static bool looks_like_register(std::string_view bytes) {
    for (std::size_t at = bytes.find("kind:"); at != std::string_view::npos;
         at = bytes.find("kind:", at + 1)) {
      if (at > 0 && bytes[at - 1] != '\n' && bytes[at - 1] != '\xBF') continue;
      const std::string_view line = bytes.substr(at, bytes.find('\n', at) - at);
      return line.find("ward") != std::string_view::npos;
    }
    return false;
  }

  void read_registers_in(const std::string& folder) {
    for (const std::string& found : yaml_files_in(folder)) {
      if (read_.contains(identity(found))) continue;
      guard([&] {
        std::string bytes = read_file(found);
        if (!looks_like_register(bytes)) return;
        read_.insert(identity(found));
        // The path as people would type it from here.
        const fs::path shown = fs::path(found).lexically_proximate(fs::current_path());
        const std::size_t before = project_.wards.size();
        Report findings;
        const FileId file = read_bytes(shown.string(), std::move(bytes), findings);
        if (project_.wards.size() > before) project_.wards.back().asked = false;
        for (Finding& finding : findings.findings()) held_back_[file].add(std::move(finding));
      });
    }
  }

  void unknown_ward(const Text& id) {
    std::vector<std::string> known;
    for (const Ward& ward : project_.wards) known.push_back(ward.id.value);
    const auto near = nearest(id.value, known);
    report_.add({.code = &kUnknownWard,
                 .message = say("không có tệp `kind: ward` nào với `id: {}`",
                                "there is no `kind: ward` file with `id: {}`", id.value),
                 .primary = {id.span, {}},
                 .help = near ? say("có phải `{}`?", "did you mean `{}`?", *near)
                              : Message{"đặt tệp ấy cùng thư mục hoặc ở thư mục trên",
                                        "put it into this folder or one above"}});
  }

  Project& project_;
  Report& report_;
  std::unordered_set<std::string> read_;
  std::unordered_set<std::string> searched_;
  bool disk_ = true;
  /// Findings of files that nobody asked for.
  std::map<FileId, Report> held_back_;
  /// Registers that could not be read, with their folders.
  std::vector<std::pair<std::string, FileId>> broken_;
  /// By folder and id.
  std::map<std::pair<std::string, std::string>, const Ward*> wards_;
};

}  // namespace

Project read_project(const std::vector<std::string>& paths, const std::string& stdin_bytes,
                     Report& report) {
  Project project;
  Reader reader(project, report);
  for (const std::string& path : paths) reader.read(path, stdin_bytes);
  reader.link();
  return project;
}

Project read_texts(const std::vector<std::pair<std::string, std::string>>& texts, Report& report) {
  Project project;
  Reader reader(project, report);
  for (const auto& [path, bytes] : texts) reader.read_text(path, bytes);
  reader.link();
  return project;
}

}  // namespace wardplan
