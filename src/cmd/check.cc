#include <algorithm>

#include "cmd/commands.h"
#include "cmd/records.h"
#include "cmd/say.h"
#include "diag/render.h"

namespace wardplan {

int check_command(const CheckOptions& options, Io& io) {
  const Records records = read_records(options.paths, io.as_of, io);
  const Project& project = records.project;
  const Report& report = records.report;

  const auto format = std::ranges::find(report_formats(), options.format, &ReportFormat::name);
  io.out += format->render(project.sources, report, {io.lang, io.color_out});
  const bool failed = complain_about_failures(project, io);
  if (project.files_asked == 0) {
    if (!failed) complain({"không có tệp .yaml nào ở đó", "there is no .yaml file there"}, io);
    return kCannot;
  }
  complain(summary_of(report, project.files_asked, records.accepted), io);

  if (failed) return kCannot;
  const bool found = std::ranges::any_of(report.findings(), [&](const Finding& finding) {
    return finding.code->severity <= options.fail_on;
  });
  return found ? kFound : kFine;
}

}  // namespace wardplan
