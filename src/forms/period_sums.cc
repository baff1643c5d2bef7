// What a cumulative report says beside the period's own: everything since January.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

#include "forms/period_report.h"
#include "standing/results.h"

namespace wardplan {
namespace {

/// In papers, which are in Vietnamese.
constexpr const char* kNotAdded = "không cộng được";

DueCounts count_times(const std::vector<Item>& times, const Stretch& days) {
  DueCounts counts;
  std::vector<Standing> standings;
  for (const Item& time : times) {
    const Standing& at = time.standing;
    if (!at.due.deadline || !is_in(days, *at.due.deadline)) continue;
    ++(bucket_of(at) == Bucket::aside ? counts.aside : counts.due);
    standings.push_back(at);
  }
  counts.kept = kept_of(standings);
  return counts;
}

/// What the times gave within some days, by target where there are several; without a value
/// nothing, and what can't be added is said to be so.
std::string sum_of_times(const Item& item, const Stretch& days) {
  std::vector<const Update*> entries = history(*item.row, days.last);
  std::erase_if(entries, [&](const Update* entry) { return entry->date.value < days.first; });
  const std::vector<TargetResult> results = results_of_entries(*item.row, entries);
  std::vector<std::string> sums;
  for (const TargetResult& result : results) {
    if (result.value == nullptr) continue;
    const bool named =
        item.row->targets.size() > 1 && result.target != nullptr && result.target->name.given;
    std::string sum = named ? result.target->name.value + ": " : "";
    // A goal for each time has a value of each.
    if (!result.round.empty()) sum += "lần " + result.round + ": ";
    sums.push_back(sum + (result.apart > 0 ? kNotAdded : said_short(result)));
  }
  return fmt::format("{}", fmt::join(sums, "; "));
}

bool gives_sums_of(const Row& date, PeriodKind kind) {
  return std::ranges::any_of(date.sums,
                             [&](const auto& one) { return one.given && one.value == kind; });
}

/// The time of a report that is due nearest to the end of the period.
void add_answered(PeriodReport& report, const Item& date, int soon) {
  const Item* nearest = nullptr;
  const std::vector<Item> times = each_time({date}, soon);
  const auto apart = [&](const Item& time) {
    return std::abs(days_between(*time.standing.due.deadline, report.period.days.last));
  };
  for (const Item& time : times)
    if (time.standing.due.deadline && (nearest == nullptr || apart(time) < apart(*nearest)))
      nearest = &time;
  report.answered.push_back(nearest != nullptr ? *nearest : date);
}

}  // namespace

DueCounts& DueCounts::operator+=(const DueCounts& other) {
  due += other.due;
  aside += other.aside;
  kept += other.kept;
  return *this;
}

bool sums_periods(const Plan& plan, PeriodKind kind) {
  return std::ranges::any_of(plan.dates,
                             [&](const Row& date) { return gives_sums_of(date, kind); });
}

void add_sums(PeriodReport& report, const Project& project, int cutoff, int soon) {
  const Plan& plan = *report.plan;
  const Stretch year{period_of_year(report.period.year, cutoff).days.first,
                     report.period.days.last};
  const Stretch until{year.first, report.day};
  for (const ReportSection& section : report.sections)
    for (const ReportedItem& reported : section.items) {
      const std::vector<Item> times = each_time({reported.item}, soon);
      report.in_period += count_times(times, report.period.days);
      report.since_january += count_times(times, year);
      const std::string all = sum_of_times(reported.item, until);
      if (!all.empty() && times.size() > 1)
        report.summed.push_back(
            {reported.item, sum_of_times(reported.item, {report.period.days.first, report.day}),
             all});
    }
  for (std::size_t row = plan.rows.size(); row < plan.row_count(); ++row)
    if (gives_sums_of(plan.row(row), report.period.kind))
      add_answered(report, item_at(project, plan, row, report.day, soon), soon);
}

}  // namespace wardplan
