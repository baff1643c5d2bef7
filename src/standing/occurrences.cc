#include "standing/occurrences.h"

#include <fmt/format.h>

#include <algorithm>

#include "records/register.h"

namespace wardplan {
namespace {

/// Months between one time and the next; 0: more often than each month.
int months_of(const Recurrence& recurrence) {
  // In the order of `Cycle`.
  static constexpr int kMonths[] = {0, 0, 1, 3, 6, 12};
  if (recurrence.times != 1) return 0;
  return kMonths[static_cast<std::size_t>(recurrence.cycle)] * recurrence.every;
}

/// Its day of a month; the 31st of a shorter one is the last.
Date day_of(const Recurrence& recurrence, int year, int month) {
  if (recurrence.in_next) month = month == 12 ? (++year, 1) : month + 1;
  return make_date(year, month, *recurrence.month_day).value_or(last_of_month(year, month));
}

/// The stretches of a year that a recurrence divides it into; of a day of the month that day.
std::vector<Stretch> stretches_of(const Recurrence& recurrence, int year) {
  std::vector<Stretch> stretches;
  const int months = months_of(recurrence);
  if (months < 1 || months > 12) return stretches;
  for (int month = 1; month + months - 1 <= 12; month += months) {
    const Date last = last_of_month(year, month + months - 1);
    if (recurrence.month_day && months == 1) {
      const Date day = day_of(recurrence, year, month);
      stretches.push_back({day, day});
    } else {
      stretches.push_back({first_of_month(year, month), last});
    }
  }
  return stretches;
}

/// `Hàng tháng từ tháng 2 đến tháng 6/2026`: its stretch says from when to when.
bool has_bounds(const Schedule& schedule) {
  return schedule.kind == ScheduleKind::recurring && schedule.occurrences.size() == 1;
}

/// `ngày 05 tháng sau, hàng tháng`: the day is said of the same rhythm.
bool is_said_closer(const Recurrence& recurrence, const std::vector<Recurrence>& all) {
  return !recurrence.month_day && std::ranges::any_of(all, [&](const Recurrence& other) {
    return other.month_day && other.cycle == recurrence.cycle && other.every == recurrence.every &&
           other.times == recurrence.times;
  });
}

std::vector<Stretch> all_stretches(const Schedule& schedule) {
  const bool bounded = has_bounds(schedule);
  if (!schedule.occurrences.empty() && !schedule.of_steps && !bounded) return schedule.occurrences;
  // `Hàng năm trước ngày 15/11`: the day is of each year, and of this one.
  const auto is_yearly = [](const Recurrence& each) { return each.cycle == Cycle::year; };
  if (schedule.last && schedule.occurrences.empty() &&
      std::ranges::all_of(schedule.recurrences, is_yearly))
    return {{*schedule.last, *schedule.last}};
  std::vector<Stretch> all = bounded ? std::vector<Stretch>() : schedule.occurrences;
  for (const Recurrence& recurrence : schedule.recurrences) {
    // `ngày 15 tháng cuối quý` has its days already.
    if (recurrence.cycle == Cycle::quarter && recurrence.month_day) continue;
    if (is_said_closer(recurrence, schedule.recurrences)) continue;
    const auto more = stretches_of(recurrence, schedule.year);
    all.insert(all.end(), more.begin(), more.end());
  }
  // `Hàng tháng, quý`: what ends on one day is sent once.
  std::ranges::stable_sort(all, {}, &Stretch::last);
  const auto same = [](const Stretch& a, const Stretch& b) { return a.last == b.last; };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  std::erase_if(all, [&](const Stretch& days) {
    return !schedule.of_steps && ((schedule.first && days.last < *schedule.first) ||
                                  (schedule.last && days.last > *schedule.last));
  });
  if (all.empty() && bounded) return schedule.occurrences;
  if (all.empty() && schedule.last) all.push_back({*schedule.last, *schedule.last});
  return all;
}

/// Whether a time is a recurrence, and not one of which something else is said to come back:
/// `Năm 2026 (báo cáo hàng tháng)`.
bool recurs(const Schedule& schedule) {
  if (schedule.recurrences.empty() || says(schedule, ScheduleKind::continuous)) return false;
  return schedule.kind == ScheduleKind::recurring || schedule.kind == ScheduleKind::since ||
         schedule.kind == ScheduleKind::day_of_quarter;
}

/// Whether an item's due names steps, each with an end of its own (`Đợt 1: Tháng 3; Đợt 2: Tháng
/// 9`), and no day beside it says when all is to be done.
bool names_steps(const Row& row) {
  if (row.kind != RowKind::item || !row.due.given || row.deadline.given) return false;
  const Schedule& due = *row.due.read;
  return due.of_steps && due.recurrences.empty() && deadline(due) && due.occurrences.size() > 1;
}

/// Whether a row comes up as often as its due says: of items `Tháng 3,7,10/2023` is one task.
bool has_times(const Row& row) {
  if (!row.due.given) return false;
  return row.kind == RowKind::report_day || names_steps(row) ||
         (row.kind == RowKind::item && recurs(*row.due.read));
}

/// Whether a time isn't over before the row begins.
auto counts_for(const Row& row) {
  return [start = row.start.given ? row.start.read->first : std::nullopt](const Stretch& days) {
    return !start || days.last >= *start;
  };
}

}  // namespace

std::vector<Occurrence> occurrences_of(const Row& row) {
  std::vector<Occurrence> occurrences;
  if (!has_times(row)) return occurrences;
  const auto counts = counts_for(row);
  for (const Stretch& days : all_stretches(*row.due.read))
    if (counts(days)) occurrences.push_back({fmt::format("{}", occurrences.size() + 1), days});
  return occurrences;
}

bool is_there(const Ward* ward, const Date& day) {
  if (ward == nullptr) return true;
  return (!ward->from.given || day >= ward->from.value) &&
         (!ward->until.given || day <= ward->until.value);
}

bool comes_back(const Row& row) {
  return has_times(row) && std::ranges::count_if(all_stretches(*row.due.read), counts_for(row)) > 1;
}

const Occurrence* find_occurrence(const std::vector<Occurrence>& occurrences, const Text& round) {
  const auto found = std::ranges::find(occurrences, round.value, &Occurrence::number);
  return found == occurrences.end() ? nullptr : &*found;
}

bool speaks_of_all(const Row& row, const Update& update) {
  if (!update.round.absent()) return false;
  if (names_steps(row)) return true;
  if (!update.status.given || update.due.given) return false;
  return status_word(update.status.value).closure == Closure::aside ||
         update.status.value == Status::not_started;
}

bool is_about(const Row& row, const Update& update, const Occurrence& occurrence) {
  return update.round.value == occurrence.number || speaks_of_all(row, update);
}

}  // namespace wardplan
