#include "cmd/build_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "disk/in_order.h"
#include "disk/system.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "manifest.jsonl";

void make_folders(const std::string& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) return;
  const Message why = reason(failed.value());
  throw Failure(
      say("không tạo được thư mục `{}`: {}", "can't make the folder `{}`: {}", folder, why));
}

/// A link may lead to a record, a pipe nowhere: a build writes files of its own.
void refuse_other(const std::string& path) {
  std::error_code ignored;
  const fs::file_status there = fs::symlink_status(path, ignored);
  if (fs::exists(there) && !fs::is_regular_file(there))
    throw Failure(say("`{}` không phải là tệp thường; chuyển nó đi chỗ khác",
                      "`{}` is no ordinary file; move it away", path));
}

}  // namespace

BuildFolder::BuildFolder(std::string folder, ManifestHead head)
    : folder_(std::move(folder)), head_(std::move(head)) {
  std::error_code ignored;
  const std::string path = at(std::string(kManifest));
  if (!fs::is_regular_file(path, ignored)) return;
  std::ifstream lines(path);
  before_ = read_manifest(lines);
}

std::string BuildFolder::at(const std::string& path) const {
  return (fs::path(folder_) / path).generic_string();
}

bool BuildFolder::stands(const std::string& path, const KnownFile& known) const {
  std::error_code ignored;
  return fs::file_size(at(path), ignored) == known.bytes &&
         sha256_of_file(at(path)) == known.sha256;
}

bool BuildFolder::holds_all(const std::optional<std::string>& inputs, int threads) const {
  if (before_.head != head_ || !inputs || before_.end.inputs != inputs) return false;
  std::vector<const std::pair<const std::string, KnownFile>*> files;
  for (const auto& file : before_.files) files.push_back(&file);
  bool all = true;
  in_order(
      files.size(), threads,
      [&](std::size_t file) { return stands(files[file]->first, files[file]->second); },
      [&](std::size_t, bool stands) { all = all && stands; });
  return all;
}

void BuildFolder::make(const BuildJobs& jobs, const std::vector<std::string>& formats,
                       std::vector<MadeFile>& made, Keep keep) const {
  const std::string from = hash_of(jobs.from);
  for (const BuildJob& job : jobs.jobs) {
    Paper paper;
    for (const std::string& format : formats) {
      const std::string path = job.path + "." + format;
      const auto known = before_.files.find(path);
      if (keep == Keep::what_holds && before_.head == head_ && known != before_.files.end() &&
          known->second.from == from && stands(path, known->second)) {
        made.push_back({{{path, known->second.sha256}, known->second.bytes, jobs.from}, {}});
        continue;
      }
      if (!paper) paper = job.make();
      std::string bytes = paper(format_named(format));
      made.push_back({{{path, sha256(bytes)}, bytes.size(), jobs.from}, {}});
      made.back().bytes = std::move(bytes);
    }
  }
}

void BuildFolder::put(const MadeFile& file) {
  const HashedFile& made = file.entry.file;
  made_.insert(made.path);
  if (file.bytes) {
    enter(fs::path(at(made.path)).parent_path().generic_string());
    refuse_other(at(made.path));
    if (!stands(made.path, {made.sha256, file.entry.bytes, {}})) {
      write_whole(at(made.path), *file.bytes, Durable::later);
      ++written_;
    }
  }
  write(manifest_line(file.entry));
}

void BuildFolder::finish(const ManifestEnd& end) {
  write("");
  write(manifest_line(end, lines_.digits()));
  if (written_ > 0) sync_all(folder_);
  manifest_->finish();
}

std::size_t BuildFolder::count_stale() const {
  std::error_code ignored;
  return static_cast<std::size_t>(std::ranges::count_if(before_.files, [&](const auto& file) {
    return !made_.contains(file.first) && fs::exists(at(file.first), ignored);
  }));
}

void BuildFolder::enter(const std::string& folder) {
  if (folder == entered_) return;
  make_folders(folder);
  sweep_folder(folder);
  entered_ = folder;
}

void BuildFolder::write(std::string_view line) {
  if (!manifest_) {
    make_folders(folder_);
    sweep_folder(folder_);
    refuse_other(at(std::string(kManifest)));
    manifest_.emplace(at(std::string(kManifest)));
    write(manifest_line(head_));
  }
  manifest_->add(line);
  lines_.add(line);
}

}  // namespace wardplan
