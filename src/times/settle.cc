#include "times/grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string>

namespace wardplan {
namespace {

/// What is written further on and holds for what stands before it.
struct Carried {
  std::optional<int> year = {};
  /// Of a day; 0: none.
  int month = 0;
  /// The year that `năm sau` follows: the nearest written before it, or else the plan's.
  int base = 0;
  /// The month of a part of `năm sau` further on, whose year holds for earlier months; 0: none.
  int next_month = 0;
};

struct Settled {
  Stretch stretch;
  /// A year wasn't written in it.
  bool borrowed = false;
};

const TimePart& end_of(const TimeItem& item) { return item.last ? *item.last : item.first; }

std::string with_weekday(const Date& date) {
  const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
  const std::string name = weekday == 0 ? "Chủ nhật" : fmt::format("Thứ {}", weekday + 1);
  return fmt::format("{} ngày {}", name, written(date, Lang::vi));
}

/// Of a weekday at odds with its date either may be meant: the date, or the nearest with that
/// weekday.
Message either_day(const Date& date, std::chrono::weekday weekday) {
  const std::chrono::sys_days day = date;
  const std::chrono::days later = weekday - std::chrono::weekday(day);
  const Date near = day + (later.count() > 3 ? later - std::chrono::weeks(1) : later);
  return say("gõ `{}` hoặc `{}`", "type `{}` or `{}`", with_weekday(date), with_weekday(near));
}

std::optional<Stretch> days_of(TimeReader& reader, const TimePart& part, int year, int month) {
  if (!part.day)
    return Stretch{first_of_month(year, part.first_month),
                   last_of_month(part.last_year.value_or(year), part.last_month)};
  if (part.last_day) return Stretch{last_of_month(year, month), last_of_month(year, month)};
  if (const auto date = make_date(year, month, *part.day)) {
    if (part.weekday && *part.weekday != std::chrono::weekday(std::chrono::sys_days(*date))) {
      refuse(reader, part.from, part.to, kTimeFaults.other_weekday);
      if (!part.to_day) reader.unread->help = either_day(*date, *part.weekday);
      return std::nullopt;
    }
    const auto end = part.to_day ? make_date(year, month, *part.to_day) : date;
    return Stretch{*date, end.value_or(last_of_month(year, month))};
  }
  refuse(reader, part.from, part.to, kTimeFaults.day);
  return std::nullopt;
}

std::optional<Stretch> settle(TimeReader& reader, int plan_year, const TimePart& part,
                              Carried& carried, Schedule& schedule) {
  const int month = part.month_missing ? carried.month : part.first_month;
  if (part.month_missing && month == 0) {
    refuse(reader, part.from, part.to, kTimeFaults.which_month);
    return std::nullopt;
  }
  if (part.year) carried.year = part.year;
  carried.month = part.day ? month : 0;
  // `ngày 05 đến ngày 10/01 năm sau`; what comes later in the year is of the one before.
  const bool next = part.next_year || (!part.year && !part.of_plan && carried.next_month > 0 &&
                                       part.first_month <= carried.next_month);
  if (next) carried.next_month = part.first_month;
  if (!carried.year && !part.of_plan && !next) schedule.year_assumed = true;
  if (part.kind == ScheduleKind::school_year || part.kind == ScheduleKind::occasion ||
      part.approximate)
    schedule.approximate = true;
  const int year = next ? carried.base + 1 : carried.year.value_or(plan_year);
  return days_of(reader, part, year, month);
}

/// The nearest year that is written before an item or in its beginning, or else the plan's.
int year_before(const std::vector<TimeItem>& items, std::size_t at, int plan_year) {
  if (items[at].last && items[at].first.year) return *items[at].first.year;
  while (at-- > 0)
    if (const auto& year = items[at].last ? items[at].last->year : items[at].first.year)
      return *year;
  return plan_year;
}

std::optional<Settled> settle_item(TimeReader& reader, int plan_year, const TimeItem& item,
                                   Carried& carried, Schedule& schedule) {
  const TimePart& last = end_of(item);
  const auto end = settle(reader, plan_year, last, carried, schedule);
  if (!end) return std::nullopt;
  const auto begin = item.last ? settle(reader, plan_year, item.first, carried, schedule) : end;
  if (!begin) return std::nullopt;
  if (end->last < begin->first) {
    refuse(reader, item.first.from, last.to, kTimeFaults.backwards);
    reader.unread->help = {"đổi chỗ hai thời gian, hoặc sửa một trong hai",
                           "swap the two times, or mend one of them"};
    return std::nullopt;
  }
  const auto has_year = [](const TimePart& part) {
    return part.year || part.of_plan || part.next_year;
  };
  return Settled{{begin->first, end->last}, !has_year(item.first) || !has_year(last)};
}

/// `Tháng 12, tháng 1/2024` lends December a year in which it comes after January: not meant.
bool check_order(TimeReader& reader, const std::vector<TimeItem>& items,
                 const std::vector<Settled>& settled, bool are_steps) {
  for (std::size_t at = 1; at < settled.size(); ++at) {
    const Settled& before = settled[at - 1];
    const Settled& here = settled[at];
    if (here.stretch.first > before.stretch.last || !(before.borrowed || here.borrowed)) continue;
    const bool apart = here.stretch.last < before.stretch.first;
    if (are_steps && !(apart && before.borrowed)) continue;
    const TimeItem& item = items[apart && before.borrowed ? at - 1 : at];
    return refuse(reader, item.first.from, end_of(item).to,
                  apart ? kTimeFaults.which_year : kTimeFaults.overlap);
  }
  return true;
}

bool check_overlap(TimeReader& reader, const std::vector<TimeItem>& items,
                   const std::vector<Settled>& settled) {
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t at) { return settled[at].stretch.first; });
  for (std::size_t at = 1; at < order.size(); ++at) {
    if (settled[order[at]].stretch.first > settled[order[at - 1]].stretch.last) continue;
    const TimeItem& item = items[std::max(order[at - 1], order[at])];
    return refuse(reader, item.first.from, end_of(item).to, kTimeFaults.overlap);
  }
  return true;
}

/// Adds stretches in their order; those that overlap as one.
void add_merged(const std::vector<Settled>& settled, std::vector<Stretch>& stretches) {
  for (const Settled& one : settled) stretches.push_back(one.stretch);
  std::ranges::sort(stretches, {}, &Stretch::first);
  std::size_t kept = 0;
  for (std::size_t at = 1; at < stretches.size(); ++at)
    if (stretches[at].first <= stretches[kept].last)
      stretches[kept].last = std::max(stretches[kept].last, stretches[at].last);
    else
      stretches[++kept] = stretches[at];
  if (!stretches.empty()) stretches.resize(kept + 1);
}

}  // namespace

bool settle_items(TimeReader& reader, int plan_year, const std::vector<TimeItem>& items,
                  bool are_steps, Schedule& schedule) {
  std::vector<Settled> settled(items.size());
  Carried carried;
  for (std::size_t at = items.size(); at-- > 0;) {
    carried.base = year_before(items, at, plan_year);
    const auto one = settle_item(reader, plan_year, items[at], carried, schedule);
    if (!one) return false;
    settled[at] = *one;
  }
  if (!check_order(reader, items, settled, are_steps)) return false;
  if (!are_steps && !check_overlap(reader, items, settled)) return false;
  add_merged(settled, schedule.occurrences);
  return true;
}

std::optional<Stretch> settle_part(TimeReader& reader, int plan_year, const TimePart& part,
                                   Schedule& schedule) {
  Carried carried{.base = plan_year};
  return settle(reader, plan_year, part, carried, schedule);
}

}  // namespace wardplan
