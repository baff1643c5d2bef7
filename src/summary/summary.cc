#include "summary/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>

#include "text/utf8.h"

namespace wardplan {
namespace {

void count_entries(CountedPlan& counted, const Item& item, const Period& period, int soon) {
  for (const Update& update : item.row->updates)
    if (update.date.given && update.date.value <= item.as_of &&
        is_in(period.days, update.date.value))
      ++counted.reported;
  if (item.row->kind != RowKind::report_day) return;
  for (Item& time : each_time({item}, soon)) {
    const Standing& at = time.standing;
    if (is_open(at.status) && at.due.deadline && is_in(period.days, *at.due.deadline) &&
        *at.due.deadline <= item.as_of)
      counted.missing.push_back(std::move(time));
  }
}

CountedPlan count_plan(const Project& project, const Plan& plan, const Date& as_of,
                       const std::optional<Period>& period, int soon) {
  CountedPlan counted{.plan = &plan, .file = project.sources[plan.file].path()};
  for (std::size_t row = 0; row < plan.row_count(); ++row) {
    if (plan.row(row).is_heading() || plan.row(row).condition != nullptr) continue;
    const Item item = item_at(project, plan, row, as_of, soon);
    if (period) count_entries(counted, item, *period, soon);
    if (item.row->kind == RowKind::report_day) continue;
    const Bucket bucket = bucket_of(item.standing);
    ++section_of(counted.sections, item).counts[bucket];
    ++counted.counts[bucket];
    counted.items.push_back({item, bucket});
  }
  return counted;
}

/// The late items of each of the names in a cell, by ward and register.
std::vector<LateName> late_by(const std::vector<CountedPlan>& plans, std::vector<Name> Row::*cell,
                              bool people) {
  std::map<std::pair<const Ward*, std::string>, LateName> late;
  for (const CountedPlan& counted : plans)
    for (const CountedItem& item : counted.items) {
      if (item.bucket != Bucket::overdue && item.bucket != Bucket::done_late) continue;
      const Ward* ward = counted.plan->ward;
      const auto& names = item.item.row->*cell;
      Cell late_ones = people ? people_by_name(names, ward) : unit_names(names, ward);
      // What nobody answers for is late as well.
      if (late_ones.empty()) late_ones.emplace_back();
      for (const std::string& name : late_ones) {
        LateName& entry = late[{ward, name}];
        entry.ward = ward;
        entry.name = name;
        ++(item.bucket == Bucket::overdue ? entry.overdue : entry.done_late);
      }
    }
  std::vector<LateName> sorted;
  for (auto& [key, entry] : late) sorted.push_back(std::move(entry));
  std::ranges::sort(sorted, {}, [](const LateName& one) {
    const std::string ward = one.ward == nullptr ? "" : one.ward->name.value;
    return std::tuple(-one.overdue, -one.done_late, collation_key(one.name), collation_key(ward));
  });
  return sorted;
}

/// The order of people: wards by name, then years, then files.
void sort_plans(std::vector<CountedPlan>& plans) {
  std::ranges::stable_sort(plans, {}, [](const CountedPlan& counted) {
    return std::tuple(collation_key(ward_name(*counted.plan)), counted.plan->year.value,
                      counted.file);
  });
}

void check_sums(const Summary& summary) {
  BucketCounts all;
  for (const CountedPlan& counted : summary.plans) {
    BucketCounts sections;
    for (const CountedSection& section : counted.sections) sections += section.counts;
    if (sections.counts != counted.counts.counts ||
        counted.counts.total() != static_cast<int>(counted.items.size()))
      throw std::logic_error("the sections of a plan don't add up to it");
    all += counted.counts;
  }
  if (all.counts != summary.total.counts) throw std::logic_error("the plans don't add up");
}

std::vector<const Ward*> wards_without_plan(const Project& project, std::optional<int> year) {
  std::vector<const Ward*> without;
  for (const Ward& ward : project.wards) {
    if (!ward.asked) continue;
    const bool has = std::ranges::any_of(project.plans, [&](const Plan& plan) {
      return plan.ward == &ward && (!year || plan.year.value == *year);
    });
    if (!has) without.push_back(&ward);
  }
  std::ranges::sort(without, {}, [](const Ward* ward) { return collation_key(ward->name.value); });
  return without;
}

}  // namespace

Summary summarise(const Project& project, const Report& report, const Date& as_of,
                  const std::optional<Period>& period, std::optional<int> year, int soon) {
  const auto asked = year || !period ? year : std::optional(period->year);
  Summary summary{.as_of = as_of,
                  .year = year,
                  .period = period,
                  .without_plan = wards_without_plan(project, asked)};
  for (const Plan& plan : project.plans) {
    if (report.has_error_in(plan.file) || (year && plan.year.value != *year)) continue;
    summary.plans.push_back(count_plan(project, plan, as_of, period, soon));
    summary.total += summary.plans.back().counts;
  }
  sort_plans(summary.plans);
  summary.leaders = late_by(summary.plans, &Row::leader, true);
  summary.units = late_by(summary.plans, &Row::lead, false);
  check_sums(summary);
  return summary;
}

std::string plan_title(const CountedPlan& counted) {
  const std::string& title = counted.plan->title.value;
  const std::string year = fmt::format("{}", counted.plan->year.value);
  return title.find(year) != std::string::npos ? title : fmt::format("{}, {}", title, year);
}

const std::string* group_of(const Plan& plan, std::string_view key) {
  if (plan.ward == nullptr) return nullptr;
  for (const WardGroup& group : plan.ward->groups)
    if (fold(group.name.value) == fold(key)) return &group.value.value;
  return nullptr;
}

std::vector<std::string> group_keys(const Project& project) {
  std::map<std::string, std::string> keys;
  for (const Ward& ward : project.wards)
    for (const WardGroup& group : ward.groups)
      keys.emplace(collation_key(group.name.value), group.name.value);
  std::vector<std::string> sorted;
  for (const auto& [order, key] : keys) sorted.push_back(key);
  return sorted;
}

}  // namespace wardplan
