#include "cmd/build_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "disk/files.h"
#include "disk/in_order.h"
#include "records/references.h"

namespace wardplan {
namespace {

std::string from_here(const std::string& folder) {
  std::error_code ignored;
  return std::filesystem::proximate(folder, ignored).generic_string();
}

/// Lengths keep names apart that hold blanks or line breaks.
std::string line_of(std::string_view what, const std::string& name) {
  return fmt::format("{} {} {}\n", what, name.size(), name);
}

/// Where a ward's files really are, and how far above each of their folders is looked.
std::string places_of(const WardFiles& files, Identities& identities) {
  std::string lines = line_of("ward", from_here(files.folder));
  std::set<std::string> folders;
  for (const std::string& path : files.paths)
    for (std::string folder = identities.folder_of(path); folders.insert(folder).second;
         folder = parent_of(folder))
      if (folder == files.folder) break;
  for (const std::string& folder : folders)
    if (is_topmost(folder)) lines += line_of("topmost", from_here(folder));
  return lines;
}

/// Whether there is no other record in the folders in which one of the ward was looked for.
bool asked_for_all(const WardRecords& records, Identities& identities) {
  std::set<std::string> asked;
  for (const std::string& path : records.files->paths) asked.insert(identities(path));
  return std::ranges::all_of(records.project.searched, [&](const std::string& folder) {
    return std::ranges::all_of(yaml_files_in(folder), [&](const std::string& path) {
      return asked.contains(identities(path));
    });
  });
}

/// The same from the files as they are now.
std::optional<std::string> inputs_of(const WardFiles& files) {
  Identities identities;
  std::string lines = places_of(files, identities);
  for (const std::string& path : files.paths) {
    const auto hash = path == kStdin ? std::nullopt : sha256_of_file(path);
    if (!hash) return std::nullopt;
    lines += line_of(*hash, path);
  }
  return lines;
}

}  // namespace

std::optional<std::string> inputs_of(const WardRecords& records, FileHashes& hashes) {
  const Project& project = records.project;
  const std::vector<std::string>& paths = records.files->paths;
  Identities identities;
  if (!project.failures.empty() || project.files_asked != paths.size() ||
      std::ranges::find(paths, kStdin) != paths.end() || !asked_for_all(records, identities))
    return std::nullopt;
  std::string lines = places_of(*records.files, identities);
  for (FileId file = 0; file < project.files_asked; ++file) {
    if (records.report.has_error_in(file)) return std::nullopt;
    const HashedFile& known = hashes(file);
    lines += line_of(known.sha256, known.path);
  }
  return lines;
}

void end_with_inputs(const std::string& parts, const Wards& wards, ManifestEnd& end) {
  std::string all = parts;
  for (const auto& [folder, lines] : wards.listed()) {
    if (listed(folder) != lines) return;
    end.looked.push_back(from_here(folder));
    all += line_of("above", end.looked.back()) + lines;
  }
  end.inputs = sha256(all);
}

std::optional<std::string> inputs_now(const Wards& wards, const ManifestEnd& before, int threads) {
  if (!before.inputs || !wards.failures().empty()) return std::nullopt;
  std::optional<std::string> all = "";
  in_order(
      wards.wards().size(), threads, [&](std::size_t at) { return inputs_of(wards.wards()[at]); },
      [&](std::size_t, const std::optional<std::string>& ward) {
        if (all && ward)
          *all += *ward;
        else
          all.reset();
      });
  if (!all) return std::nullopt;
  for (const std::string& folder : before.looked)
    *all += line_of("above", folder) + listed(identity(folder));
  return sha256(*all);
}

}  // namespace wardplan
