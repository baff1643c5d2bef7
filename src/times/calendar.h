#pragma once

#include <optional>

#include "times/date.h"

namespace wardplan {

/// Days from `first` to `last`, both included.
struct Stretch {
  Date first;
  Date last;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// Months in which a school year begins and ends.
struct SchoolYear {
  int first_month;
  int last_month;
};

/// ASSUMED: the documents name school years ("Năm học 2022 - 2023") and never their days, which
/// the city sets anew each year; whatever is reckoned from this is marked as approximate.
inline constexpr SchoolYear kSchoolYear = {9, 5};

/// A day that the calendar has, or nothing.
std::optional<Date> make_date(int year, int month, int day);

/// The 1st of a month (1 to 12).
Date first_of_month(int year, int month);

/// The last day of a month (1 to 12), leap years minded.
Date last_of_month(int year, int month);

/// Number of days in a stretch.
int days_in(const Stretch& stretch);

}  // namespace wardplan
