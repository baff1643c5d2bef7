#include "yaml/scalars.h"

#include <doctest/doctest.h>

namespace wardplan::yaml {
namespace {

TEST_CASE("plain values that other tools read as something else are told") {
  for (const std::string_view text :
       {"1.10",  "1.0",  "1.800", "010",    "007",    "+5",    ".5",    "5.",
        "1e3",   "1E-3", "1_000", "0x1F",   "0o17",   "0b11",  "12:30", "1:20:30",
        "-1.10", "yes",  "No",    "-12:30", "1:30.5", "-0x1F", "-010",  "on",
        "OFF",   "true", "FALSE", ".inf",   "-.inf",  ".nan",  "+.inf"}) {
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
  CHECK(read_otherwise("-010").en == "the number -8");
  CHECK(read_otherwise(".nan").en == "not a number");
  CHECK(read_otherwise("1.800").en == "the number 1.8");
  CHECK(read_otherwise("1_000").en == "the number 1000");
  CHECK(read_otherwise("008").en == "the number 8");
  CHECK(read_otherwise("0123456789").en == "the number 123456789");
}

Scalar scanned(std::string_view bytes, int indent, std::string& scratch) {
  const bool block = bytes[0] == '|' || bytes[0] == '>';
  return block ? block_scalar(bytes, 0, indent, scratch) : quoted(bytes, 0, indent, scratch);
}

TEST_CASE("a scalar is read to its end in every style") {
  struct Example {
    std::string_view bytes;
    std::string_view text;
    std::size_t end;
    Style style;
  };
  for (const Example& example :
       {Example{"'it''s' x", "it's", 7, Style::single_quoted},
        Example{"\"a\\\"b\" x", "a\"b", 6, Style::double_quoted},
        Example{"\"\"", "", 2, Style::double_quoted},
        Example{"'a\n  b'\n", "a b", 7, Style::single_quoted},
        Example{"'a  \n\n \n  b '\n", "a\n\nb ", 13, Style::single_quoted},
        Example{"\"a \\\n  b\"", "a b", 9, Style::double_quoted},
        Example{"\"a\\\n\n  b\"", "a\nb", 9, Style::double_quoted},
        Example{"\"a\n \\n b\n  \"", "a \n b ", 12, Style::double_quoted},
        Example{"|\n  a\n  b\nk: v", "a\nb\n", 9, Style::literal},
        Example{"|\n  a\n\n\nk: v", "a\n", 5, Style::literal},
        Example{"|+\n  a\n\nk: v", "a\n\n", 7, Style::literal},
        Example{"|+\n\nk: v", "\n", 3, Style::literal},
        Example{">-\r\n  a\r\nk: v", "a", 7, Style::folded},
        Example{">\n  a\n  b\n\n   c\n  d\n", "a b\n\n c\nd\n", 19, Style::folded},
        Example{"|2\n   a\n", " a\n", 7, Style::literal},
        Example{"| # x\n\n  a", "\na\n", 10, Style::literal}}) {
    CAPTURE(example.bytes);
    std::string scratch;
    const Scalar scalar = scanned(example.bytes, 0, scratch);
    CHECK(scalar.fault == ScalarFault::none);
    CHECK(scalar.text == example.text);
    CHECK(scalar.end == example.end);
    CHECK(scalar.style == example.style);
  }
}

TEST_CASE("a plain text ends at its comment, its colon, its line or its brackets") {
  struct Example {
    std::string_view bytes;
    bool flow;
    std::size_t end;
    std::size_t stop;
  };
  for (const Example& example :
       {Example{"abc # x", false, 3, 4}, Example{"a#b: c", false, 3, 3},
        Example{"a:b\n", false, 3, 3}, Example{"a, b]  \r\n", false, 5, 8},
        Example{"a, b]", true, 1, 1}, Example{"a:b:,", true, 3, 3}, Example{"x?  ]", true, 2, 4}}) {
    CAPTURE(example.bytes);
    const Plain text = plain(example.bytes, 0, example.flow);
    CHECK(text.end == example.end);
    CHECK(text.stop == example.stop);
  }
}

TEST_CASE("a fault inside a scalar is told with its place") {
  struct Example {
    std::string_view bytes;
    ScalarFault fault;
    std::size_t at;
  };
  for (const Example& example :
       {Example{"'abc", ScalarFault::open_quote, 0}, Example{"\"abc\n", ScalarFault::open_quote, 0},
        Example{"\"a\nb: c\"", ScalarFault::open_quote, 0},
        Example{"\"a\\q\"", ScalarFault::bad_escape, 2},
        Example{"\"a\\ud800\"", ScalarFault::bad_escape, 2},
        Example{"\"a\\u00e\"", ScalarFault::bad_escape, 2},
        Example{"\"a\\u200b\"", ScalarFault::invisible, 2},
        Example{"'a\n\tb'", ScalarFault::tab, 3},
        Example{"|\n   \n  a", ScalarFault::deep_blank, 2},
        Example{"|#c\n  a", ScalarFault::bad_header, 1}, Example{"|\t\n  a", ScalarFault::tab, 1},
        Example{"|\n\ta", ScalarFault::tab, 2}}) {
    CAPTURE(example.bytes);
    std::string scratch;
    const Scalar scalar = scanned(example.bytes, 0, scratch);
    CHECK(scalar.fault == example.fault);
    CHECK(scalar.fault_at == example.at);
  }
}

}  // namespace
}  // namespace wardplan::yaml
