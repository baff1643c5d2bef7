#include <algorithm>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/wards.h"
#include "diag/render.h"

namespace wardplan {

int check_command(const CheckOptions& options, Io& io) {
  const auto format = std::ranges::find(report_formats(), options.format, &ReportFormat::name);
  Wards wards(options.paths, {.as_of = io.as_of}, io);
  FindingCounts counts;
  const auto render = [&](const WardRecords& records) {
    return format->render(records.project.sources, records.report, {io.lang, io.color_out});
  };
  io.out += format->begin;
  wards.each(io.threads, render, [&](const WardRecords& records, const std::string& rendered) {
    if (counts.total() > 0 && !rendered.empty()) io.out += format->separator;
    io.out += rendered;
    counts += records.report.counts();
    if (io.flush) io.flush(io);
  });
  io.out += format->end(counts);

  const bool failed = complain_about_failures(wards.failures(), io);
  if (wards.files_asked() == 0) {
    if (!failed) complain({"không có tệp .yaml nào ở đó", "there is no .yaml file there"}, io);
    return kCannot;
  }
  complain(summary_of(counts, wards.files_asked(), wards.accepted()), io);
  if (failed) return kCannot;
  const bool found = counts[Severity::error] > 0 ||
                     (options.fail_on == Severity::warning && counts[Severity::warning] > 0);
  return found ? kFound : kFine;
}

}  // namespace wardplan
