#include "table/csv.h"
#include "text/escape.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <random>

#include "write/formats.h"

namespace wardplan {
namespace {

using namespace std::string_view_literals;

using Rows = std::vector<std::vector<std::string>>;

Grid read(std::string_view bytes, const CsvOptions& options = {}) {
  return read_csv(Source("bieu.csv", std::string(bytes)), 3, options);
}

Rows texts_of(const Grid& grid) {
  Rows rows;
  for (const GridRow& row : grid.rows) {
    rows.emplace_back();
    for (const GridCell& cell : row) rows.back().push_back(cell.text);
  }
  return rows;
}

TEST_CASE("cells are read as they stand between separators and quotes") {
  struct Example {
    std::string_view bytes;
    Rows rows;
  };
  for (const Example& example : {
           Example{"a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
           Example{"a,b\r\nc,d", {{"a", "b"}, {"c", "d"}}},
           Example{"\xEF\xBB\xBFTT;Nội dung\r\n1;Y tế\r\n", {{"TT", "Nội dung"}, {"1", "Y tế"}}},
           Example{"a\tb\n1,5\t2;3\n", {{"a", "b"}, {"1,5", "2;3"}}},
           Example{"a,b\n\"x, y\",\"nói \"\"được\"\"\"\n", {{"a", "b"}, {"x, y", "nói \"được\""}}},
           Example{"a,b\n\"một\r\nhai\nba\",\"\"\n", {{"a", "b"}, {"một\r\nhai\nba", ""}}},
           Example{"a,b\n  x , y  \n\" z \",\n", {{"a", "b"}, {"  x ", " y  "}, {" z ", ""}}},
           // A quote within a cell that has none around it is one.
           Example{"a,b\nnói \"được\",5\"\n", {{"a", "b"}, {"nói \"được\"", "5\""}}},
           // Empty lines are passed over, rows of empty cells are not.
           Example{"\n  \r\na,b\n\n,\n   \nc,d\n \n", {{"a", "b"}, {"", ""}, {"c", "d"}}},
           // Rows may be shorter, and longer by cells that hold nothing.
           Example{"a,b,c\n1\n1,2,3,,\n", {{"a", "b", "c"}, {"1"}, {"1", "2", "3", "", ""}}},
           Example{"a\n\" \"\nb\n", {{"a"}, {" "}, {"b"}}},
           Example{"sep=;\r\na,b;c\r\n1,5;2\r\n", {{"a,b", "c"}, {"1,5", "2"}}},
           Example{"\"a;b\",c\n", {{"a;b", "c"}}},
           Example{"màn 5\";b;c\n", {{"màn 5\"", "b", "c"}}},
           Example{"\"a\"\"; ;b\nc\";d,e;f\n", {{"a\"; ;b\nc", "d,e", "f"}}},
       }) {
    CAPTURE(example.bytes);
    const Grid grid = read(example.bytes);
    for (const GridProblem& problem : grid.problems) FAIL_CHECK(problem.message.en);
    CHECK(texts_of(grid) == example.rows);
  }
}

TEST_CASE("every cell knows where it begins and what it covers") {
  const Grid grid = read("\xEF\xBB\xBFTổ,b,c\r\n\"x\ny\",đ,\"z\"\r\n");
  REQUIRE(grid.problems.empty());
  REQUIRE(texts_of(grid) == Rows{{"Tổ", "b", "c"}, {"x\ny", "đ", "z"}});
  CHECK(grid.rows[0][0].span == Span{3, 3, 7});
  CHECK(grid.rows[0][0].place == Position{1, 1});
  CHECK(grid.rows[0][1].place == Position{1, 4});
  CHECK(grid.rows[1][0].span == Span{3, 13, 18});
  CHECK(grid.rows[1][0].place == Position{2, 1});
  CHECK(grid.rows[1][1].place == Position{3, 4});
  CHECK(grid.rows[1][2].span == Span{3, 22, 25});
  CHECK(grid.rows[1][2].place == Position{3, 6});
}

TEST_CASE("what is not sure is told with its place") {
  struct Example {
    std::string_view bytes;
    std::string_view problems;
  };
  for (const Example& example : {
           Example{"", "1:1+0 the file has no lines|"},
           Example{"\xEF\xBB\xBF\r\n  \n", "1:1+0 the file has no lines|"},
           Example{"a;b,c\n",
                   "1:1+5 cells may be separated by `,` or `;`: the first line has 1 of each|"},
           Example{"\n\"x,\";b\tc\n",
                   "2:1+8 cells may be separated by `;` or tab: the first line has 1 of each|"},
           Example{"sep=|\na|b\n", "1:5+1 cells can't be separated by `|`|"},
           Example{"a,b\n1,\"x\n2,y\n", "2:3+1 the quote that opens here never closes|"},
           Example{"a,b\n\"x\"y,\"z\"\" \"t\nc,d\n",
                   "2:4+1 there is text after the closing quote|2:12+1 there is text after the "
                   "closing quote|"},
           Example{"a,b\n\"x\" ,2\n", "2:4+1 a blank stands after the closing quote|"},
           Example{"a,b\nc, \"x, y\"\n", "2:3+1 a blank stands before the opening quote|"},
           Example{"a,b\n1,2,3,4\nx,y,,z\n",
                   "2:5+3 the row has 4 cells, the first row only 2|3:6+1 the row has 4 cells, the "
                   "first row only 2|"},
           Example{"a,b\n1,2,\"z\"t\n",
                   "2:5+4 the row has 3 cells, the first row only 2|2:8+1 there is text after the "
                   "closing quote|"},
           Example{"a,b\rc,d\r", "1:4+1 a line ends in CR without LF|"},
           Example{"a,b\n\"c\"\rd", "2:4+1 a line ends in CR without LF|"},
           Example{"a,b\nL\xEAn,\xFF\n", "2:2+1 byte 0xEA is not UTF-8|"},
           Example{"a,b,long enough\n1\0,2\n"sv, "2:2+1 the file has a NUL byte and is no text|"},
           Example{"\xFF\xFE"
                   "a\0;\0b\0"sv,
                   "1:1+0 the file is saved as UTF-16 (`Unicode Text` in Excel)|"},
           Example{"\0T\0T\0,\x1E\x1E\0b"sv,
                   "1:1+0 the file is saved as UTF-16 (`Unicode Text` in Excel)|"},
       }) {
    CAPTURE(example.bytes);
    std::string problems;
    for (const GridProblem& problem : read(example.bytes).problems) {
      CHECK(problem.span.file == 3);
      CHECK_FALSE(problem.message.vi.empty());
      problems += fmt::format("{}:{}+{} {}|", problem.place.line, problem.place.column,
                              problem.span.size(), problem.message.en);
    }
    CHECK(problems == example.problems);
  }
}

TEST_CASE("a separator that is named needs no recognition") {
  CHECK(texts_of(read("a;b,c\n1;2,3\n", {','})) == Rows{{"a;b", "c"}, {"1;2", "3"}});
  CHECK(texts_of(read("a;b,c\n1;2,3\n", {';'})) == Rows{{"a", "b,c"}, {"1", "2,3"}});
  CHECK(read("a;b,c\n1;2,3\n", {';'}).problems.empty());
}

std::string random_text(std::mt19937_64& random, std::size_t most) {
  static const std::vector<std::string> pieces = {"a", "ế",  "1",    ",",  ";",       "\t", "\"",
                                                  " ", "\n", "\r\n", "\r", "đ\u0301", "漢"};
  std::string text;
  for (std::uint64_t left = random() % most; left > 0; --left)
    text += pieces[random() % pieces.size()];
  return text;
}

TEST_CASE("whatever cells are written as CSV, the same cells are read") {
  std::mt19937_64 random(20260731);
  for (int round = 0; round < 2000; ++round) {
    Rows wanted;
    const std::size_t columns = 2 + random() % 4;
    for (std::uint64_t rows = 1 + random() % 4; rows > 0; --rows) {
      wanted.emplace_back();
      for (std::size_t at = 0; at < columns; ++at) wanted.back().push_back(random_text(random, 6));
    }
    Sheet sheet;
    for (const std::string& title : wanted.front()) sheet.columns.push_back({"k", title, ""});
    for (std::size_t row = 1; row < wanted.size(); ++row) {
      sheet.rows.push_back({});
      for (const std::string& text : wanted[row]) sheet.rows.back().cells.push_back({text});
    }
    const std::string bytes = written_by(write_csv, sheet, {});
    CAPTURE(bytes);
    const Grid grid = read(bytes, {','});
    for (const GridProblem& problem : grid.problems) FAIL_CHECK(problem.message.en);
    CHECK(texts_of(grid) == wanted);
  }
}

/// What a cell says by its own bytes.
std::string meant_by(std::string_view written) {
  if (!written.starts_with('"')) return std::string(written);
  std::string text;
  for (std::size_t at = 1; at + 1 < written.size(); ++at) {
    text += written[at];
    if (written[at] == '"') ++at;
  }
  return text;
}

/// Reads any bytes and holds what is true of every answer.
void check_any(const std::string& bytes) {
  CAPTURE(bytes);
  const Source source("x.csv", bytes);
  const Grid grid = read_csv(source, 0);
  CHECK((!grid.rows.empty() || !grid.problems.empty()));
  std::uint32_t end = 0;
  for (const GridRow& row : grid.rows) {
    CHECK_FALSE(row.empty());
    for (const GridCell& cell : row) {
      REQUIRE(cell.span.begin >= end);
      REQUIRE(cell.span.end >= cell.span.begin);
      end = cell.span.end;
      REQUIRE(end <= bytes.size());
      CHECK(cell.place == source.position(cell.span.begin));
      if (grid.problems.empty())
        CHECK(meant_by(bytes.substr(cell.span.begin, cell.span.size())) == cell.text);
    }
  }
  end = 0;
  for (const GridProblem& problem : grid.problems) {
    CHECK(problem.span.begin >= end);
    CHECK(problem.span.end <= bytes.size());
    end = problem.span.begin;
  }
}

TEST_CASE("every prefix and many a change of a file are read or refused, with spans that hold") {
  const std::string whole =
      "\xEF\xBB\xBFTT;Nội dung;\"Đơn vị; phối hợp\"\r\n1;\"Nói \"\"được\"\"\r\nlàm "
      "được\";UBND\r\n\r\n"
      "2; Y tế ;\"\"\n";
  for (std::size_t size = 0; size <= whole.size(); ++size) check_any(whole.substr(0, size));
  std::mt19937_64 random(4180);
  constexpr auto kSigns = "\",;\t \r\n\0\xFF\xC3sep="sv;
  for (int round = 0; round < 5000; ++round) {
    std::string changed = whole;
    for (std::uint64_t left = 1 + random() % 4; left > 0 && !changed.empty(); --left) {
      const std::size_t at = random() % changed.size();
      const char sign = kSigns[random() % kSigns.size()];
      switch (random() % 3) {
        case 0:
          changed[at] = sign;
          break;
        case 1:
          changed.insert(at, 1, sign);
          break;
        default:
          changed.erase(at, 1 + random() % 5);
      }
    }
    check_any(changed);
  }
}

TEST_CASE("CSV for Excel marks what Excel would take for a formula") {
  struct Example {
    std::string_view csv;
    std::string_view excel;
  };
  for (const Example& example : {
           Example{"a,=1\r\n", "a,'=1\r\n"},
           Example{"=1,b\r\n+c,-d\r\n", "'=1,b\r\n'+c,'-d\r\n"},
           Example{"\"=1,2\",\"@\"\"x\"\r\n", "\"'=1,2\",\"'@\"\"x\"\r\n"},
           Example{"-5,+3,-0.5%\r\n", "-5,+3,-0.5%\r\n"},
           Example{"\"a,\n=b\",c=\r\n", "\"a,\n=b\",c=\r\n"},
           Example{"-1+2,\"-5\",\"-1,5\"\r\n", "'-1+2,-5,\"'-1,5\"\r\n"},
           Example{",\r\n,\"\"\r\n", ",\r\n,\r\n"},
           Example{"＝1,\u00A0=1,\" －x\",Ａ\r\n", "'＝1,'\u00A0=1,' －x,Ａ\r\n"},
           Example{"", ""},
       }) {
    CAPTURE(example.csv);
    CHECK(csv_as(example.csv, {',', true}) == "\xEF\xBB\xBF" + std::string(example.excel));
  }
}

TEST_CASE("CSV is written with another separator, and a mark before a formula comes off again") {
  CHECK(csv_as("a;b,\"c,d\",\"e\"\"f\"\r\n", {';'}) == "\"a;b\";c,d;\"e\"\"f\"\r\n");
  CHECK(csv_as("a,\"b\nc\"\r\n", {'\t'}) == "a\t\"b\nc\"\r\n");
  CHECK(without_formula_mark("'=1") == "=1");
  CHECK(without_formula_mark("'tổ") == "'tổ");
}

}  // namespace
}  // namespace wardplan
