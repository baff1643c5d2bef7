#include <cstdint>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/office_files.h"
#include "table/read_table.h"

namespace wardplan {
namespace {

using test::shown;
using test::told;
using test::xlsx_of;

std::string data(const std::string& rows, const std::string& more = {}) {
  return "<sheetData>" + rows + "</sheetData>" + more;
}

ReadFile read_sheet(const std::string& rows, const std::string& more = {},
                    const test::BookXml& book = {}, const ReadOptions& options = {}) {
  return read_tables(xlsx_of({{"Biểu", data(rows, more)}}, book), "a.xlsx", options);
}

std::string text(const std::string& place, const std::string& words) {
  return fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", place, words);
}

std::string row(int number, const std::string& cells, const std::string& attributes = {}) {
  return fmt::format("<row r=\"{}\" {}>{}</row>", number, attributes, cells);
}

/// A number as it is shown by a format.
std::string number(const std::string& value, const std::string& format,
                   const ReadOptions& options = {}, bool from_1904 = false) {
  const test::BookXml book{
      .styles =
          fmt::format("<numFmts><numFmt numFmtId=\"170\" formatCode=\"{}\"/></numFmts><cellXfs>"
                      "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>",
                      format),
      .properties = from_1904 ? "<workbookPr date1904=\"1\"/>" : ""};
  const ReadFile file = read_sheet(row(1, fmt::format("<c r=\"A1\" s=\"1\"><v>{}</v></c>", value)),
                                   {}, book, options);
  if (!file.problems.empty()) return shown(file);
  const ReadCell& cell = file.tables.at(0).rows.at(0).cells.at(0);
  return cell.text + (cell.unsure ? " ?" : "");
}

TEST_CASE("a sheet is rows of cells where they stand, by the name of the sheet") {
  const ReadFile file = read_sheet(
      row(2, "<c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c>") +
          row(5, text("C5", "x")),
      "<dimension ref=\"A1:A1\"/>",
      {.texts = "<si><t>Lãnh đạo</t></si><si><r><t>Đơn </t></r><r><t>vị</t></r><rPh><t>bỏ</t></rPh>"
                "</si>"});
  CHECK(shown(file) == "|Lãnh đạo|Đơn vị\n||x\n");
  CHECK(place_of(file, {0, 1, 2}).vi == "Biểu!C5");
  CHECK(file.tables[0].title == "Biểu");
  CHECK(file.tables[0].rows[1].after_gap);
}

TEST_CASE("words that Excel shows in fonts of an old encoding are no Vietnamese") {
  const test::BookXml styled{.styles = "<fonts><font><name val=\".VnTime\"/></font></fonts>"};
  CHECK(shown(read_sheet(row(1, text("A1", "Néi dung")), {}, styled)) ==
        "error: the text of the file is in TCVN3 (ABC, font .VnTime), not in Unicode\n");
  CHECK(read_sheet(row(1, text("A1", "Nội dung")), {}, styled).problems.empty());
  const test::BookXml runs{
      .texts = "<si><r><rPr><rFont val=\"VNI-Times\"/></rPr><t>Noäi dung</t></r></si>"};
  CHECK(read_sheet(row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>"), {}, runs).problems.size() == 1);
}

TEST_CASE("what Excel writes for signs that XML hasn't, and line ends") {
  CHECK(shown(read_sheet(row(1, text("A1", "a_x000D_\nb") + text("B1", "_x0041_c")))) ==
        "a/b|Ac\n");
}

TEST_CASE("a number reads as its format shows it") {
  CHECK(number("1.1", "0.00") == "1.10");
  CHECK(number("1.1", "General") == "1.1 ?");
  CHECK(number("3", "General") == "3");
  CHECK(number("2", "00") == "02");
  CHECK(number("0.917", "0.0%") == "91.7%");
  CHECK(number("0.5", "0%") == "50%");
  CHECK(number("1250000", "#,##0") == "1,250,000");
  CHECK(number("1250000.5", "#,##0.0", {.decimal_comma = true}) == "1.250.000,5");
  CHECK(number("1.005", "0.00") == "1.01");
  CHECK(number("0.1", "0.0##") == "0.1");
  CHECK(number("-4", "0;(0)") == "(4)");
  CHECK(number("0", "0;-0;&quot;không&quot;") == "không");
  CHECK(number("12", "0&quot; hộ&quot;") == "12 hộ");
  CHECK(number("101", "0&quot;.&quot;00") == "1.01");
  CHECK(number("5", "@") == "5");
  CHECK(number("12345678", "0000-0000") == "1234-5678");
  CHECK(number("1500000", "#,##0,") == "1,500");
  CHECK(number("0.25", "# ?/?").ends_with("?"));
  CHECK(number("-0.001", "0.0") == "0.0");
  CHECK(number("999.96", "0.0") == "1000.0");
  CHECK(number("12", "General&quot; hộ&quot;") == "12 hộ");
  CHECK(number("7", "&quot;TDP &quot;General") == "TDP 7");
  CHECK(number("123456789012345", "General") == "123456789012345");
  CHECK(number("9704151234567890", "General") == "9704151234567890");
  CHECK(number("97041512345678901234", "#,##0") == "97041512345678901234");
  CHECK(number("1.5E+15", "0") == "1500000000000000 ?");
  CHECK(number("-9.99999999999999E+15", "General") == "-9999999999999990");
}

TEST_CASE("a format longer than Excel takes is told, and its numbers are unsure") {
  CHECK(number("1", std::string(255, '0')) == std::string(254, '0') + "1");
  CHECK(number("1", std::string(256, '0')) == "1 ?");
  // Characters count, not bytes.
  std::string words;
  for (int at = 0; at < 125; ++at) words += "ệ";
  CHECK(number("1", "0&quot;" + words + "&quot;") == "1" + words);
  const test::BookXml book{.styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"" +
                                     std::string(300, '0') +
                                     "\"/></numFmts><cellXfs><xf numFmtId=\"170\"/><xf "
                                     "numFmtId=\"170\"/></cellXfs>"};
  CHECK(told(read_sheet(row(1, "<c r=\"A1\"><v>1</v></c>"), {}, book)) ==
        "a format of numbers has more than 255 characters and isn't read: `" +
            std::string(40, '0') + "…`\n");
}

TEST_CASE("days are counted from 1900, with its day too many, or from 1904") {
  CHECK(number("45092", "dd/mm/yyyy") == "15/06/2023");
  CHECK(number("45092", "d/m/yy") == "15/6/2023");
  CHECK(number("45092", "yyyy-mm-dd") == "2023-06-15");
  CHECK(number("45092", "m/d/yyyy") == "15/06/2023 ?");
  CHECK(number("45092.75", "m/d/yyyy h:mm") == "15/06/2023 18:00:00 ?");
  CHECK(number("45092", "m/d/yyyy h:mm") == "15/06/2023 ?");
  CHECK(number("45092", "mmm-yy") == "06/2023");
  CHECK(number("45092", "&quot;Tháng &quot;m/yyyy") == "Tháng 6/2023");
  CHECK(number("45092.75", "dd/mm/yyyy hh:mm") == "15/06/2023 18:00");
  CHECK(number("0.5", "h:mm AM/PM") == "12:00 PM");
  CHECK(number("1.5", "[h]:mm") == "36:00");
  CHECK(number("0.0625", "[mm]:ss") == "90:00");
  CHECK(number("59", "dd/mm/yyyy") == "28/02/1900");
  CHECK(number("60", "dd/mm/yyyy") == "29/02/1900");
  CHECK(number("61", "dd/mm/yyyy") == "01/03/1900");
  CHECK(number("43630", "dd/mm/yyyy", {}, true) == "15/06/2023");
}

TEST_CASE("formats that Excel knows by number, truths, faults and texts of formulas") {
  const test::BookXml book{.styles =
                               "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/></cellXfs>"};
  const ReadFile file = read_sheet(
      row(1,
          "<c r=\"A1\" s=\"0\"><v>45092</v></c><c r=\"B1\" s=\"1\"><f>1/2</f><v>0.5</v></c>"
          "<c r=\"C1\" t=\"b\"><v>1</v></c><c r=\"D1\" t=\"e\"><v>#N/A</v></c><c r=\"E1\" "
          "t=\"str\"><f>A1</f><v>chữ</v></c><c r=\"F1\"><f>A2</f></c>"),
      {}, book);
  CHECK(shown(file) == "15/6/2023|50.00%|TRUE|#N/A|chữ|\n");
  CHECK(file.tables[0].rows[0].cells[0].kind == ReadKind::day);
  CHECK(file.tables[0].rows[0].cells[3].kind == ReadKind::fault);
  CHECK(told(file).starts_with("Biểu!F1: the formula in Biểu!F1 has no stored value\n"));
}

TEST_CASE("a merged cell says its words once, and what it hides is told") {
  const ReadFile file = read_sheet(
      row(1, text("A1", "Nhóm") + text("B1", "a")) + row(2, text("A2", "ẩn") + text("B2", "b")) +
          row(3, text("B3", "c") + text("C3", "d")),
      "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:XFD1\"/></mergeCells>");
  CHECK(shown(file) == "Nhóm|a|.\n.|b\n.|c|d\n");
  CHECK(seen_at(file.tables[0], 2, 0)->text == "Nhóm");
  CHECK(file.tables[0].rows[0].cells[1].columns == 2);
  REQUIRE(file.outside.size() == 1);
  CHECK(file.outside[0].cell == CellAddress{0, 1, 0});
  CHECK(told(file) == "the words in Biểu!A2 are hidden below a merged cell: `ẩn`\n");
}

TEST_CASE("sheets, rows and columns that are hidden are named") {
  const ReadFile file =
      read_tables(xlsx_of({{"Một", "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>" +
                                       data(row(1, text("A1", "a") + text("B1", "b")) +
                                            row(2, text("A2", "c"), "hidden=\"1\""))},
                           {"Trống", data("")},
                           {"Hai", data(row(1, text("A1", "x"))), "state=\"hidden\""}}),
                  "a.xlsx");
  CHECK(shown(file) == "a|b\nc\n--\nx\n");
  CHECK(file.tables[0].rows[1].hidden);
  CHECK(file.tables[1].hidden);
  CHECK(told(file) ==
        "sheet `Một`: columns B are hidden\nsheet `Một`: rows 2 are hidden\nthe sheet `Hai` is "
        "hidden\n");
}

TEST_CASE("notes on cells, words in shapes, pictures and macros are told") {
  test::ZipParts parts = test::xlsx_parts({{"S", data(row(1, text("A1", "a")))}});
  parts.emplace_back("xl/worksheets/_rels/sheet1.xml.rels",
                     test::relations_xml({{"comments", "../comments1.xml"},
                                          {"drawing", "/xl/drawings/drawing1.xml"}}));
  parts.emplace_back("xl/comments1.xml",
                     "<comments><commentList><comment ref=\"A1\"><text><r><t>xem lại</t></r></text>"
                     "</comment></commentList></comments>");
  parts.emplace_back(
      "xl/drawings/drawing1.xml",
      "<d><sp><p><r><t>hộp </t></r><r><t>chữ</t></r></p></sp><pic><blip/></pic></d>");
  parts.emplace_back("xl/vbaProject.bin", "x");
  const ReadFile file = read_tables(test::zipped(parts), "a.xlsm");
  CHECK(shown(file) == "a\n");
  REQUIRE(file.outside.size() == 2);
  CHECK(file.outside[0].text == "xem lại");
  CHECK(file.outside[0].cell == CellAddress{0, 0, 0});
  CHECK(file.outside[1].text == "hộp chữ");
  CHECK(told(file) ==
        "the file has macros, which are neither run nor read\nthe sheet `S` has pictures or charts "
        "(1), in which no words are read\n");
}

TEST_CASE("names count without their prefixes in sheets, too") {
  test::ZipParts parts = test::xlsx_parts({{"S", ""}});
  parts[1].second =
      "<x:worksheet xmlns:x=\"a\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" s=\"1\"/><x:c "
      "r=\"B1\"><x:v>7</x:v></x:c></x:row><x:row r=\"2\"></x:row></x:sheetData></x:worksheet>";
  CHECK(shown(read_tables(test::zipped(parts), "a.xlsx")) == "|7\n");
}

TEST_CASE("a million rows without words cost nothing") {
  std::string rows = row(1, text("A1", "đầu"));
  for (int at = 2; at <= 300'000; ++at)
    rows += fmt::format("<row r=\"{0}\" ht=\"15\"/><row r=\"{1}\"><c r=\"A{1}\" s=\"1\"/></row>",
                        at * 2, at * 2 + 1);
  rows += row(1'048'576, text("A1048576", "cuối"));
  const ReadFile file = read_sheet(rows);
  CHECK(shown(file) == "đầu\ncuối\n");
  CHECK(place_of(file, {0, 1, 0}).en == "Biểu!A1048576");
}

TEST_CASE("rows and cells without places follow each other, in any order of rows") {
  CHECK(shown(read_sheet("<row><c t=\"inlineStr\"><is><t>a</t></is></c><c/><c><v>2</v></c></row>"
                         "<row/><row><c><v>3</v></c></row>")) == "a||2\n3\n");
  CHECK(shown(read_sheet(row(2, text("A2", "b")) + row(1, text("A1", "a")))) == "a\nb\n");
  // Empty ones that say where they are aren't kept, but count for those behind them.
  CHECK(shown(read_sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"/><c><v>3</v></c></row>"
                         "<row r=\"3\"/><row><c r=\"C4\"></c><c><v>5</v></c></row>")) ==
        "1||3\n|||5\n");
}

TEST_CASE("a cell far to the right or there twice is an error with its place") {
  CHECK(shown(read_sheet(row(3, text("ZZ3", "x")))) ==
        "error: the cell Biểu!ZZ3 stands beyond column 256\n");
  CHECK(shown(read_sheet(row(3, text("A3", "x") + text("A3", "y")))) ==
        "error: the cell Biểu!A3 is there twice\n");
  CHECK(shown(read_sheet(row(3, text("A3", "x")) + row(3, text("B3", "y")))) ==
        "error: row 3 of the sheet `Biểu` is there twice\n");
}

TEST_CASE("a tag without an end isn't looked for over and over") {
  const std::string open = "<c r=\"A1\" t=\"" + std::string(40U << 20, 'x');
  CHECK(shown(read_sheet(row(1, text("A1", "a")) + open)) ==
        "error: a sheet is broken: a tag in it doesn't end\n");
}

}  // namespace
}  // namespace wardplan
