#include "cmd/build_folder.h"

#include <filesystem>
#include <fstream>

#include "cmd/io.h"
#include "disk/in_order.h"
#include "disk/system.h"
#include "text/escape.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "manifest.jsonl";

}  // namespace

BuildFolder::BuildFolder(std::string folder, ManifestHead head, Io& io)
    : path_(std::move(folder)), io_(io), head_(std::move(head)), folder_(Folder::find(path_)) {
  if (!folder_) return;
  hold();
  earlier_ = before_ = read_earlier();
}

void BuildFolder::hold() const {
  folder_->hold([this] {
    complain(say("lệnh `build` khác đang in vào `{}`, chờ nó xong",
                 "another `build` is filling `{}`, this one waits for it", path_),
             io_);
    if (io_.flush) io_.flush(io_);
  });
}

Manifest BuildFolder::read_earlier() const {
  if (!folder_->open_file(std::string(kManifest)).is_open()) return {};
  std::ifstream lines(at(std::string(kManifest)));
  return read_manifest(lines);
}

std::string BuildFolder::at(const std::string& path) const {
  return (fs::path(path_) / path).generic_string();
}

bool BuildFolder::stands(const std::string& path, const KnownFile& known) const {
  return sha256_of(folder_->open_file(path)) == known.sha256;
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
        const KnownFile& file = known->second;
        made.push_back({{.file = {path, file.sha256},
                         .bytes = file.bytes,
                         .from = jobs.from,
                         .left_out = file.left_out},
                        {}});
        continue;
      }
      if (!paper) paper = job.make();
      auto [bytes, left_out] = paper(format_named(format));
      // People open these, most of them in Excel.
      if (format == "csv") bytes = csv_as(bytes, {kExcelSeparator, true});
      made.push_back({{.file = {path, sha256(bytes)},
                       .bytes = bytes.size(),
                       .from = jobs.from,
                       .left_out = {left_out == 0 ? "" : std::string(job.part), left_out}},
                      {}});
      made.back().bytes = std::move(bytes);
    }
  }
}

void BuildFolder::put(const MadeFile& file) {
  const HashedFile& made = file.entry.file;
  begin();
  made_.insert(made.path);
  if (file.entry.left_out.paragraphs > 0) left_out_.push_back(file.entry.left_out);
  FileSpot place = spot(made.path);
  if (file.bytes && !stands(made.path, {made.sha256, file.entry.bytes, {}})) {
    WholeFile written(std::move(place), at(made.path));
    written.add(*file.bytes);
    written.finish(Durable::later);
    ++written_;
  }
  write(manifest_line(file.entry));
}

void BuildFolder::finish(const ManifestEnd& end) {
  begin();
  write(manifest_line(end, lines_.digits()));
  if (written_ > 0) folder_->sync();
  manifest_->finish();
}

std::vector<std::string> BuildFolder::left() const {
  std::vector<std::string> paths;
  if (!folder_) return paths;
  for (const auto& [path, known] : earlier_.left)
    if (!made_.contains(path) && folder_->has(path)) paths.push_back(path);
  return paths;
}

LeftFiles BuildFolder::settle_left(bool prune) {
  begin();
  LeftFiles files;
  earlier_.left.merge(earlier_.files);
  for (const std::string& path : left()) {
    const KnownFile& known = earlier_.left.at(path);
    if (prune && !is_yaml(path) && stands(path, known) && folder_->remove(path)) {
      files.removed.push_back(path);
      continue;
    }
    files.kept.push_back(path);
    write(left_line(path, known));
  }
  return files;
}

void BuildFolder::sweep() {
  spot(std::string(kManifest));
  for (const auto& [path, known] : before_.files) spot(path);
}

FileSpot BuildFolder::spot(const std::string& path) {
  FileSpot spot = folder_->spot(path);
  if (swept_.insert(spot.folder).second) sweep_folder(spot);
  return spot;
}

void BuildFolder::begin() {
  if (manifest_) return;
  if (!folder_) {
    // Threads that make papers look at it only where a build before left something.
    folder_ = Folder::make(path_);
    hold();
    earlier_ = read_earlier();
  }
  const std::string name(kManifest);
  manifest_.emplace(spot(name), at(name));
  write(manifest_line(head_));
}

void BuildFolder::write(std::string_view line) {
  manifest_->add(line);
  lines_.add(line);
}

}  // namespace wardplan
