#include "times/period.h"

#include <doctest/doctest.h>

#include <utility>

#include "times/date.h"

namespace wardplan {
namespace {

struct Example {
  const char* text;
  int cutoff;
  const char* days;
  const char* before;
  const char* after;
  const char* words;
};

std::string days(const Period& period) {
  return iso(period.days.first) + "/" + iso(period.days.last);
}

TEST_CASE(
    "periods are months, quarters, halves, nine months and years, by the calendar or cut off") {
  for (const Example& example : {
           Example{"2023-06", 0, "2023-06-01/2023-06-30", "2023-05", "2023-07", "tháng 6 năm 2023"},
           Example{"2024-02", 0, "2024-02-01/2024-02-29", "2024-01", "2024-03", "tháng 2 năm 2024"},
           Example{"2023-12", 0, "2023-12-01/2023-12-31", "2023-11", "2024-01",
                   "tháng 12 năm 2023"},
           Example{"2023-q2", 0, "2023-04-01/2023-06-30", "2023-Q1", "2023-Q3", "quý II năm 2023"},
           Example{"2023-Q1", 14, "2022-12-15/2023-03-14", "2022-Q4", "2023-Q2", "quý I năm 2023"},
           Example{"2021-H1", 0, "2021-01-01/2021-06-30", "2020-H2", "2021-H2",
                   "6 tháng đầu năm 2021"},
           Example{"2021-H1", 14, "2020-12-15/2021-06-14", "2020-H2", "2021-H2",
                   "6 tháng đầu năm 2021"},
           Example{"2021-h2", 28, "2021-06-29/2021-12-28", "2021-H1", "2022-H1",
                   "6 tháng cuối năm 2021"},
           Example{"2023-9M", 0, "2023-01-01/2023-09-30", "2023-H1", "2023-Q4",
                   "9 tháng đầu năm 2023"},
           Example{"2023", 0, "2023-01-01/2023-12-31", "2022", "2024", "năm 2023"},
           Example{"2023", 1, "2022-12-02/2023-12-01", "2022", "2024", "năm 2023"},
       }) {
    CAPTURE(example.text);
    const auto period = parse_period(example.text, example.cutoff);
    REQUIRE(period);
    CHECK(days(*period) == example.days);
    const Period before = period_before(*period, example.cutoff);
    const Period after = period_after(*period, example.cutoff);
    CHECK(period_token(before) == example.before);
    CHECK(period_token(after) == example.after);
    CHECK(in_words(*period).vi == example.words);
    CHECK(parse_period(period_token(*period), example.cutoff)->days == period->days);
    if (period->kind != PeriodKind::nine_months)
      CHECK(days_between(before.days.last, period->days.first) == 1);
    CHECK(days_between(period->days.last, after.days.first) == 1);
  }
}

TEST_CASE("a period is said in words, too, as documents write it") {
  constexpr std::pair<const char*, const char*> kSaid[] = {
      {"9 tháng 2023", "2023-9M"},          {"9 tháng đầu năm 2023", "2023-9M"},
      {"Quý III/2023", "2023-Q3"},          {"quy 2 nam 2023", "2023-Q2"},
      {"6 tháng cuối năm 2021", "2021-H2"}, {"6 tháng 2021", "2021-H1"},
      {"Tháng 02/2024", "2024-02"},         {"năm 2023", "2023"}};
  for (const auto& [said, token] : kSaid) {
    CAPTURE(said);
    REQUIRE(parse_period(said, 14));
    CHECK(period_token(*parse_period(said)) == token);
    CHECK(parse_period(said, 14)->days == parse_period(token, 14)->days);
  }
  for (const char* no : {"tháng 13/2023", "quý V/2023", "8 tháng 2023", "tháng 2023", "quý II"})
    CHECK_FALSE(parse_period(no));
}

TEST_CASE("the period of a day ends on or behind it") {
  CHECK(period_token(period_of(PeriodKind::month, *parse_date("2026-04-15"), 14)) == "2026-05");
  CHECK(period_token(period_of(PeriodKind::month, *parse_date("2026-04-14"), 14)) == "2026-04");
  CHECK(period_token(period_of(PeriodKind::quarter, *parse_date("2026-12-31"), 14)) == "2027-Q1");
  CHECK(period_token(period_of(PeriodKind::quarter, *parse_date("2026-12-31"))) == "2026-Q4");
}

TEST_CASE("a period has days of each year that it reaches into") {
  CHECK(has_days_in(*parse_period("2023"), 2023));
  CHECK_FALSE(has_days_in(*parse_period("2023"), 2022));
  CHECK_FALSE(has_days_in(*parse_period("2023"), 2024));
  CHECK_FALSE(has_days_in(*parse_period("2023-01"), 2022));
  CHECK(has_days_in(*parse_period("2023-01", 14), 2022));
  CHECK_FALSE(has_days_in(*parse_period("2023-02", 14), 2022));
}

TEST_CASE("what names no period is none") {
  for (const char* text :
       {"", "23", "2023-", "2023-13", "2023-00", "2023-6", "2023-Q5", "2023-Q0", "2023-H3",
        "2023-8M", "2023-H", "1000", "2023-06-01", "Q2.2023", "năm", "2023-Q22", "2023--1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text));
  }
}

}  // namespace
}  // namespace wardplan
