#include "figures/number.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "figures/figure.h"

namespace wardplan {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

TEST_CASE("Vietnamese and ISO notation read to the same exact numbers") {
  struct Example {
    std::string_view text;
    Decimal value;
  };
  for (const Example& example : {Example{"93,5", {935, 1}},
                                 {"93.5", {935, 1}},
                                 {"93,50", {9350, 2}},
                                 {"97.95", {9795, 2}},
                                 {"1.800", {1800, 0}},
                                 {"2.000.000", {2000000, 0}},
                                 {"21.250.000", {21250000, 0}},
                                 {"1.234,5", {12345, 1}},
                                 {"1.234.567,89", {123456789, 2}},
                                 {"5209", {5209, 0}},
                                 {"1000", {1000, 0}},
                                 {"03", {3, 0}},
                                 {"003,50", {350, 2}},
                                 {"0", {0, 0}},
                                 {"0,5", {5, 1}},
                                 {"0.345", {345, 3}},
                                 {"1,234", {1234, 3}},
                                 {"1234,5678", {12345678, 4}},
                                 {"0,123456789", {123456789, 9}},
                                 {"9223372036854775807", {kMost, 0}},
                                 {"000000000000000000000000000012", {12, 0}}}) {
    CAPTURE(example.text);
    const NumberReading reading = scan_number(example.text);
    CHECK(reading.size == example.text.size());
    REQUIRE(reading.value.has_value());
    CHECK(reading.value->mantissa == example.value.mantissa);
    CHECK(reading.value->scale == example.value.scale);
    CHECK(reading.problem.empty());
  }
}

TEST_CASE("a point before three digits is thousands, and the ISO reading is kept beside it") {
  struct Example {
    std::string_view text;
    std::int64_t thousands;
    std::optional<Decimal> iso;
  };
  for (const Example& example :
       {Example{"12.345", 12345, Decimal{12345, 3}}, Example{"1.800", 1800, Decimal{18, 1}},
        Example{"100.000", 100000, Decimal{100, 0}}, Example{"003.500", 3500, Decimal{35, 1}},
        Example{"2.000.000", 2000000, {}}, Example{"5209", 5209, {}}}) {
    CAPTURE(example.text);
    const NumberReading reading = scan_number(example.text);
    CHECK(reading.value == Decimal{example.thousands, 0});
    CHECK(reading.as_iso == example.iso);
  }
  CHECK_FALSE(scan_number("93.5").as_iso.has_value());
  CHECK_FALSE(scan_number("0.345").as_iso.has_value());
  CHECK_FALSE(scan_number("1.234,5").as_iso.has_value());
}

TEST_CASE("what is no number says why") {
  for (const std::string_view text :
       {"1,2,3", "1,800,000", "1,234.5", "1.23,4", "1234.567", "1.2345", "1.2.3", "1.234.56",
        "1234.567.890", "0.000.001", "1.2345,6", "9223372036854775808", "9.223.372.036.854.775.808",
        "0,1234567890", "99999999999999999999999999"}) {
    CAPTURE(text);
    const NumberReading reading = scan_number(text);
    CHECK(reading.size == text.size());
    CHECK_FALSE(reading.value.has_value());
    CHECK_FALSE(reading.as_iso.has_value());
    CHECK_FALSE(reading.problem.vi.empty());
    CHECK_FALSE(reading.problem.en.empty());
  }
  for (const std::string_view text : {"", "-1", "+1", ".5", ",5", "x", "１", "%"}) {
    CAPTURE(text);
    CHECK(scan_number(text).size == 0);
    CHECK_FALSE(scan_number(text).value.has_value());
  }
}

TEST_CASE("a number ends before what is no digit behind its points") {
  CHECK(scan_number("93,5%").size == 4);
  CHECK(scan_number("8.700.000đ").size == 9);
  CHECK(scan_number("94. ").size == 2);
  CHECK(scan_number("94,").size == 2);
  CHECK(scan_number("3..5").size == 1);
  CHECK(scan_number("1,2.").size == 3);
}

TEST_CASE("a number is printed in Vietnamese notation") {
  CHECK(vietnamese(Decimal{0, 0}) == "0");
  CHECK(vietnamese(Decimal{5, 2}) == "0,05");
  CHECK(vietnamese(Decimal{935, 1}) == "93,5");
  CHECK(vietnamese(Decimal{999, 0}) == "999");
  CHECK(vietnamese(Decimal{1800, 0}) == "1.800");
  CHECK(vietnamese(Decimal{21250000, 0}) == "21.250.000");
  CHECK(vietnamese(Decimal{-123450, 2}) == "-1.234,50");
  CHECK(vietnamese(Decimal{std::numeric_limits<std::int64_t>::min(), 0}) ==
        "-9.223.372.036.854.775.808");
}

/// Numbers of every size and scale, edges among them.
std::vector<Decimal> many_numbers() {
  std::vector<Decimal> numbers;
  std::mt19937_64 random(3);
  for (int scale = 0; scale <= kMaxScale; ++scale) {
    for (const std::int64_t edge : {std::int64_t{0}, std::int64_t{1}, std::int64_t{10},
                                    std::int64_t{999}, std::int64_t{1000}, kMost, kMost - 1})
      numbers.push_back({edge, scale});
    for (int i = 0; i < 40; ++i)
      numbers.push_back({static_cast<std::int64_t>(random() >> (1 + random() % 63)), scale});
  }
  return numbers;
}

TEST_CASE("what is printed reads back to the same number with the same decimals") {
  for (const Decimal& number : many_numbers()) {
    const std::string text = vietnamese(number);
    CAPTURE(text);
    const NumberReading reading = scan_number(text);
    CHECK(reading.size == text.size());
    REQUIRE(reading.value.has_value());
    CHECK(reading.value->mantissa == number.mantissa);
    CHECK(reading.value->scale == number.scale);
  }
}

TEST_CASE("numbers are in one order, whatever their decimals") {
  CHECK(Decimal{9350, 2} == Decimal{935, 1});
  CHECK(Decimal{0, 9} == Decimal{0, 0});
  CHECK(Decimal{-5, 1} < Decimal{3, 1});
  CHECK(Decimal{-15, 1} < Decimal{-1, 0});
  CHECK(Decimal{kMost, 0} > Decimal{kMost, 1});
  CHECK(Decimal{kMost, 9} < Decimal{kMost, 8});
  std::vector<Decimal> numbers = many_numbers();
  numbers.resize(120);
  for (std::size_t i = 0; i < 60; ++i)
    numbers.push_back({-numbers[2 * i].mantissa, numbers[i].scale});
  for (const Decimal& a : numbers)
    for (const Decimal& b : numbers) {
      const auto order = a <=> b;
      REQUIRE((b <=> a) == (0 <=> order));
      REQUIRE((ratio_of(a) <=> ratio_of(b)) == order);
      for (const Decimal& c : numbers)
        if (a <= b && b <= c) REQUIRE(a <= c);
    }
}

TEST_CASE("a power of ten keeps a number exact or refuses it") {
  CHECK(times_power_of_ten({215, 1}, 6) == Decimal{21500000, 0});
  CHECK(times_power_of_ten({215, 1}, 0)->scale == 1);
  CHECK(times_power_of_ten({12345678, 7}, 6) == Decimal{12345678, 1});
  CHECK(times_power_of_ten({kMost, 9}, 9) == Decimal{kMost, 0});
  CHECK_FALSE(times_power_of_ten({kMost, 0}, 1).has_value());
}

TEST_CASE("a rate rounds to its digits, both halves included") {
  struct Example {
    std::int64_t part, whole;
    Decimal rate;
    bool agrees;
  };
  for (const Example& example : {Example{5209, 5318, {9795, 2}, true},
                                 {5209, 5318, {980, 1}, true},
                                 {5209, 5318, {979, 1}, false},
                                 {11, 12, {917, 1}, true},
                                 {11, 12, {916, 1}, false},
                                 {11, 12, {9167, 2}, true},
                                 {11, 12, {9170, 2}, false},
                                 {11, 12, {92, 0}, true},
                                 {16, 16, {100, 0}, true},
                                 {1, 8, {12, 0}, true},
                                 {1, 8, {13, 0}, true},
                                 {1, 8, {14, 0}, false},
                                 {0, 5, {0, 0}, true},
                                 {kMost, kMost, {100, 0}, true},
                                 {1, kMost, {0, 9}, true}}) {
    CAPTURE(example.part);
    CAPTURE(example.whole);
    CAPTURE(vietnamese(example.rate));
    const auto exact = percentage(example.part, example.whole);
    REQUIRE(exact.has_value());
    CHECK(rounds_to(*exact, example.rate) == example.agrees);
  }
  CHECK_FALSE(percentage(kMost, 1).has_value());
}

TEST_CASE("a quotient is printed exactly, or rounded and marked so") {
  CHECK(vietnamese(Ratio{3, 2}) == "1,5");
  CHECK(vietnamese(Ratio{-3, 2}) == "-1,5");
  CHECK(vietnamese(Ratio{1800, 1}) == "1.800");
  CHECK(vietnamese(Ratio{275, 3}) == "≈91,67");
  // Times 10^7 it is beyond 64 bits on the way.
  CHECK(vietnamese(Ratio{9223372030550, 3}) == "≈3.074.457.343.516,67");
  CHECK(vietnamese(Ratio{-1, 30}) == "≈-0,03");
  CHECK(vietnamese(Ratio{1, 30000}) == "≈0,00003");
  CHECK(difference({1, 3}, {1, 2}) == Ratio{-1, 6});
  CHECK(difference({1, 2}, {1, 2}) == Ratio{0, 1});
  CHECK_FALSE(difference({kMost, 1}, {-kMost, 1}).has_value());
}

TEST_CASE("a text is cut into numbers, words and signs with their bytes") {
  const std::string_view text = "≥ 1.800 lượt/năm–200m2 (COVID-19)";
  std::string all;
  std::size_t end = 0;
  for (const Token& token : tokens_of(text)) {
    CHECK(token.begin >= end);
    CHECK(token.spaced == (token.begin > end));
    end = token.end;
    all += std::string(text.substr(token.begin, token.end - token.begin)) + '|';
  }
  CHECK(end == text.size());
  CHECK(all == "≥|1.800|lượt|/|năm–200m2|(|COVID-19|)|");
  CHECK(tokens_of(text)[0].key == ">=");
  CHECK(tokens_of("TRE\u0302\u0301N")[0].key == "trến");
  CHECK(tokens_of("5\u00A0m")[1].spaced);
  CHECK(tokens_of(" \t\n").empty());
}

TEST_CASE("quotients are added, multiplied and divided exactly, or not at all") {
  constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
  CHECK(sum({1, 3}, {1, 6}) == Ratio{1, 2});
  CHECK(sum({1, 3}, {-1, 3}) == Ratio{0, 1});
  CHECK(product({2, 3}, {3, 4}) == Ratio{1, 2});
  CHECK(product({0, 1}, {-3, 4}) == Ratio{0, 1});
  CHECK(quotient({1, 2}, {3, 4}) == Ratio{2, 3});
  CHECK(quotient({1, 2}, {-3, 4}) == Ratio{-2, 3});
  CHECK_FALSE(sum({kLargest, 1}, {1, 1}).has_value());
  CHECK_FALSE(product({kLargest, 1}, {2, 1}).has_value());
  CHECK_FALSE(quotient({kLargest, 1}, {1, 2}).has_value());
}

}  // namespace
}  // namespace wardplan
