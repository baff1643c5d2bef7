#include "figures/numerals.h"

#include <doctest/doctest.h>

namespace wardplan {
namespace {

TEST_CASE("every Roman numeral from 1 to 3999 reads back to its value") {
  for (int value = 1; value <= 3999; ++value) {
    CAPTURE(value);
    CHECK(roman_value(roman(value)) == value);
  }
}

TEST_CASE("Roman numerals are written in their usual form only") {
  CHECK(roman(4) == "IV");
  CHECK(roman(1999) == "MCMXCIX");
  CHECK(roman_value("XIV") == 14);
  for (const std::string_view text :
       {"", "IIII", "VV", "IC", "IXI", "i", "iv", "I ", "A", "1", "MMMM", "IIX"}) {
    CAPTURE(text);
    CHECK_FALSE(roman_value(text).has_value());
  }
}

TEST_CASE("a whole number has one to nine decimal digits and nothing else") {
  CHECK(whole_number("0") == 0);
  CHECK(whole_number("007") == 7);
  CHECK(whole_number("999999999") == 999999999);
  for (const std::string_view text :
       {"", "-1", "+1", "1.0", " 1", "1 ", "1a", "1000000000", "１"}) {
    CAPTURE(text);
    CHECK_FALSE(whole_number(text).has_value());
  }
}

}  // namespace
}  // namespace wardplan
