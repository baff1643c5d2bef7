#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>

#include "cmd/build_jobs.h"
#include "cmd/commands.h"
#include "cmd/records.h"
#include "cmd/say.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "disk/system.h"
#include "disk/temporary.h"
#include "text/terminal.h"
#include "write/manifest.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "manifest.jsonl";

/// The bytes of a file that is there, or nothing.
std::optional<std::string> bytes_there(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return std::nullopt;
  return read_file(path);
}

/// Writes a file unless it holds these bytes already; whether it was written.
bool write_if_changed(const std::string& path, const std::string& bytes) {
  sweep_leftovers(path);
  if (bytes_there(path) == bytes) return false;
  write_whole(path, bytes);
  return true;
}

void make_folders(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) return;
  const Message why = reason(failed.value());
  const std::string path = folder.generic_string();
  throw Failure(
      say("không tạo được thư mục `{}`: {}", "can't make the folder `{}`: {}", path, why));
}

/// All jobs, several at once; each result stands at the place of its job.
class Workers {
 public:
  Workers(const Project& project, const std::vector<BuildJob>& jobs, const BuildOptions& options,
          Io& io)
      : project_(project), jobs_(jobs), options_(options), io_(io), entries_(jobs.size()) {}

  void run() {
    std::vector<std::thread> threads;
    for (int left = options_.threads; left > 1; --left) threads.emplace_back([this] { work(); });
    work();
    for (std::thread& thread : threads) thread.join();
    if (io_.progress) io_.progress(std::string(kClearLine));
    if (!failure_.empty()) throw Failure(failure_);
  }

  const std::vector<ManifestEntry>& entries() const { return entries_; }
  int written() const { return written_; }

 private:
  void work() {
    for (std::size_t at = next_++; at < jobs_.size() && !stop_; at = next_++) try {
        make(at);
        tell();
      } catch (const Failure& failure) {
        stop(failure.message);
      } catch (const std::exception& fault) {
        stop(Message(fault.what(), fault.what()));
      }
  }

  void make(std::size_t at) {
    const BuildJob& job = jobs_[at];
    const std::string bytes = job.make();
    ManifestEntry& entry = entries_[at];
    entry = {{job.path, sha256(bytes)}, bytes.size(), {}};
    for (const FileId file : job.from) {
      const Source& source = project_.sources[file];
      entry.from.push_back({source.path(), sha256(source.bytes())});
    }
    if (write_if_changed((fs::path(options_.folder) / job.path).string(), bytes)) ++written_;
  }

  void tell() {
    if (!io_.progress) return;
    const std::lock_guard lock(mutex_);
    io_.progress(fmt::format("\r{}/{} ", ++done_, jobs_.size()));
  }

  void stop(const Message& why) {
    const std::lock_guard lock(mutex_);
    stop_ = true;
    if (failure_.empty()) failure_ = why;
  }

  const Project& project_;
  const std::vector<BuildJob>& jobs_;
  const BuildOptions& options_;
  Io& io_;
  std::vector<ManifestEntry> entries_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<int> written_ = 0;
  std::atomic<bool> stop_ = false;
  /// Guards what follows.
  std::mutex mutex_;
  std::size_t done_ = 0;
  Message failure_;
};

/// How many files of the manifest before are no longer made; they stay where they are.
int count_stale(const std::string& manifest, const std::vector<BuildJob>& jobs,
                const std::string& folder) {
  std::set<std::string_view> made;
  for (const BuildJob& job : jobs) made.insert(job.path);
  int stale = 0;
  std::error_code ignored;
  for (const std::string& path : manifest_paths(manifest))
    if (!made.contains(path) && fs::exists(fs::path(folder) / path, ignored)) ++stale;
  return stale;
}

void build_all(const Project& project, const std::vector<const Plan*>& plans,
               const Summary& summary, const BuildOptions& options, Io& io) {
  const std::vector<BuildJob> jobs = build_jobs(project, plans, summary, options, io);
  for (const BuildJob& job : jobs)
    make_folders((fs::path(options.folder) / job.path).parent_path());
  Workers workers(project, jobs, options, io);
  workers.run();
  const std::string path = (fs::path(options.folder) / kManifest).string();
  const int stale = count_stale(bytes_there(path).value_or(""), jobs, options.folder);
  write_if_changed(path, write_manifest(iso(io.as_of), workers.entries()));
  complain(say("{} tệp trong `{}`: ghi {}, không đổi {}",
               "{} files in `{}`: {} written, {} unchanged", jobs.size(), options.folder,
               workers.written(), static_cast<int>(jobs.size()) - workers.written()),
           io);
  const auto silent = std::ranges::count_if(
      plans, [&](const Plan* plan) { return !report_period(*plan, options, io.as_of); });
  if (silent > 0)
    complain(say("{} hồ sơ không có báo cáo: kỳ ấy không thuộc năm của chúng hoặc chưa bắt đầu",
                 "{} records have no report: the period is of another year than theirs or hasn't "
                 "begun",
                 silent),
             io);
  if (stale > 0)
    complain(say("{} tệp của lần trước không còn thuộc lần này, vẫn để nguyên",
                 "{} files of the run before are no longer made, and were left alone", stale),
             io);
}

}  // namespace

int build_command(const BuildOptions& options, Io& io) {
  Records records = read_records(options.paths, std::nullopt, io);
  if (!tell_faults(records, {"hồ sơ có lỗi không được in", "records with errors are left out"}, io))
    return exit_code(records);
  SummaryAsked asked{.as_of = io.as_of, .soon = kSoonDays};
  if (options.period) asked.period = parse_period(*options.period);
  SummaryMaker maker(asked);
  maker.add(count_ward(records.project, records.report, asked));
  const Summary summary = maker.finish();
  std::vector<const Plan*> plans;
  for (const Plan& plan : records.project.plans)
    if (!records.report.has_error_in(plan.file)) plans.push_back(&plan);
  if (!plans.empty()) build_all(records.project, plans, summary, options, io);
  return exit_code(records);
}

}  // namespace wardplan
