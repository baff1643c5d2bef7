#include "times/date.h"

#include <doctest/doctest.h>

namespace wardplan {
namespace {

TEST_CASE("a day of the calendar is read and no other") {
  using std::chrono::day;
  using std::chrono::month;
  using std::chrono::year;
  CHECK(parse_date("2023-06-15") == Date(year(2023), month(6), day(15)));
  CHECK(parse_date("2024-02-29") == Date(year(2024), month(2), day(29)));
  for (const std::string_view text :
       {"", "2023-02-29", "2023-13-01", "2023-00-10", "2023-01-00", "2023-1-5", "15/06/2023",
        "2023-06-15 ", " 2023-06-15", "2023-06-1x", "2023/06/15", "-023-06-15", "2023-06-151",
        "２023-06-1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("a typed day may stand day first, as people write it") {
  const Date day = *parse_date("2023-06-05");
  for (const std::string_view text : {"2023-06-05", "5/6/2023", "05/06/2023", "5-6-2023"}) {
    CAPTURE(text);
    CHECK(parse_typed_date(text) == day);
  }
  for (const std::string_view text : {"", "6/2023", "31/2/2023", "5/6/23", "5/6-2023", "/6/2023",
                                      "5//2023", "005/6/2023", "5/6/2023 ", "2023/06/05"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_typed_date(text).has_value());
  }
}

TEST_CASE("a day with a time of the clock is told from one at midnight") {
  const Date day = *parse_date("2026-08-10");
  for (const std::string_view text :
       {"10/8/2026 0:00", "2026-08-10 00:00:00", "2026-08-10T00:00:00.000", "10/8/2026 12:00:00 AM",
        "10/8/2026  12:00 SA", "00:00:00 10/8/2026"}) {
    CAPTURE(text);
    const auto timed = parse_timed_day(text);
    REQUIRE(timed.has_value());
    CHECK(timed->day == day);
    CHECK(timed->midnight);
  }
  for (const std::string_view text : {"10/8/2026 0:01", "2026-08-10 00:00:00.5", "10/8/2026 12:00",
                                      "10/8/2026 12:00 CH", "14:30 10/8/2026"}) {
    CAPTURE(text);
    const auto timed = parse_timed_day(text);
    REQUIRE(timed.has_value());
    CHECK(timed->day == day);
    CHECK_FALSE(timed->midnight);
  }
  for (const std::string_view text :
       {"10/8/2026", "", " ", "10/8/2026 24:00", "10/8/2026 0", "10/8/2026 0:60", "31/2/2026 0:00",
        "10/8/2026 0:00 xx", "10/8/2026 13:00 CH", "10/8/2026 0:0:0:0", "10/8/2026 0:00 AM x",
        "10/8/2026 00:00.x", "10/8/2026 00:00.", "0:00 0:00", "10/8/2026 -1:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_timed_day(text).has_value());
  }
}

TEST_CASE("the number that Excel keeps a day as is known where it can hardly be another one") {
  CHECK(day_of_serial("46244") == *parse_date("2026-08-10"));
  CHECK(day_of_serial("46244.604") == *parse_date("2026-08-10"));
  CHECK(day_of_serial("46244,5") == *parse_date("2026-08-10"));
  CHECK(day_of_serial("36526") == *parse_date("2000-01-01"));
  for (const std::string_view text :
       {"36525", "73051", "462440", "46244.", "46244.x", "4624", "", "46x44"}) {
    CAPTURE(text);
    CHECK_FALSE(day_of_serial(text).has_value());
  }
}

TEST_CASE("a day is written as it is read, and day first in Vietnamese") {
  const Date day = *parse_date("2023-06-05");
  CHECK(iso(day) == "2023-06-05");
  CHECK(written(day, Lang::vi) == "05/06/2023");
  CHECK(written(day, Lang::en) == "2023-06-05");
}

TEST_CASE("days between two days count leap years and have a sign") {
  CHECK(days_between(*parse_date("2024-02-28"), *parse_date("2024-03-01")) == 2);
  CHECK(days_between(*parse_date("2023-02-28"), *parse_date("2023-03-01")) == 1);
  CHECK(days_between(first_of_year(2023), last_of_year(2023)) == 364);
  CHECK(days_between(last_of_year(2023), first_of_year(2023)) == -364);
}

}  // namespace
}  // namespace wardplan
