#include "cmd/io.h"

#include "cmd/commands.h"
#include "diag/render.h"

namespace wardplan {

const Policy* policy_in(const Io& io) {
  return io.settings && !io.settings->policy.empty() ? &io.settings->policy : nullptr;
}

void complain(const Message& message, Io& io) {
  const std::string subject = io.subject.empty() ? "" : printable(io.subject) + ": ";
  io.err += "wardplan: " + subject + printable(message.in(io.lang)) + "\n";
}

int refused(const Message& message, Io& io) {
  complain(message, io);
  return kFound;
}

bool complain_about_failures(const std::vector<UnreadPath>& failures, Io& io) {
  for (const UnreadPath& failure : failures) complain(failure.why, io);
  return !failures.empty();
}

bool tell_errors(const Project& project, const Report& report, Io& io) {
  Report errors;
  for (const Finding& finding : report.findings())
    if (finding.code->severity == Severity::error) errors.add(finding);
  io.err += render_text(project.sources, errors, {io.lang, io.color_err});
  return !errors.findings().empty();
}

Message summary_of(const FindingCounts& counts, std::size_t files, std::size_t accepted) {
  const std::size_t errors = counts[Severity::error];
  const std::size_t warnings = counts[Severity::warning];
  Message summary = say("{} lỗi, {} cảnh báo", "{2}, {3}", errors, warnings,
                        counted(errors, "error"), counted(warnings, "warning"));
  if (const std::size_t notes = counts[Severity::info]; notes > 0)
    summary += say(", {} lưu ý", ", {1}", notes, counted(notes, "note"));
  summary += say(" trong {} tệp", " in {1}", files, counted(files, "file"));
  if (accepted > 0) summary += say(" ({} cảnh báo được chấp nhận)", " ({} accepted)", accepted);
  return summary;
}

}  // namespace wardplan
