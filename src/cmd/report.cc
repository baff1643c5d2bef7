#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "cmd/print.h"
#include "forms/period_report.h"
#include "lists/cards.h"

namespace wardplan {
namespace {

/// Why there is no report of that period, or nothing.
Message refusal(const Plan& plan, const Period& period, const Date& as_of) {
  const int year = plan.year.value;
  if (!has_days_in(period, year))
    return say("kế hoạch của năm {}, không có kỳ `{}`; viết như `{}-H1`",
               "the plan is of {} and has no period `{}`; write one such as `{}-H1`", year,
               period_token(period), year);
  if (period.days.first > as_of)
    return say("kỳ `{}` bắt đầu ngày {}, sau ngày đang xét {}",
               "the period `{}` begins on {}, after {}, the day asked about", period_token(period),
               iso(period.days.first), iso(as_of));
  return {};
}

}  // namespace

int report_command(const ReportOptions& options, Io& io) {
  refuse_on_terminal(options.output, io);
  PlanFile file = read_plan_file(options.path, {"không làm báo cáo", "no report was made"}, io);
  refuse_record(options.output, {options.path, options.template_name.value_or("")});
  if (file.plan == nullptr) return file.exit_code;
  const Plan& plan = *file.plan;
  const int cutoff = options.cutoff ? *options.cutoff : cutoff_of(plan);
  const Period period = *parse_period(options.period, cutoff);
  if (const Message why = refusal(plan, period, io.as_of); !why.empty()) return refused(why, io);
  const PeriodReport report = report_of(file.project, plan, period, cutoff, io.as_of, io.soon);
  const Date day = options.signed_on.value_or(report.day);
  const mustache::Value value =
      report_value(report, options.signed_on, said_layout(options.output.layout, day));
  if (deliver_fields("report", {{"period", period_token(period)}}, file, value, options.output,
                     io)) {
    mention_warnings(file.report, options.path, io);
    return kFine;
  }
  const TemplateFile made = options.template_name
                                ? own_template(*options.template_name, file.project.sources)
                                : shipped_template("report.html", file.project.sources);
  const int code = print_filled(made, report_shape(), value, day, plan_origin(plan, report.day),
                                options.output, io, file.project.sources);
  if (code == kFine) mention_warnings(file.report, options.path, io);
  return code;
}

}  // namespace wardplan
