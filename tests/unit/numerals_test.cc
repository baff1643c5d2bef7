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

TEST_CASE("a number in words is read with the bytes of its words") {
  struct Example {
    std::string_view text;
    int value;
    std::string_view rest;
  };
  for (const Example& example : {Example{"bốn chỉ tiêu", 4, " chỉ tiêu"},
                                 {"Mười một nội dung", 11, " nội dung"},
                                 {"mười lăm", 15, ""},
                                 {"mười năm", 10, " năm"},
                                 {"năm chỉ tiêu", 5, " chỉ tiêu"},
                                 {"hai mươi", 20, ""},
                                 {"hai mươi mốt mô hình", 21, " mô hình"},
                                 {"chín mươi tư", 94, ""},
                                 {"một mô hình", 1, " mô hình"}}) {
    CAPTURE(example.text);
    const auto read = number_in_words(example.text);
    REQUIRE(read.has_value());
    CHECK(read->value == example.value);
    CHECK(example.text.substr(read->size) == example.rest);
  }
  for (const std::string_view text : {"", " ", "vài", "mươi", "lăm chỉ tiêu", "4 chỉ tiêu"}) {
    CAPTURE(text);
    CHECK_FALSE(number_in_words(text).has_value());
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
