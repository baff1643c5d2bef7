#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cmd/build_jobs.h"
#include "cmd/commands.h"
#include "cmd/say.h"
#include "disk/files.h"
#include "disk/in_order.h"
#include "disk/replace.h"
#include "disk/system.h"
#include "disk/temporary.h"
#include "rules/check.h"
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

/// What was made, in the order of the jobs, and how much of it had to be written.
struct Built {
  std::vector<ManifestEntry> entries;
  std::size_t written = 0;
};

/// Makes and writes one file; whether it wasn't there as it is.
std::pair<ManifestEntry, bool> make_file(const Project& project, const BuildJob& job,
                                         const std::string& folder) {
  const std::string bytes = job.make();
  ManifestEntry entry{{job.path, sha256(bytes)}, bytes.size(), {}};
  for (const FileId file : job.from) {
    const Source& source = project.sources[file];
    entry.from.push_back({source.path(), sha256(source.bytes())});
  }
  return {std::move(entry), write_if_changed((fs::path(folder) / job.path).string(), bytes)};
}

/// All jobs, several at once.
Built make_files(const Project& project, const std::vector<BuildJob>& jobs,
                 const BuildOptions& options, Io& io) {
  Built built;
  const auto progress = [&](std::string_view text) {
    if (io.progress) io.progress(std::string(text));
  };
  try {
    in_order(
        jobs.size(), options.threads,
        [&](std::size_t at) { return make_file(project, jobs[at], options.folder); },
        [&](std::size_t at, std::pair<ManifestEntry, bool> made) {
          built.entries.push_back(std::move(made.first));
          if (made.second) ++built.written;
          progress(fmt::format("\r{}/{} ", at + 1, jobs.size()));
        });
  } catch (...) {
    progress(kClearLine);
    throw;
  }
  progress(kClearLine);
  return built;
}

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
  const Built built = make_files(project, jobs, options, io);
  const std::string path = (fs::path(options.folder) / kManifest).string();
  const int stale = count_stale(bytes_there(path).value_or(""), jobs, options.folder);
  write_if_changed(path, write_manifest(iso(io.as_of), built.entries));
  complain(
      say("{} tệp trong `{}`: ghi {}, không đổi {}", "{} files in `{}`: {} written, {} unchanged",
          jobs.size(), options.folder, built.written, jobs.size() - built.written),
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
  Report report;
  const bool stdin_asked = std::ranges::find(options.paths, kStdin) != options.paths.end();
  Project project = read_project(options.paths, stdin_asked ? io.read_stdin() : "", report);
  check(project, {.told = io.told_codes}, report);
  const bool failed = complain_about_failures(project.failures, io);
  const bool errors = tell_errors(project, report, io);
  if (errors) complain({"hồ sơ có lỗi không được in", "records with errors are left out"}, io);
  std::vector<const Plan*> plans;
  for (const Plan& plan : project.plans)
    if (!report.has_error_in(plan.file)) plans.push_back(&plan);
  if (!plans.empty()) {
    SummaryAsked asked{.as_of = io.as_of, .soon = kSoonDays};
    if (options.period) asked.period = parse_period(*options.period);
    SummaryMaker maker(asked);
    maker.add(count_ward(project, report, asked));
    build_all(project, plans, maker.finish(), options, io);
  }
  if (failed) return kCannot;
  if (errors) return kFound;
  if (!plans.empty()) return kFine;
  complain({"không có kế hoạch nào ở đó", "there is no plan there"}, io);
  return kCannot;
}

}  // namespace wardplan
