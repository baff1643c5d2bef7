#include <fmt/format.h>

#include <map>

#include "figures/number.h"
#include "figures/quantity.h"
#include "forms/period_report.h"
#include "picture/charts.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

double as_number(const Decimal& decimal) {
  const Ratio ratio = ratio_of(decimal);
  return static_cast<double>(ratio.numerator) / static_cast<double>(ratio.denominator);
}

/// The value by its goal, where both are plain figures and more is better.
std::optional<double> progress_of(const Measured& measured) {
  const TargetResult& result = *measured.result;
  if (!result.goal || !result.quantity || !result.judgement) return std::nullopt;
  const Obstacle obstacle = result.judgement->obstacle;
  if (obstacle != Obstacle::none && obstacle != Obstacle::inexact) return std::nullopt;
  const Comparator comparator = result.goal->comparator;
  if (comparator != Comparator::at_least && comparator != Comparator::more_than)
    return std::nullopt;
  const double goal = as_number(result.goal->quantity.least);
  const Quantity& value = *result.quantity;
  double reached = as_number(value.least);
  if (value.fraction && result.goal->quantity.measure == Measure::percent)
    reached = 100.0 * static_cast<double>(value.fraction->part) /
              static_cast<double>(value.fraction->whole);
  if (value.fraction && result.goal->quantity.measure == Measure::count)
    reached = static_cast<double>(value.fraction->part);
  return goal > 0 ? std::optional(reached / goal) : std::nullopt;
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
  return picture::timeline(
      fmt::format("Hạn của các việc trong năm {}", report.plan->year.value),
      report.plan->year.value, marks, report.day,
      {"đã xong", "chưa xong, chưa đến hạn", "quá hạn", "ngày " + written(report.day, Lang::vi)});
}

std::string targets_picture(const PeriodReport& report) {
  std::vector<picture::Gauge> gauges;
  for (const Measured& measured : measured_in(report))
    gauges.push_back({measured_name(measured), measured.result->value->value, goal_of(measured),
                      outcome_of(measured), progress_of(measured)});
  return gauges.empty() ? "" : picture::gauges("Kết quả so với chỉ tiêu", gauges);
}

}  // namespace wardplan
