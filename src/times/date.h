#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "text/phrase.h"

namespace wardplan {

using Date = std::chrono::year_month_day;

/// Days from `first` to `last`, both included.
struct Stretch {
  Date first;
  Date last;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// A day written as `2023-06-15` that the calendar has, or nothing.
std::optional<Date> parse_date(std::string_view text);

/// A day as people type it: `2023-06-15`, or day first, `15/6/2023`, `15-06-2023`,
/// `15.6.2023`; or nothing.
std::optional<Date> parse_typed_date(std::string_view text);

/// A day with a time of the clock beside it, as programs write them.
struct TimedDay {
  Date day;
  bool midnight = false;
};

/// `10/8/2026 0:00`, `2026-08-10T14:30:00`, `2:30 CH 10/8/2026`; or nothing.
std::optional<TimedDay> parse_timed_day(std::string_view text);

/// The day that Excel keeps as this number, or as one with a fraction; nothing outside of the years
/// 2000 to 2099, for it may be any number.
std::optional<Date> day_of_serial(std::string_view text);

/// `2023-06-15`.
std::string iso(const Date& date);

/// `15/06/2023` in Vietnamese, ISO in English.
std::string written(const Date& date, Lang lang);
Message written(const Date& date);

/// Days from one day to another; negative when `to` comes first.
int days_between(const Date& from, const Date& to);

Date day_after(const Date& day);

/// The 1st of January and the 31st of December.
Date first_of_year(int year);
Date last_of_year(int year);

/// A day that the calendar has, or nothing.
std::optional<Date> make_date(int year, int month, int day);

/// The 1st of a month (1 to 12).
Date first_of_month(int year, int month);

/// The last day of a month (1 to 12), leap years minded.
Date last_of_month(int year, int month);

}  // namespace wardplan
