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

TEST_CASE("letters of many columns are smaller, so that no word is broken") {
  const std::vector<std::string> titles = {
      "Địa chỉ",        "Nội dung", "Đơn vị chủ trì", "Điểm tối đa", "Hạn",
      "Tình trạng",     "Đã ghi",   "Trạng thái",     "Ngày",        "Đợt",
      "Kết quả",        "Tự chấm",  "Được chấm",      "Ghi chú",     "Minh chứng",
      "Đơn vị báo cáo", "Tệp",      "Mã đối chiếu"};
  std::vector<std::string> texts(titles.size(), "");
  texts[0] = "nhac-nho", texts[1] = "nhiệm vụ", texts[2] = "Văn phòng", texts[5] = "trong hạn";
  texts[6] = "≈103,33% chỉ tiêu", texts[4] = "31/12/2026", texts[16] = "cham-diem.yaml",
  texts[17] = "dsfcmbfb";
  Table table = table_of(titles, texts, 4);
  fit_columns(table, Orientation::landscape);
  CHECK(table.smaller > 0);
  CHECK(table.smaller <= 4);
  const Layout& layout = *find_layout("nha-nuoc", std::chrono::year(2026) / 1 / 1);
  for (const Row& row : table.rows)
    for (std::size_t column = 0; column < row.size(); ++column) {
      const Paragraph& paragraph = row[column].paragraphs.front();
      const double word =
          longest_piece(measured(paragraph, smaller(layout[paragraph.style], table.smaller)));
      CAPTURE(titles[column]);
      CHECK(word <= table.widths[column] * kPoints / 1000 - 2 * kCellMargin);
    }
  Table few = table_of({"TT", "Nội dung"}, {"1", "việc"}, 4);
  fit_columns(few, Orientation::landscape);
  CHECK(few.smaller == 0);
}

TEST_CASE("lines are counted as words fit, a letter with marks as the plain one") {
  const StyleFormat format{.size = 12};
  const auto measure = [&](const std::string& text) {
    return measured({.runs = {{text}}}, format);
  };
  CHECK(longest_piece(measure("ế")) == longest_piece(measure("e")));
  CHECK(longest_piece(measure("Đ")) == longest_piece(measure("D")));
  CHECK(count_lines(measure(""), 10) == 1);
  CHECK(count_lines(measure("aaa aaa\nb"), 25) == 3);
  CHECK(count_lines(measure("aaa aaa"), 100) == 1);
  CHECK(count_lines(measure("aaaaaaaaaa"), 20) > 2);
  CHECK(count_lines(measure("a-b"), 10) == 2);
}

}  // namespace
}  // namespace wardplan
