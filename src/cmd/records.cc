#include "cmd/records.h"

#include <algorithm>
#include <filesystem>

#include "cmd/say.h"
#include "disk/files.h"
#include "rules/check.h"

namespace wardplan {
namespace {

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return std::filesystem::equivalent(a, b, ignored);
}

/// Whether a result would be written onto a record: a file that was read, or any YAML file.
bool is_record(const std::string& output, const Sources& sources) {
  if (is_yaml(output)) return true;
  for (std::size_t at = 0; at < sources.size(); ++at)
    if (is_same_file(sources[static_cast<FileId>(at)].path(), output)) return true;
  return false;
}

}  // namespace

Records read_records(const std::vector<std::string>& paths, const std::optional<Date>& as_of,
                     Io& io) {
  Records records;
  const bool stdin_asked = std::ranges::find(paths, kStdin) != paths.end();
  records.project = read_project(paths, stdin_asked ? io.read_stdin() : "", records.report);
  records.accepted = check(records.project, {as_of, io.told_codes}, records.report);
  return records;
}

bool tell_faults(Records& records, const Message& left_out, Io& io) {
  records.failed = complain_about_failures(records.project.failures, io);
  records.errors = tell_errors(records.project, records.report, io);
  if (records.errors) complain(left_out, io);
  if (!records.project.plans.empty()) return true;
  if (!records.failed && !records.errors)
    complain({"không có kế hoạch nào ở đó", "there is no plan there"}, io);
  return false;
}

int exit_code(const Records& records) {
  if (records.failed) return kCannot;
  if (records.errors) return kFound;
  return records.project.plans.empty() ? kCannot : kFine;
}

void refuse_record(const OutputOptions& output, const Sources& sources) {
  if (output.path && is_record(*output.path, sources))
    throw Failure(
        say("không ghi đè lên hồ sơ `{}`", "won't write over the record `{}`", *output.path));
}

}  // namespace wardplan
