#include "cmd/build_jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>

#include "cmd/print.h"
#include "disk/files.h"
#include "forms/forms.h"
#include "forms/period_report.h"
#include "lists/cards.h"
#include "summary/summary_card.h"
#include "write/formats.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// The folder of a ward's files.
std::string folder_for(const Plan& plan) {
  const std::string& id = plan.ward_id.value;
  if (id.find_first_of("/\\") != std::string::npos || id.starts_with('.'))
    throw Failure(say("mã phường `{}` không làm tên thư mục được",
                      "the ward's id `{}` is no name for a folder", id));
  return id;
}

/// The files that a plan is made from.
std::vector<FileId> files_of(const Plan& plan) {
  std::vector<FileId> files = {plan.file};
  if (plan.ward != nullptr) files.push_back(plan.ward->file);
  if (plan.catalogue != nullptr) files.push_back(plan.catalogue->file);
  return files;
}

/// Makes jobs for one plan in every format.
class PlanJobs {
 public:
  PlanJobs(const Project& project, const Plan& plan, const BuildOptions& options, const Date& as_of,
           std::vector<BuildJob>& jobs)
      : project_(project), plan_(plan), options_(options), as_of_(as_of), jobs_(jobs) {
    const fs::path file = project.sources[plan.file].path();
    start_ = (fs::path(folder_for(plan)) / file.stem()).generic_string();
    from_ = files_of(plan);
  }

  void add_all() {
    if (plan_.kind == RecordKind::movement)
      add_forms();
    else
      add_table();
    add_report();
  }

 private:
  void add(const std::string& what, const std::string& format, std::function<std::string()> make) {
    jobs_.push_back({fmt::format("{}-{}.{}", start_, what, format), from_, std::move(make)});
  }

  void add_table() {
    for (const std::string& format : options_.formats)
      add("table", format, [this_plan = &plan_, format, day = as_of_] {
        const Sheet sheet = plan_table(*this_plan);
        return sheet_bytes(sheet, format_named(format), "nha-nuoc", day, {});
      });
  }

  void add_form(const Form& form, const std::string& what, std::vector<std::size_t> rows,
                const std::optional<std::string>& by) {
    for (const std::string& format : options_.formats)
      add(what, format, [&form, this_plan = &plan_, rows, by, format, day = as_of_] {
        return shipped_bytes(form.template_name(), form.shape(),
                             movement_value(*this_plan, rows, {.as_of = day, .by = by}), day,
                             format);
      });
  }

  /// One of the first form for each registrant, in their order; of the others one.
  void add_forms() {
    const auto listed = listed_models(plan_, as_of_);
    for (const Form& form : forms()) {
      if (!form.of_movement) continue;
      const std::string name(form.name);
      if (!form.one_registrant) {
        add_form(form, name, listed, std::nullopt);
        continue;
      }
      const auto known = registrants(plan_, listed);
      for (std::size_t at = 0; at < known.size(); ++at)
        add_form(form, fmt::format("{}-{}", name, at + 1), models_of(plan_, listed, known[at]),
                 known[at]);
    }
  }

  void add_report() {
    const auto period = report_period(plan_, options_, as_of_);
    if (!period) return;
    for (const std::string& format : options_.formats)
      add("report-" + period_token(*period), format,
          [project = &project_, this_plan = &plan_, period = *period, as_of = as_of_, format] {
            const PeriodReport report =
                report_of(*project, *this_plan, period, cutoff_of(*this_plan), as_of, kSoonDays);
            return shipped_bytes("report.html", report_shape(), report_value(report, std::nullopt),
                                 report.day, format);
          });
  }

  const Project& project_;
  const Plan& plan_;
  const BuildOptions& options_;
  Date as_of_;
  std::vector<BuildJob>& jobs_;
  std::string start_;
  std::vector<FileId> from_;
};

void add_summary(const std::vector<const Plan*>& plans, const Summary& summary,
                 const BuildOptions& options, Lang lang, std::vector<BuildJob>& jobs) {
  std::vector<FileId> from;
  for (const Plan* plan : plans) std::ranges::copy(files_of(*plan), std::back_inserter(from));
  std::ranges::sort(from);
  from.erase(std::ranges::unique(from).begin(), from.end());
  for (const std::string& format : options.formats)
    jobs.push_back({"summary." + format, from, [&summary, &made = format_named(format), lang] {
                      const SummaryShow show{.lang = lang};
                      return made.kind == FormatKind::data
                                 ? made.sheet(summary_sheet(summary, show), {})
                                 : summary_page(summary, show, made);
                    }});
}

void refuse_twice(const std::vector<BuildJob>& jobs) {
  const auto twice = std::ranges::adjacent_find(jobs, {}, &BuildJob::path);
  if (twice != jobs.end())
    throw Failure(say("hai hồ sơ cùng cho tệp `{}`; đổi tên một tệp kế hoạch",
                      "two records make the file `{}`; rename one of the plans", twice->path));
}

}  // namespace

std::optional<Period> report_period(const Plan& plan, const BuildOptions& options,
                                    const Date& as_of) {
  const std::string token = options.period.value_or(fmt::format("{}", plan.year.value));
  const Period period = *parse_period(token, cutoff_of(plan));
  if (!has_days_in(period, plan.year.value) || period.days.first > as_of) return std::nullopt;
  return period;
}

std::vector<BuildJob> build_jobs(const Project& project, const std::vector<const Plan*>& plans,
                                 const Summary& summary, const BuildOptions& options,
                                 const Io& io) {
  std::vector<BuildJob> jobs;
  for (const Plan* plan : plans) PlanJobs(project, *plan, options, io.as_of, jobs).add_all();
  add_summary(plans, summary, options, io.lang, jobs);
  std::ranges::stable_sort(jobs, {}, &BuildJob::path);
  refuse_twice(jobs);
  return jobs;
}

}  // namespace wardplan
