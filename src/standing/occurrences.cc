#include "standing/state.h"

#include <fmt/format.h>

#include <algorithm>

namespace wardplan {
namespace {

/// Months between one time and the next; 0: more often than each month.
int months_of(const Recurrence& recurrence) {
  // In the order of `Cycle`.
  static constexpr int kMonths[] = {0, 0, 1, 3, 6, 12};
  if (recurrence.times != 1) return 0;
  return kMonths[static_cast<std::size_t>(recurrence.cycle)] * recurrence.every;
}

/// The stretches of a year that a recurrence divides it into; of a day of the month that day.
std::vector<Stretch> stretches_of(const Recurrence& recurrence, int year) {
  std::vector<Stretch> stretches;
  const int months = months_of(recurrence);
  if (months < 1 || months > 12) return stretches;
  for (int month = 1; month + months - 1 <= 12; month += months) {
    const Date last = last_of_month(year, month + months - 1);
    const auto day = recurrence.month_day && months == 1
                         ? make_date(year, month, *recurrence.month_day)
                         : std::nullopt;
    stretches.push_back(day ? Stretch{*day, *day} : Stretch{first_of_month(year, month), last});
  }
  return stretches;
}

std::vector<Stretch> all_stretches(const Schedule& schedule) {
  if (!schedule.occurrences.empty()) return schedule.occurrences;
  std::vector<Stretch> all;
  for (const Recurrence& recurrence : schedule.recurrences) {
    const auto more = stretches_of(recurrence, schedule.year);
    all.insert(all.end(), more.begin(), more.end());
  }
  // `Hàng tháng, quý`: what ends on one day is sent once.
  std::ranges::stable_sort(all, {}, &Stretch::last);
  const auto same = [](const Stretch& a, const Stretch& b) { return a.last == b.last; };
  all.erase(std::ranges::unique(all, same).begin(), all.end());
  if (all.empty() && schedule.last) all.push_back({*schedule.last, *schedule.last});
  return all;
}

}  // namespace

std::vector<Occurrence> occurrences_of(const Row& date) {
  std::vector<Occurrence> occurrences;
  if (!date.due.given) return occurrences;
  for (const Stretch& days : all_stretches(*date.due.read))
    occurrences.push_back({fmt::format("{}", occurrences.size() + 1), days});
  return occurrences;
}

}  // namespace wardplan
