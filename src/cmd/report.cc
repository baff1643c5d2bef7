#include <algorithm>
#include <filesystem>
#include <map>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "cmd/print.h"
#include "forms/period_report.h"
#include "forms/ward_report.h"
#include "lists/cards.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr Phrase kPurpose = {"không làm báo cáo", "no report was made"};

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

int cutoff_for(const Plan& plan, const ReportOptions& options) {
  return options.cutoff ? *options.cutoff : cutoff_of(plan);
}

/// What is printed: the form, its values, and the first plan's day.
struct Printed {
  std::string_view kind;
  std::string template_name;
  const mustache::Shape& shape;
  mustache::Value value;
  Date day;
  /// Whose letterhead it has.
  const Plan& signing;
};

int print_report(const Printed& printed, Facts facts, const ReportOptions& options, PlanFile& file,
                 Io& io) {
  std::vector<std::string> quoted;
  for (const std::string& path : options.paths) quoted.push_back(shell_quoted(path));
  facts.emplace_back("period", options.period);
  if (deliver_fields(printed.kind, std::move(facts), file, printed.value, options.output, io)) {
    mention_warnings_of(file.report, quoted, io);
    return kFine;
  }
  const TemplateFile made = options.template_name
                                ? own_template(*options.template_name, file.project.sources)
                                : shipped_template(printed.template_name, file.project.sources);
  const int code =
      print_filled(made, printed.shape, printed.value, options.signed_on.value_or(printed.day),
                   plan_origin(*file.plan, printed.day), options.output, io, file.project.sources);
  if (code != kFine) return code;
  mention_signer(printed.signing, printed.signing.letterhead.signer,
                 options.signed_on.value_or(std::max(printed.day, io.as_of)), io);
  mention_warnings_of(file.report, quoted, io);
  return kFine;
}

int report_one(const ReportOptions& options, PlanFile& file, Io& io) {
  const Plan& plan = *file.plan;
  const int cutoff = cutoff_for(plan, options);
  const Period period = *parse_period(options.period, cutoff);
  if (const Message why = refusal(plan, period, io.as_of); !why.empty()) return refused(why, io);
  const PeriodReport report =
      report_of(file.project, plan, period, cutoff, io.as_of, io.soon, options.cumulative);
  const Date day = options.signed_on.value_or(report.day);
  ReportOptions said = options;
  said.period = period_token(period);
  return print_report(
      {"report", "report.html", report_shape(),
       report_value(report, options.signed_on, said_layout(options.output.layout, day)), report.day,
       plan},
      {}, said, file, io);
}

/// The plans that have such a period, in the order of their files.
std::vector<const Plan*> plans_with(const Project& project, const ReportOptions& options) {
  std::vector<const Plan*> plans;
  for (const Plan& plan : project.plans)
    if (has_days_in(*parse_period(options.period, cutoff_for(plan, options)), plan.year.value))
      plans.push_back(&plan);
  return plans;
}

/// Names the files that are of other years.
void mention_others(const Project& project, const std::vector<const Plan*>& plans, Io& io) {
  std::vector<std::string> others;
  for (const Plan& plan : project.plans)
    if (std::ranges::find(plans, &plan) == plans.end())
      others.push_back(project.sources[plan.file].path());
  if (!others.empty())
    complain(say("không có kỳ ấy nên không tính: {}", "without that period, and left out: {}",
                 joined(others)),
             io);
}

/// A paper has one letterhead: says whose, where others of the plans have another.
void mention_letterhead(const Project& project, const std::vector<PeriodReport>& reports, Io& io) {
  const Plan& signing = signing_plan(reports);
  std::vector<std::string> others;
  for (const PeriodReport& report : reports) {
    const Text& issuer = report.plan->letterhead.issuer;
    if (issuer.given && fold(issuer.value) != fold(signing.letterhead.issuer.value))
      others.push_back(
          say("{} ({})", "{} ({})", issuer.value, project.sources[report.plan->file].path())
              .in(io.lang));
  }
  if (!others.empty())
    complain(
        say("báo cáo do {} ký, theo {}; cơ quan khác: {}",
            "the report is signed by {}, after {}; other issuers: {}",
            signing.letterhead.issuer.value, project.sources[signing.file].path(), joined(others)),
        io);
}

int report_several(const ReportOptions& options, PlanFile& file, Io& io) {
  const std::vector<const Plan*> plans = plans_with(file.project, options);
  if (plans.size() < 2) {
    if (!plans.empty()) file.plan = plans.front();
    if (!plans.empty()) mention_others(file.project, plans, io);
    return report_one(options, file, io);
  }
  file.plan = plans.front();
  for (const Plan* plan : plans)
    if (plan->ward_id.value != file.plan->ward_id.value)
      return refused(
          say("các kế hoạch của hai phường `{}` và `{}`; báo cáo chung là của một phường",
              "the plans are of two wards, `{}` and `{}`; one report is of one ward",
              file.plan->ward_id.value, plan->ward_id.value),
          io);
  const int cutoff = cutoff_for(*file.plan, options);
  const Period period = *parse_period(options.period, cutoff);
  if (const Message why = refusal(*file.plan, period, io.as_of); !why.empty())
    return refused(why, io);
  // Sums of one part stand in the whole, so that the others need theirs.
  const auto sums = [&](const Plan* plan) { return sums_periods(*plan, period.kind); };
  const bool cumulative = options.cumulative || std::ranges::any_of(plans, sums);
  std::vector<PeriodReport> reports;
  std::vector<std::string> files;
  for (const Plan* plan : plans) {
    reports.push_back(
        report_of(file.project, *plan, period, cutoff, io.as_of, io.soon, cumulative));
    files.push_back(file.project.sources[plan->file].path());
  }
  const Date day = options.signed_on.value_or(reports.front().day);
  mention_others(file.project, plans, io);
  mention_letterhead(file.project, reports, io);
  const Printed printed{
      "ward-report",
      "ward-report.html",
      ward_report_shape(),
      ward_report_value(reports, options.signed_on, said_layout(options.output.layout, day)),
      reports.front().day,
      signing_plan(reports)};
  ReportOptions said = options;
  said.period = period_token(period);
  return print_report(printed, {{"files", files}}, said, file, io);
}

/// Why files were named wrongly, or nothing: a report counts each once, so that a second mention is
/// a slip for another one.
Message named_twice(const std::vector<std::string>& paths) {
  std::map<std::string, std::string> met;
  for (const std::string& path : paths) {
    if (path == kStdin) continue;
    const auto [known, fresh] = met.emplace(identity(path), path);
    if (!fresh)
      return say("`{}` và `{}` là một tệp; nêu mỗi tệp một lần",
                 "`{}` and `{}` are one file; name each once", known->second, path);
  }
  return {};
}

}  // namespace

int report_command(const ReportOptions& options, Io& io) {
  refuse_on_terminal(options.output, io);
  if (const Message why = named_twice(options.paths); !why.empty()) return refused(why, io);
  PlanFile file = read_plan_files(options.paths, kPurpose, io);
  std::vector<std::string> used = {options.template_name.value_or("")};
  for (const Plan& plan : file.project.plans)
    used.push_back(file.project.sources[plan.file].path());
  refuse_record(options.output, used);
  if (file.plan == nullptr) return file.exit_code;
  return file.project.plans.size() == 1 ? report_one(options, file, io)
                                        : report_several(options, file, io);
}

}  // namespace wardplan
