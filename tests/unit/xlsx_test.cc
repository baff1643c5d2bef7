// What is written as an Excel file, read again by our own reader.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <random>

#include "disk/files.h"
#include "support/office_files.h"
#include "table/archive.h"
#include "table/read_table.h"
#include "text/escape.h"
#include "text/trim.h"
#include "write/formats.h"
#include "write/xlsx_book.h"
#include "write/xlsx_widths.h"

namespace wardplan {
namespace {

using Strings = std::vector<std::string>;

Sheet sheet_of(std::vector<Column> columns, const std::vector<Strings>& rows) {
  Sheet sheet;
  sheet.title = "Biểu";
  sheet.columns = std::move(columns);
  for (const Strings& row : rows) {
    SheetRow& made = sheet.rows.emplace_back();
    for (const std::string& cell : row) made.cells.push_back(one(cell));
  }
  return sheet;
}

std::string bytes_of(const Sheet& sheet) { return written_by(write_xlsx, sheet, {}); }

/// The rows below the headings, as they are read.
std::vector<Strings> read_back(const std::string& bytes, std::size_t columns,
                               std::size_t head = 1) {
  const ReadFile file = read_tables(bytes, "a.xlsx");
  REQUIRE_MESSAGE(file.problems.empty(), test::shown(file));
  REQUIRE(file.tables.size() == 1);
  std::vector<Strings> rows;
  for (std::size_t at = head + 1; at < file.tables[0].rows.size(); ++at) {
    Strings& row = rows.emplace_back(columns);
    for (std::size_t cell = 0; cell < file.tables[0].rows[at].cells.size(); ++cell)
      row.at(cell) = file.tables[0].rows[at].cells[cell].text;
  }
  return rows;
}

std::string part(const std::string& bytes, std::string_view name) {
  return tables::Archive(bytes).part(name);
}

std::string failure_of(const Sheet& sheet) {
  try {
    bytes_of(sheet);
  } catch (const Failure& failure) {
    return failure.message.en;
  }
  return "";
}

TEST_CASE("an Excel file holds codes, days and formulas as texts, and counts as numbers") {
  Sheet sheet = sheet_of({{"code", "Mã", ""}, {"day", "Ngày", ""}, {"count", "Số", ""}},
                         {{"1.10", "15/06/2023", "12"}, {"=1+1", "007", ""}});
  sheet.columns[2].kind = CellKind::number;
  sheet.subtitle = "tính đến ngày";
  const std::string bytes = bytes_of(sheet);
  CHECK(read_back(bytes, 3, 2) ==
        std::vector<Strings>{{"1.10", "15/06/2023", "12"}, {"=1+1", "007", ""}});
  const std::string cells = part(bytes, "xl/worksheets/sheet1.xml");
  CHECK(cells.find("<f>") == std::string::npos);
  CHECK(cells.find("<v>12</v>") != std::string::npos);
  CHECK(cells.find("<v>1.1") == std::string::npos);
}

TEST_CASE("an Excel file stays to be read: headings, filter, page, heights") {
  Sheet sheet =
      sheet_of({{"a", "Nội dung", ""}, {"b", "Tình trạng", ""}},
               {{"ngắn", "x"}, {std::string(600, 'w') + " " + std::string(600, 'w'), ""}});
  sheet.columns[1].kind = CellKind::coded;
  sheet.rows[0].tone = Tone::late;
  const std::string bytes = bytes_of(sheet);
  const std::string cells = part(bytes, "xl/worksheets/sheet1.xml");
  CHECK(cells.find("<pane ySplit=\"2\"") != std::string::npos);
  CHECK(cells.find("<autoFilter ref=\"A2:B4\"/>") != std::string::npos);
  CHECK(cells.find("orientation=\"landscape\"") != std::string::npos);
  CHECK(cells.find("paperSize=\"9\"") != std::string::npos);
  CHECK(cells.find("fitToHeight=\"0\"") != std::string::npos);
  CHECK(cells.find("numberStoredAsText=\"1\"") != std::string::npos);
  CHECK(part(bytes, "xl/workbook.xml").find("'Biểu'!$2:$2") != std::string::npos);
  CHECK(part(bytes, "xl/styles.xml").find("FFF4B6B6") != std::string::npos);
}

TEST_CASE("an Excel file says whose it is and of when, never when it was made") {
  Sheet sheet = sheet_of({{"a", "A", ""}}, {{"x"}});
  sheet.origin = {"UBND phường", *parse_date("2023-08-01")};
  std::string said = part(bytes_of(sheet), "docprops/core.xml");
  CHECK(said.find("<dc:title>Biểu</dc:title><dc:creator>UBND phường</dc:creator>") !=
        std::string::npos);
  CHECK(said.find("2023-08-01T00:00:00Z") != std::string::npos);
  sheet.origin = {};
  said = part(bytes_of(sheet), "docprops/core.xml");
  CHECK(said.find("1980-01-01T00:00:00Z") != std::string::npos);
}

TEST_CASE("what Excel can't hold is told") {
  const std::string most(32'767, 'x');
  CHECK(failure_of(sheet_of({{"a", "A", ""}}, {{most}})).empty());
  CHECK(failure_of(sheet_of({{"a", "A", ""}, {"b", "B", ""}}, {{"", most + "x"}})) ==
        "the cell B3 has 32768 characters, and one of Excel holds 32767 at most; use "
        "`--format csv`");
  Sheet sheet = sheet_of(std::vector<Column>(16'385, {"a", "", ""}), {});
  CHECK(failure_of(sheet).starts_with("the table has 16385 columns"));
  sheet.columns.resize(1);
  // With title and headings one row too many.
  sheet.make_rows = [](const TakeRow& take) {
    for (int at = 0; at < 1'048'576 - 1; ++at) take({});
  };
  CHECK(failure_of(sheet).starts_with("the table is longer than the 1048576 rows"));
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

TEST_CASE("a sheet is named as its title begins") {
  for (const auto& [title, name] : std::vector<std::pair<std::string, std::string>>{
           {"Tổng hợp", "Tổng hợp"},
           {"Biểu tiến độ thực hiện chủ đề công tác năm 2023", "Biểu tiến độ thực hiện chủ đề…"},
           {"Chậm nhất: 10/25", "Chậm nhất  10 25"},
           {"'a'", "a"},
           {"[?]", "1"},
           {"", "1"},
           {std::string(31, 'x'), std::string(31, 'x')},
           {std::string(40, 'x'), std::string(30, 'x') + "…"},
           {"Tên " + std::string(40, 'x'), "Tên…"},
           {repeated("ệ", 40), repeated("ệ", 30) + "…"},
           {"a" + repeated("😀", 20), "a" + repeated("😀", 14) + "…"},
           {repeated("e\u0323\u0302", 20), repeated("e\u0323\u0302", 10) + "…"}})
    CHECK(xlsx::sheet_name(title) == name);
}

/// A text of letters, signs that Excel or XML take for more, blanks, line ends and controls.
std::string any_text(std::mt19937_64& random) {
  static const Strings kPieces = {"a",     "Ủy ban ", "=",  "+1",  "_x0041_", "_x005F_",
                                  "&amp;", "<c>",     "\"", "'",   "@",       "1.10",
                                  "\n",    "  ",      "\t", "_",   "\x01",    "\uFFFE",
                                  "\xFF",  "😀",       "é",  "]]>", "15/06"};
  std::string text;
  for (std::size_t left = random() % 6; left > 0; --left)
    text += kPieces[random() % kPieces.size()];
  return text;
}

/// Our reader takes blanks around lines, and lines of nothing else, for nobody's words.
std::string as_read(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, "\n"))
    if (const std::string_view words = trimmed(line); !words.empty())
      out += (out.empty() ? "" : "\n") + std::string(words);
  return out;
}

TEST_CASE("blanks around a text stay in an Excel file") {
  CHECK(part(bytes_of(sheet_of({{"a", "A", ""}}, {{"  x\n"}})), "xl/worksheets/sheet1.xml")
            .find("<t xml:space=\"preserve\">  x\n</t>") != std::string::npos);
}

TEST_CASE("property: cells out of an Excel file are the cells that went in, in any zone") {
  const char* zone = std::getenv("TZ");
  const std::string before = zone != nullptr ? zone : "";
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    std::vector<Strings> rows(1 + random() % 5);
    for (Strings& row : rows)
      for (int column = 0; column < 3; ++column) row.push_back(any_text(random));
    for (Strings& row : rows) row.emplace_back("x");
    const Sheet sheet =
        sheet_of({{"a", "A", ""}, {"b", "B", ""}, {"c", "C", ""}, {"d", "D", ""}}, rows);
    setenv("TZ", "Asia/Ho_Chi_Minh", 1);
    const std::string bytes = bytes_of(sheet);
    setenv("TZ", "America/New_York", 1);
    CHECK(bytes_of(sheet) == bytes);
    const std::vector<Strings> read = read_back(bytes, 4);
    REQUIRE(read.size() == rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at)
      for (std::size_t cell = 0; cell < 4; ++cell)
        CHECK(read[at][cell] == as_read(xml_safe(rows[at][cell])));
  }
  zone != nullptr ? setenv("TZ", before.c_str(), 1) : unsetenv("TZ");
}

TEST_CASE("a card is a workbook: its facts, then a sheet for each table with rows, and charts") {
  Card card;
  card.title = "Tổng hợp";
  Fields fields{card, Lang::vi};
  fields.add("total", {"Tổng", "Total"}, 12);
  Sheet table = sheet_of({{"ward", "Phường", ""}, {"done", "Xong", ""}}, {{"A", "3"}, {"B", "9"}});
  table.columns[1].kind = CellKind::number;
  table.charted = {"done"};
  card.tables = {table, sheet_of({{"a", "A", ""}}, {}), table};
  const std::string bytes = written_by(write_card_xlsx, card, {});
  const ReadFile file = read_tables(bytes, "a.xlsx", {.join = false});
  REQUIRE(file.tables.size() == 3);
  CHECK(file.tables[0].title == "Tổng hợp");
  CHECK(file.tables[1].title == "Biểu");
  CHECK(file.tables[2].title == "2. Biểu");
  CHECK(part(bytes, "xl/worksheets/sheet1.xml").find("<v>12</v>") != std::string::npos);
  const std::string chart = part(bytes, "xl/charts/chart1.xml");
  CHECK(chart.find("<c:f>'Biểu'!$B$3:$B$4</c:f>") != std::string::npos);
  CHECK(chart.find("<a:pattFill") != std::string::npos);
}

TEST_CASE("a cell to fill in is open, all others are closed, and choices are a list") {
  Sheet sheet = sheet_of({{"a", "A", ""}, {"b", "B", ""}}, {{"x", ""}});
  sheet.columns[1].fill_in = true;
  sheet.columns[1].choices = {"hoàn thành", "tạm dừng"};
  const std::string bytes = bytes_of(sheet);
  const std::string cells = part(bytes, "xl/worksheets/sheet1.xml");
  CHECK(cells.find("<sheetProtection sheet=\"1\"") != std::string::npos);
  CHECK(cells.find("<formula1>\"hoàn thành,tạm dừng\"</formula1>") != std::string::npos);
  CHECK(part(bytes, "xl/styles.xml").find("<protection locked=\"0\"/>") != std::string::npos);
}

TEST_CASE("rows are as high as their text is at the width of its column") {
  const std::vector<double> widths = xlsx::widths_of(
      {{.word = 20, .line = 40, .text = 40}, {.word = 30, .line = 4000, .text = 4000}});
  CHECK(widths[0] == doctest::Approx(48));
  CHECK(widths[1] > 800);
  CHECK(xlsx::lines_at("một\nhai", 400, false, 11) == 2);
  CHECK(xlsx::lines_at("một hai ba bốn năm sáu bảy tám", 60, false, 11) > 2);
  CHECK(xlsx::height_of(1000, 11) == doctest::Approx(409));
}

}  // namespace
}  // namespace wardplan
