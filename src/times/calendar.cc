#include "times/calendar.h"

namespace wardplan {

std::optional<Date> make_date(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

Date first_of_month(int year, int month) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(1)};
}

Date last_of_month(int year, int month) {
  return std::chrono::year_month_day_last(
      std::chrono::year(year),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month))));
}

int days_in(const Stretch& stretch) {
  const auto days = std::chrono::sys_days(stretch.last) - std::chrono::sys_days(stretch.first);
  return static_cast<int>(days.count()) + 1;
}

}  // namespace wardplan
