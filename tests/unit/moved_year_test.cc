// Times that are carried into another year.
#include <doctest/doctest.h>

#include "times/moved_year.h"

namespace wardplan {
namespace {

std::string moved(std::string_view text, int to = 2024) {
  return moved_time(text, parse_schedule(text, 2023), 2023, to).value_or("(stays)");
}

TEST_CASE("a time is moved by as many years as the plan, with all else in it as it is") {
  CHECK(moved("Tháng 12/2023") == "Tháng 12/2024");
  CHECK(moved("Tháng 3,7,10/2023", 2025) == "Tháng 3,7,10/2025");
  CHECK(moved("Trước ngày 10/9/2023") == "Trước ngày 10/9/2024");
  CHECK(moved("Năm 2023") == "Năm 2024");
  CHECK(moved("Năm học 2022 - 2023") == "Năm học 2023 - 2024");
  CHECK(moved("Quý IV/2022") == "Quý IV/2023");
  CHECK(moved("Quý I, Quý II") == "Quý I, Quý II");
  CHECK(moved("Thường xuyên") == "Thường xuyên");
}

TEST_CASE("a time that isn't of its year alone, isn't understood or would be no day stays") {
  CHECK(moved("giai đoạn 2023-2025") == "(stays)");
  CHECK(moved("đến năm 2025") == "(stays)");
  CHECK(moved("năm 2023 và các năm tiếp theo") == "(stays)");
  CHECK(moved("khi nào xong thì thôi 2023") == "(stays)");
  CHECK(moved_time("29/02/2024", parse_schedule("29/02/2024", 2024), 2024, 2025) == std::nullopt);
}

TEST_CASE("a year is one where four digits stand alone") {
  CHECK(with_year("năm 2023, số 12023, 20235", 2023, 2024) == "năm 2024, số 12023, 20235");
  CHECK(with_year("2022-2023", 2023, 2024) == "2022-2024");
  CHECK(names_year("(06/11/2023)", 2023));
  CHECK_FALSE(names_year("120231", 2023));
}

}  // namespace
}  // namespace wardplan
