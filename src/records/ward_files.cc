#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <unordered_set>

#include "disk/files.h"
#include "records/project.h"
#include "records/references.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// What follows where it is none is only that more is read at once.
bool seems_register(const std::string& path) {
  try {
    return path != kStdin && may_be_register(read_file(path));
  } catch (const Failure&) {
    return false;  // told when it is read
  }
}

using Folders = std::map<std::string, std::vector<std::string>>;

/// The files of each folder.
Folders by_folders(const std::vector<std::string>& paths, std::vector<UnreadPath>& failures) {
  Folders folders;
  Identities identities;
  std::unordered_set<std::string> met;
  const auto add = [&](const std::string& path) {
    const std::string name = path == kStdin ? identities.folder_of(path) + "/-" : identities(path);
    if (met.insert(name).second) folders[identities.folder_of(path)].push_back(path);
  };
  for (const std::string& path : paths) {
    if (path == kStdin)
      add(path);
    else
      for (const std::string& file : yaml_files(path, failures)) add(file);
  }
  return folders;
}

/// The nearest folder from `folder` upwards with a ward's register among the files that were asked
/// for; the folder itself where there is none.
class WardFolders {
 public:
  explicit WardFolders(const Folders& folders) : folders_(folders) {}

  const std::string& of(const std::string& folder) {
    const std::string* above = from(parent_of(folder));
    return above != nullptr ? *above : folder;
  }

 private:
  /// The folder itself or the nearest above it, or null; each folder is asked about once.
  const std::string* from(std::string folder) {
    std::vector<std::string> walked;
    const std::string* found = nullptr;
    for (;; folder = parent_of(folder)) {
      const auto known = known_.find(folder);
      if (known != known_.end()) found = known->second;
      if (known != known_.end()) break;
      walked.push_back(folder);
      const auto files = folders_.find(folder);
      if (files != folders_.end() && std::ranges::any_of(files->second, seems_register))
        found = &files->first;
      if (found != nullptr || folder == parent_of(folder)) break;
    }
    for (std::string& place : walked) known_[std::move(place)] = found;
    return found;
  }

  const Folders& folders_;
  std::map<std::string, const std::string*> known_;
};

/// Adds the files below a folder that stand in no other ward's folder.
void add_below(const std::string& folder, const IsRegister& is_register, int depth,
               std::vector<std::string>& paths) {
  std::error_code unreadable;
  std::vector<std::string> folders;
  for (const auto& entry : fs::directory_iterator(folder, unreadable))
    if (entry.is_directory(unreadable) && !entry.path().filename().string().starts_with('.'))
      folders.push_back(entry.path().string());
  for (const std::string& below : folders) {
    const std::vector<std::string> files = yaml_files_in(below);
    if (depth == kMaxFolders || std::ranges::any_of(files, is_register)) continue;
    paths.insert(paths.end(), files.begin(), files.end());
    add_below(below, is_register, depth + 1, paths);
  }
}

}  // namespace

std::vector<WardFiles> ward_files(const std::vector<std::string>& paths,
                                  std::vector<UnreadPath>& failures) {
  const Folders folders = by_folders(paths, failures);
  WardFolders wards(folders);
  Folders joined;
  for (const auto& [folder, files] : folders) {
    std::vector<std::string>& all = joined[wards.of(folder)];
    all.insert(all.end(), files.begin(), files.end());
  }
  std::vector<WardFiles> result;
  for (auto& [folder, files] : joined) result.push_back({folder, std::move(files)});
  return result;
}

WardFiles ward_files_around(const std::string& path, const IsRegister& is_register) {
  Identities identities;
  const std::string own = identities(path);
  WardFiles found{identities.folder_of(path)};
  for (const std::string& folder : folders_from(found.folder)) {
    std::vector<std::string> files = yaml_files_in(folder);
    if (folder == found.folder && std::ranges::find(files, own) == files.end())
      files.push_back(own);
    if (std::ranges::none_of(files, is_register)) continue;
    found = {folder, files};
    add_below(folder, is_register, 0, found.paths);
    break;
  }
  if (found.paths.empty()) found.paths = yaml_files_in(found.folder);
  if (std::ranges::find(found.paths, own) == found.paths.end()) found.paths.push_back(own);
  // In the order in which a look through the folder would find them.
  std::ranges::sort(found.paths, {}, [](const std::string& file) {
    return std::pair(fs::path(file).parent_path().string(), file);
  });
  return found;
}

std::string listed(const std::string& folder) {
  std::string lines = is_topmost(folder) ? "topmost\n" : "\n";
  for (const std::string& path : yaml_files_in(folder)) {
    const std::string name = fs::path(path).filename().string();
    lines +=
        fmt::format("{} {} {}\n", sha256_of_file(path).value_or("unreadable"), name.size(), name);
  }
  return lines;
}

bool is_sound(const Plan& plan, const Report& report) {
  const auto fails = [&](const Text& id, const auto* record) {
    return id.given && (record == nullptr || report.has_error_in(record->file));
  };
  return !report.has_error_in(plan.file) && !fails(plan.ward_id, plan.ward) &&
         !fails(plan.catalogue_id, plan.catalogue);
}

}  // namespace wardplan
