#include "text/date.h"

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

}  // namespace
}  // namespace wardplan
