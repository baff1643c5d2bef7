#include <algorithm>

#include "cmd/commands.h"
#include "cmd/say.h"
#include "diag/render.h"
#include "rules/check.h"

namespace wardplan {
namespace {

bool is_stdin_asked(const std::vector<std::string>& paths) {
  return std::ranges::find(paths, kStdin) != paths.end();
}

}  // namespace

int check_command(const CheckOptions& options, Io& io) {
  Report report;
  const std::string input = is_stdin_asked(options.paths) ? io.read_stdin() : "";
  Project project = read_project(options.paths, input, report);
  project.as_of = options.common.as_of;
  const std::size_t accepted = check(project, report);

  const auto format = std::ranges::find(report_formats(), options.format, &ReportFormat::name);
  io.out +=
      format->render(project.sources, report, {options.common.lang, options.common.color_out});
  const bool failed = complain_about_failures(project, options.common, io);
  if (project.files_asked == 0) {
    if (!failed)
      complain({"không có tệp .yaml nào ở đó", "there is no .yaml file there"}, options.common, io);
    return kCannot;
  }
  complain(summary_of(report, project.files_asked, accepted), options.common, io);

  if (failed) return kCannot;
  const bool found = std::ranges::any_of(report.findings(), [&](const Finding& finding) {
    return finding.code->severity <= options.fail_on;
  });
  return found ? kFound : kFine;
}

}  // namespace wardplan
