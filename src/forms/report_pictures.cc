#include <fmt/format.h>

#include <map>

#include "figures/number.h"
#include "forms/period_report.h"
#include "picture/charts.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// What of the goal is reached; of a limit there is no part.
std::optional<double> progress_of(const Measured& measured) {
  const auto& judgement = measured.result->judgement;
  if (!judgement || !judgement->share) return std::nullopt;
  const Ratio& share = *judgement->share;
  return static_cast<double>(share.numerator) / static_cast<double>(share.denominator) / 100;
}

}  // namespace

std::string sections_picture(const PeriodReport& report) {
  const auto names = texts(bucket_words(), [](const BucketWord& word) { return word.words.vi; });
  std::vector<picture::Bar> bars;
  for (const ReportSection& section : report.sections) {
    const std::string name = section_name(report, section);
    const std::string label =
        section.heading == nullptr ? name : fmt::format("{} {}", section.place->address, name);
    bars.push_back({label, {section.counts.counts.begin(), section.counts.counts.end()}});
  }
  return bars.empty() ? "" : picture::stacked_bars("Tình trạng theo từng mục", names, bars);
}

std::string deadlines_picture(const PeriodReport& report) {
  std::map<Date, picture::Mark> days;
  for (const ReportSection& section : report.sections)
    for (const ReportedItem& reported : section.items) {
      const Standing& at = reported.item.standing;
      if (!at.due.deadline) continue;
      picture::Mark& mark = days[*at.due.deadline];
      mark.day = *at.due.deadline;
      const Bucket bucket = bucket_of(at);
      mark.done += bucket == Bucket::done || bucket == Bucket::done_late ? 1 : 0;
      mark.late += bucket == Bucket::overdue ? 1 : 0;
      mark.open += bucket == Bucket::open || bucket == Bucket::aside ? 1 : 0;
    }
  if (days.empty()) return "";
  std::vector<picture::Mark> marks;
  for (const auto& [day, mark] : days) marks.push_back(mark);
  return picture::timeline(fmt::format("Hạn của các việc trong năm {}", report.plan->year.value),
                           report.plan->year.value, marks, report.day,
                           {"hoàn thành", "chưa xong, chưa đến hạn", "quá hạn",
                            "ngày " + written(report.day, Lang::vi)});
}

std::string targets_picture(const PeriodReport& report) {
  std::vector<picture::Gauge> gauges;
  for (const Measured& measured : measured_in(report))
    gauges.push_back({measured_name(measured), value_in_words(*measured.result, Lang::vi),
                      goal_of(measured), outcome_of(measured), progress_of(measured)});
  return gauges.empty() ? "" : picture::gauges("Kết quả so với chỉ tiêu", gauges);
}

}  // namespace wardplan
