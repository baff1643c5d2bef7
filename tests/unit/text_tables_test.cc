#include <doctest/doctest.h>

#include "support/office_files.h"
#include "table/read_table.h"
#include "text/escape.h"

namespace wardplan {
namespace {

using test::shown;
using test::told;

std::string read(std::string_view bytes, const ReadOptions& options = {},
                 std::string_view name = "a.txt") {
  return shown(read_tables(bytes, name, options));
}

TEST_CASE("CSV with commas, semicolons, tabs and quotes, as Excel saves it") {
  CHECK(read("\xEF\xBB\xBFTT;Việc\r\n1;\"a;\r\nb\"\r\n;\r\n", {}, "a.csv") == "TT|Việc\n1|a;/b\n");
  CHECK(read("TT,Việc,Hạn\n1,\"a, \"\"b\"\"\"\n", {}, "A.CSV") == "TT|Việc|Hạn\n1|a, \"b\"\n");
  CHECK(read("sep=;\nx;y,z\n") == "x|y,z\n");
  CHECK(read("a,b\nc,d\n") == "a|b\nc|d\n");
  CHECK(read("a|b\n", {.separator = ';'}) == "a|b\n");
  CHECK(read("BIỂU TIẾN ĐỘ\nTT;Việc, hạn\n1;a\n2;b\n", {}, "a.csv") ==
        "BIỂU TIẾN ĐỘ\nTT|Việc, hạn\n1|a\n2|b\n");
  const ReadFile file = read_tables("TT;Việc\n1;a\n", "a.csv");
  CHECK(place_of(file, {0, 1, 1}).vi == "2:3");
  CHECK(read("a,b\n\"c,d\n", {}, "a.csv") ==
        "error: 2:1: the quote that opens here never closes\n");
}

TEST_CASE("other encodings are read when they are said, and named otherwise") {
  const std::string wide(
      "\xFF\xFE"
      "T\0T\0\t\0\xA1\x1E\n\0"
      "1\0\t\0a\0\n\0",
      20);
  CHECK(read(wide) == "error: the file is saved as UTF-16 (`Unicode Text` in Excel)\n");
  CHECK(read(wide, {.encoding = Encoding::utf16}) == "TT|ạ\n1|a\n");
  const std::string old = "TT;\xD0\xF4 th\xF2\xEC\n1;Qu\xEA\xEC\n";
  CHECK(read(old, {}, "a.csv") == "error: byte 0xD0 at 1:4 is not UTF-8\n");
  CHECK(read(std::string("TT;\xD0\xF4 th\xEA\xF2\n1;m\xF4\xF2t\n"), {.encoding = Encoding::cp1258},
             "a.csv") == "TT|Đô thệ\n1|một\n");
  CHECK(find_encoding("UTF-16") == Encoding::utf16);
  CHECK(find_encoding("windows-1258") == Encoding::cp1258);
  CHECK(!find_encoding("tcvn3"));
}

TEST_CASE("a table pasted from Excel or Word has tabs between its cells") {
  const ReadFile file = read_tables(
      "KẾ HOẠCH\n\tI. MỤC ĐÍCH\n\nTT\tViệc\tHạn\nI\tChung\t\n1\t\"a\n\"\"b\"\"\"\tQuý "
      "1\n\n\tđuôi\t\n"
      "TRANG 2\n\n2\tc\tQuý 2\n\nNơi nhận\n",
      "a.txt");
  CHECK(shown(file) == "TT|Việc|Hạn\nI|Chung|\n1|a/\"b\"|Quý 1\n|đuôi|\n2|c|Quý 2\n");
  CHECK(file.tables[0].title == "I. MỤC ĐÍCH");
  CHECK(file.tables[0].rows[3].after_gap);
  CHECK(file.outside.size() == 4);
  CHECK(told(file) == "line 10 stands between the rows of a table and is none of it: `TRANG 2`\n");
}

TEST_CASE("a table under words of its own is another table") {
  CHECK(read("TT\tTên\n1\ta\n\nBiểu 2\n\nTT\tTên\n1\tb\n") == "TT|Tên\n1|a\n--\nTT|Tên\n1|b\n");
}

TEST_CASE("a table in Markdown") {
  CHECK(
      read(
          "# Kế hoạch\n\n| TT | Việc |\n|---:|:---|\n| 1 | a \\| b<br>c |\n| 2 | **d**\n\nhết\n") ==
      "TT|Việc\n1|a | b/c\n2|d\n");
}

/// As converters leave it: a tab before each cell, an empty line after each row.
constexpr std::string_view kLines =
    "BIỂU TIẾN ĐỘ\n"
    "\tTT\n\tNội dung\n\tLãnh đạo\n"
    " \tI\n\tCHỈ TIÊU\n\n"
    "\t1\n\tĐô thị (02 chỉ tiêu)\n\n"
    "\t1.1\n\tTrồng cây\n\n\tĐ/c Hà\n- UVTV\n\tQuý 1\n\t\n\n"
    "\t1.2\n\tQuét đường\n\t\n\n\tĐ/c Kiên\n\tThường xuyên\n\t12\n\n"
    "\t*\n\tNhà cửa\n\n"
    "\t1.3\n\tSơn\n\tĐ/c Hà\n\tQuý 2\n\t\nNăm 2023\n\n"
    "\t1.4\n\tmất một ô\n\tĐ/c Hà\n\tQuý 3\n\n"
    "Nơi nhận\n";

TEST_CASE("rows of a table with a cell in each line are found by their numbers") {
  const ReadFile file = read_tables(kLines, "a.txt");
  CHECK(shown(file) ==
        "TT|Nội dung|Lãnh đạo\nI|CHỈ TIÊU\n1|Đô thị (02 chỉ tiêu)\n"
        "1.1|Trồng cây|Đ/c Hà/- UVTV|Quý 1|\n1.2|Quét đường||Đ/c Kiên|Thường xuyên|12\n"
        "*|Nhà cửa\n1.3|Sơn|Đ/c Hà|Quý 2|Năm 2023\n1.4|mất một ô|Đ/c Hà|Quý 3\n");
  CHECK(file.tables[0].title == "BIỂU TIẾN ĐỘ");
  CHECK(file.outside.back().text == "Nơi nhận");
  CHECK(place_of(file, {0, 3, 2}).en == "14:2");
  CHECK(told(file) ==
        "line 19: the row has 6 cells, others have 5; they may be in other columns\n"
        "line 37: the row has 4 cells, others have 5; they may be in other columns\n");
}

TEST_CASE("lines without tabs are cells when numbers make rows of them") {
  CHECK(read("TT\nViệc\nHạn\n1\nTrồng cây\nQuý 1\n2\nQuét đường\n15\n3\nSơn\nQuý 2\n") ==
        "TT|Việc|Hạn\n1|Trồng cây|Quý 1\n2|Quét đường|15\n3|Sơn|Quý 2\n");
  CHECK(read("Một đoạn văn.\n\n1. Việc này.\n\nVà việc khác.\n") ==
        "error: the file has no table\n");
}

}  // namespace
}  // namespace wardplan
