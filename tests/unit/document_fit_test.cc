#include "document/fit.h"

#include <doctest/doctest.h>

#include <numeric>

#include "document/grid.h"
#include "document/layout.h"
#include "document/measure.h"

namespace wardplan {
namespace {

using namespace document;

Cell cell(Style style, const std::string& text) {
  return {.paragraphs = {{.style = style, .runs = {{text}}}}, .header = style == Style::head};
}

/// A table under these titles, with these texts in each of its rows.
Table table_of(const std::vector<std::string>& titles, const std::vector<std::string>& texts,
               std::size_t rows) {
  Table table{.widths = std::vector<int>(titles.size(), 0), .header_rows = 1, .rows = {{}}};
  for (const std::string& title : titles) table.rows.front().push_back(cell(Style::head, title));
  for (std::size_t row = 0; row < rows; ++row) {
    Row& made = table.rows.emplace_back();
    for (const std::string& text : texts) made.push_back(cell(Style::cell, text));
  }
  return table;
}

constexpr double kPoints = 252 * 72 / 25.4;

TEST_CASE("a column of numbers is no wider than they are and the content gets the room") {
  std::string content;
  for (int word = 0; word < 60; ++word) content += "việc ";
  Table table = table_of({"TT", "Nội dung", "Hạn"}, {"1.10", content, "Tháng 12/2023"}, 20);
  fit_columns(table, Orientation::landscape);
  CHECK(std::accumulate(table.widths.begin(), table.widths.end(), 0) == 1000);
  CHECK(table.widths[0] * kPoints / 1000 < 32);
  CHECK(table.widths[1] > 800);
  CHECK(table.widths[2] * kPoints / 1000 < 90);
}

TEST_CASE("what is left empty has room to be filled in by hand") {
  Table table = table_of({"Nội dung", "", ""}, {"việc việc việc việc việc việc", "", ""}, 20);
  fit_columns(table, Orientation::portrait);
  CHECK(table.widths[1] >= 160);
  CHECK(table.widths[2] >= 160);
}

TEST_CASE("no word is broken where there is room, and a table of too many columns has widths") {
  Table table = table_of({"Địa chỉ", "Nghiêngnghiêng"}, {"a", "b"}, 2);
  fit_columns(table, Orientation::portrait);
  CHECK(table.widths[1] * 165 * 72 / 25.4 / 1000 > 80);
  const std::vector<std::string> many(40, "nghiêngnghiêng");
  Table wide = table_of(many, many, 1);
  fit_columns(wide, Orientation::landscape);
  CHECK(std::accumulate(wide.widths.begin(), wide.widths.end(), 0) == 1000);
  for (const int width : wide.widths) CHECK(width > 0);
}

TEST_CASE("lines are counted as words fit, a letter with marks as the plain one") {
  const StyleFormat format{.size = 12};
  const auto measure = [&](const std::string& text) {
    return measured({.runs = {{text}}}, format);
  };
  CHECK(longest_piece(measure("ế")) == longest_piece(measure("e")));
  CHECK(count_lines(measure(""), 10) == 1);
  CHECK(count_lines(measure("aaa aaa\nb"), 25) == 3);
  CHECK(count_lines(measure("aaa aaa"), 100) == 1);
  CHECK(count_lines(measure("aaaaaaaaaa"), 20) > 2);
  CHECK(count_lines(measure("a-b"), 10) == 2);
}

}  // namespace
}  // namespace wardplan
