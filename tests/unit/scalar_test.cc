#include "yaml/scalar.h"

#include <doctest/doctest.h>

namespace wardplan::yaml {
namespace {

TEST_CASE("plain values that other tools read as something else are told") {
  for (const std::string_view text :
       {"1.10", "1.0",   "1.800", "010",  "007",   "+5",    ".5",      "5.",    "1e3",
        "1E-3", "1_000", "0x1F",  "0o17", "0b11",  "12:30", "1:20:30", "-1.10", "yes",
        "No",   "on",    "OFF",   "true", "FALSE", ".inf",  "-.inf",   ".nan",  "+.inf"}) {
    CAPTURE(text);
    const Message reading = read_otherwise(text);
    CHECK_FALSE(reading.vi.empty());
    CHECK_FALSE(reading.en.empty());
  }
}

TEST_CASE("plain values that every tool reads as they are written are left alone") {
  for (const std::string_view text : {"",
                                      "1",
                                      "0",
                                      "27",
                                      "2023",
                                      "1.1",
                                      "2.4.1",
                                      "-5",
                                      "0.5",
                                      "10.25",
                                      "2023-06-15",
                                      "I",
                                      "II",
                                      "93,5%",
                                      "100%",
                                      "có",
                                      "không",
                                      "nope",
                                      "null-island",
                                      "1.2.10",
                                      "12:75",
                                      "a:b",
                                      "0x",
                                      "0b12",
                                      "1e",
                                      "e5",
                                      ".",
                                      "-",
                                      "+",
                                      "..",
                                      "1-2",
                                      "30-35%",
                                      "Tháng 10/2023",
                                      "12:30 ngày 5",
                                      "infinity",
                                      "y",
                                      "n"}) {
    CAPTURE(text);
    CHECK(read_otherwise(text).empty());
  }
}

TEST_CASE("the number that others read is named") {
  CHECK(read_otherwise("1.10").en == "the number 1.1");
  CHECK(read_otherwise("010").en == "the number 8");
  CHECK(read_otherwise("1.800").en == "the number 1.8");
  CHECK(read_otherwise("1_000").en == "the number 1000");
  CHECK(read_otherwise("008").en == "the number 8");
  CHECK(read_otherwise("0123456789").en == "the number 123456789");
}

TEST_CASE("the end of a scalar is found in every style") {
  struct Example {
    std::string_view bytes;
    std::string_view value;
    int indent;
    bool flow;
    std::size_t end;
    Style style;
  };
  for (const Example& example :
       {Example{"abc # x", "abc", 0, false, 3, Style::plain},
        Example{"a, b]", "a", 0, true, 1, Style::plain},
        Example{"'it''s' x", "it's", 0, false, 7, Style::single_quoted},
        Example{"\"a\\\"b\" x", "a\"b", 0, false, 6, Style::double_quoted},
        Example{"\"\"", "", 0, false, 2, Style::double_quoted},
        Example{"'a\n  b'\n", "a b", 0, false, 7, Style::single_quoted},
        Example{"|\n  a\n  b\nk: v", "a\nb\n", 0, false, 9, Style::literal},
        Example{"|\n  a\n\n\nk: v", "a\n", 0, false, 5, Style::literal},
        Example{"|+\n  a\n\nk: v", "a\n\n", 0, false, 7, Style::literal},
        Example{">-\r\n  a\r\nk: v", "a", 0, false, 7, Style::folded},
        Example{"|2\n   a\n", " a\n", 0, false, 7, Style::literal},
        Example{"|\n  a", "a", 0, false, 5, Style::literal}}) {
    CAPTURE(example.bytes);
    const ScalarEnd end = scalar_end(example.bytes, 0, example.value, example.indent, example.flow);
    CHECK(end.fault == ScalarFault::none);
    CHECK(end.at == example.end);
    CHECK(end.style == example.style);
  }
}

TEST_CASE("a fault inside a scalar is told with its place") {
  struct Example {
    std::string_view bytes;
    std::string_view value;
    ScalarFault fault;
    std::size_t at;
  };
  for (const Example& example : {Example{"'abc", "abc", ScalarFault::open_quote, 0},
                                 Example{"\"abc\n", "abc", ScalarFault::open_quote, 0},
                                 Example{"\"a\nb: c\"", "a b: c", ScalarFault::open_quote, 0},
                                 Example{"\"a\\q\"", "aq", ScalarFault::bad_escape, 2},
                                 Example{"a\n  b\n", "a b", ScalarFault::many_lines, 5},
                                 Example{"abc", "xyz", ScalarFault::mismatch, 0}}) {
    CAPTURE(example.bytes);
    const ScalarEnd end = scalar_end(example.bytes, 0, example.value, 0, false);
    CHECK(end.fault == example.fault);
    CHECK(end.at == example.at);
  }
}

}  // namespace
}  // namespace wardplan::yaml
