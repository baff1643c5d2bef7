#include "forms/report_pictures.h"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "forms/measured.h"
#include "picture/charts.h"

namespace wardplan {

std::string sections_picture(const PeriodReport& report) {
  std::vector<std::string> names;
  for (const BucketWord& word : bucket_words()) names.emplace_back(word.words.vi);
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
  return picture::timeline(
      fmt::format("Hạn của các việc trong năm {}", report.plan->year.value),
      report.plan->year.value, marks, report.day,
      {"đã xong", "chưa xong, chưa đến hạn", "quá hạn", "ngày " + written(report.day, Lang::vi)});
}

std::string targets_picture(const PeriodReport& report) {
  std::vector<picture::Gauge> gauges;
  for (const Measured& measured : measured_in(report))
    gauges.push_back({measured_name(measured), measured.result->value->value,
                      measured.result->target->goal.value, outcome_of(measured),
                      progress_of(measured)});
  return gauges.empty() ? "" : picture::gauges("Kết quả so với chỉ tiêu", gauges);
}

}  // namespace wardplan
