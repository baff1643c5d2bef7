#include "forms/period_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "records/steps.h"
#include "standing/occurrences.h"

namespace wardplan {
namespace {

bool has_deadline_in(const Item& item, const Stretch& days) {
  return item.standing.due.deadline && is_in(days, *item.standing.due.deadline);
}

/// What was reported of an item and its steps from one day to another.
std::vector<ReportedEntry> entries_in(const Item& item, const Stretch& days) {
  std::vector<ReportedEntry> entries;
  const bool back = comes_back(*item.row);
  for (const Update* entry : history(*item.row, days.last))
    entries.push_back({.update = entry, .of_time = back && entry->round.given});
  for (const Row* step : steps_of(*item.plan, *item.row))
    for (const Update* entry : history(*step, days.last))
      entries.push_back({entry, step, &item.plan->outline[step->at]});
  const auto day = [](const ReportedEntry& entry) { return entry.update->date.value; };
  std::erase_if(entries, [&](const ReportedEntry& entry) { return day(entry) < days.first; });
  std::ranges::stable_sort(entries, {}, day);
  return entries;
}

/// The times of a date that are still to be seen to, or that the period was about; a requirement
/// with a figure and no time is always.
void add_dates(PeriodReport& report, const Item& date, int soon) {
  if (date.row->due.absent() && !date.row->targets.empty()) return report.dates.push_back(date);
  for (Item& time : each_time({date}, soon))
    if (time.standing.state == State::overdue ||
        has_deadline_in(time, {report.period.days.first, report.after.days.last}))
      report.dates.push_back(std::move(time));
}

/// `days`: the period, up to the day that the report is of.
bool is_late(const Item& item, const Stretch& days) {
  const Standing& at = item.standing;
  if (at.state == State::done_late) return at.done_on && is_in(days, *at.done_on);
  // What is due on the very day and open has nowhere else to be seen.
  return at.state == State::overdue ||
         (bucket_of(at) == Bucket::open && at.due.deadline && *at.due.deadline <= days.last);
}

/// The times of an item that are late, or due in the next period; of what is done late it is told
/// in the period in which it was.
void add_times(PeriodReport& report, const Item& item, const Stretch& days, int soon) {
  for (Item& time : each_time({item}, soon)) {
    if (is_late(time, days))
      report.late.push_back(std::move(time));
    else if (bucket_of(time.standing) == Bucket::open &&
             has_deadline_in(time, {report.day, report.after.days.last}))
      report.next.push_back(std::move(time));
  }
}

}  // namespace

int cutoff_of(const Plan& plan) {
  return plan.ward != nullptr && plan.ward->cutoff.given ? plan.ward->cutoff.value : 0;
}

PeriodReport report_of(const Project& project, const Plan& plan, const Period& period, int cutoff,
                       const Date& as_of, int soon, bool cumulative) {
  PeriodReport report{.plan = &plan,
                      .period = period,
                      .before = period_before(period, cutoff),
                      .after = period_after(period, cutoff),
                      .day = std::min(period.days.last, as_of)};
  const Stretch days{period.days.first, report.day};
  const PlanCounts counts = count_items(plan, report.day, soon);
  report.now = {counts.all, counts.kept};
  report.coming_back = counts.coming_back > 0;
  if (report.before.days.last >= first_of_year(plan.year.value)) {
    const PlanCounts before = count_items(plan, report.before.days.last, soon);
    report.then = ReportCounts{before.all, before.kept};
  }
  for (const PlanCounts::Section& section : counts.sections)
    report.sections.push_back({.heading = section.heading ? &plan.rows[*section.heading] : nullptr,
                               .place = section.heading ? &plan.outline[*section.heading] : nullptr,
                               .counts = section.counts});
  // What is due on a period's last day was due once the period is over.
  const Date judged = as_of > report.day ? day_after(report.day) : report.day;
  for (const StandingRow& counted : counts.rows) {
    const Item item = item_of(project, plan, counted, report.day);
    add_times(report, item, days, soon);
    // A step with a time of its own can be late before its item is.
    for (const Row* step : steps_of(plan, *item.row))
      if (is_listed(*step) && step->due.given)
        add_times(report, item_at(project, plan, step->at, report.day, soon), days, soon);
    report.sections[counted.section].items.push_back(
        {item, entries_in(item, days), results_by_due(plan, *item.row, report.day, judged)});
  }
  for (std::size_t row = 0; row < plan.row_count(); ++row) {
    if (plan.row(row).kind != RowKind::report_day) continue;
    const Item date = item_at(project, plan, row, report.day, soon);
    add_dates(report, date, soon);
    if (!date.row->targets.empty())
      report.requirements.push_back(
          {date, entries_in(date, days), results_by_due(plan, *date.row, report.day, judged)});
  }
  report.cumulative = cumulative || sums_periods(plan, period.kind);
  if (report.cumulative) add_sums(report, project, cutoff, soon);
  return report;
}

std::string section_name(const PeriodReport& report, const ReportSection& section) {
  if (section.heading != nullptr) return section.heading->heading.value;
  return report.sections.size() > 1 ? "Các việc khác"
                                    : fmt::format("Các {}", report.plan->noun().vi);
}

std::vector<Measured> measured_in(const PeriodReport& report) {
  std::vector<Measured> all;
  const auto add = [&](const ReportedItem& item) {
    for (const TargetResult& result : item.results)
      if (result.target != nullptr && result.value != nullptr && result.target->goal.given)
        all.push_back({&item.item, &result});
  };
  for (const ReportSection& section : report.sections) std::ranges::for_each(section.items, add);
  std::ranges::for_each(report.requirements, add);
  return all;
}

std::string measured_name(const Measured& measured) {
  const Text& name = measured.result->target->name;
  // A target is of all times.
  Item item = *measured.item;
  item.standing.occurrences = 0;
  const std::string title = title_of(item, Lang::vi);
  return name.given ? fmt::format("{}: {}", title, name.value) : title;
}

std::string goal_of(const Measured& measured) {
  return goal_in_words(*measured.item->row, *measured.result->target, Lang::vi);
}

std::string outcome_of(const Measured& measured) {
  const TargetResult& result = *measured.result;
  if (!result.judgement) return "chưa đánh giá được";
  if (Message judged = judged_in_words(result); !judged.empty()) return judged.vi;
  const std::string why = comment_on(result).vi;
  const std::string word(judged_word(result).words.vi);
  return why.empty() ? word : word + ", " + why;
}

}  // namespace wardplan
