#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/office_files.h"
#include "table/read_table.h"

namespace wardplan {
namespace {

using test::docx_of;
using test::shown;
using test::told;
using test::word_cell;
using test::word_table_xml;

ReadFile read_docx(const std::string& body, const test::ZipParts& more = {}) {
  return read_tables(docx_of(body, more), "a.docx");
}

/// One table of one cell with this in its paragraph.
std::string in_cell(const std::string& inline_xml, const test::ZipParts& more = {}) {
  const ReadFile file =
      read_docx(word_table_xml({{"<w:tc><w:p>" + inline_xml + "</w:p></w:tc>"}}), more);
  return shown(file);
}

std::string words(const std::string& text, const std::string& look = {}) {
  return fmt::format("<w:r><w:rPr>{}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>", look,
                     text);
}

TEST_CASE("words of cells that old files merge to the left stay") {
  const ReadFile file =
      read_docx(word_table_xml({{word_cell({"a"}, "<w:hMerge w:val=\"restart\"/>"),
                                 word_cell({"mất"}, "<w:hMerge/>"), "b"}}));
  CHECK(file.tables.at(0).rows.at(0).cells.at(0).text == "a\nmất");
}

TEST_CASE("a Word table is rows of cells with their places, and the words before it its title") {
  const ReadFile file = read_docx("<w:p><w:r><w:t>Biểu 1</w:t></w:r></w:p>" +
                                  word_table_xml({{"TT", "Nội dung"}, {"1", "Trồng cây"}}) +
                                  "<w:p><w:r><w:t>Nơi nhận</w:t></w:r></w:p>");
  REQUIRE(file.tables.size() == 1);
  CHECK(shown(file) == "TT|Nội dung\n1|Trồng cây\n");
  CHECK(file.tables[0].title == "Biểu 1");
  CHECK(place_of(file, {0, 1, 1}).vi == "bảng 1, dòng 2, cột 2");
  REQUIRE(file.outside.size() == 2);
  CHECK(file.outside[0].tables_before == 0);
  CHECK(file.outside[1].text == "Nơi nhận");
  CHECK(file.outside[1].tables_before == 1);
}

TEST_CASE("paragraphs, breaks and tabs of a cell are lines and blanks") {
  CHECK(in_cell(words("một") + "<w:r><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t></w:r>") ==
        "một/hai ba\n");
  const ReadFile file =
      read_docx(word_table_xml({{word_cell({"Đ/c Hà", "", "- UVTV"}), word_cell({"B"})}}));
  CHECK(shown(file) == "Đ/c Hà/- UVTV|B\n");
}

TEST_CASE("a cell that is merged says its words once, where it begins") {
  const std::string restart = "<w:vMerge w:val=\"restart\"/>", goes_on = "<w:vMerge/>";
  const std::string two = "<w:gridSpan w:val=\"2\"/>";
  const ReadFile file = read_docx(word_table_xml({{"TT", word_cell({"Thời gian"}, two), "Z"},
                                                  {word_cell({"1"}, restart), "a", "b", "c"},
                                                  {word_cell({""}, goes_on), "d", "e", "f"},
                                                  {word_cell({"x"}, two + restart), "g", "h"},
                                                  {word_cell({""}, two + goes_on), "i", "j"}}));
  CHECK(shown(file) == "TT|Thời gian|.|Z\n1|a|b|c\n.|d|e|f\nx|.|g|h\n.|.|i|j\n");
  const ReadTable& table = file.tables[0];
  CHECK(table.rows[0].cells[1].columns == 2);
  CHECK(table.rows[1].cells[0].rows == 2);
  CHECK(table.rows[3].cells[0].rows == 2);
  CHECK(seen_at(table, 0, 2)->text == "Thời gian");
  CHECK(seen_at(table, 2, 0)->text == "1");
  CHECK(seen_at(table, 4, 1)->text == "x");
  CHECK(seen_at(table, 0, 4) == nullptr);
}

TEST_CASE("words in a cell that goes on from above are told as not to be seen") {
  const ReadFile file = read_docx(word_table_xml(
      {{word_cell({"1"}, "<w:vMerge w:val=\"restart\"/>")}, {word_cell({"mất"}, "<w:vMerge/>")}}));
  CHECK(shown(file) == "1\n.\n");
  REQUIRE(file.outside.size() == 1);
  CHECK(file.outside[0].kind == OutsideKind::hidden);
  CHECK(file.outside[0].text == "mất");
  CHECK(file.outside[0].cell == CellAddress{0, 1, 0});
}

TEST_CASE("words that Word shows in fonts of an old encoding are no Vietnamese") {
  const auto in_font = [](const std::string& font, const std::string& words) {
    return read_docx(
        word_table_xml({{"TT", "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"" + font + "\" w:hAnsi=\"" +
                                   font + "\"/></w:rPr><w:t>" + words + "</w:t></w:r></w:p>"}}));
  };
  const auto refused = [&](const std::string& font, const std::string& words) {
    return in_font(font, words).problems.size() == 1;
  };
  CHECK(shown(in_font(".VnTime", "Néi dung")) ==
        "error: the text of the file is in TCVN3 (ABC, font .VnTime), not in Unicode\n");
  CHECK(refused("VNI-Times", "Noäi dung"));
  CHECK(!refused("Times New Roman", "Néi dung"));
  // A font's name may stay where the letters were converted, or were never others.
  CHECK(!refused(".VnTime", "Nội dung"));
  CHECK(!refused(".VnTime", "UBND"));
}

TEST_CASE("an absurd span is one cell and is told") {
  const ReadFile file = read_docx(
      word_table_xml({{word_cell({"a"}, "<w:gridSpan w:val=\"1000000\"/>"), "b"}, {"c", "d"}}));
  CHECK(shown(file) == "a|b\nc|d\n");
  CHECK(told(file) ==
        "table 1: cells merged over more than 63 columns (1) are read as usual ones\n");
}

TEST_CASE("a row may begin later and end earlier than the table") {
  const ReadFile file = read_docx(word_table_xml(
      {{"TT", "Việc"}, {"1", "a", "b"}, {"<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>", "c"}}));
  CHECK(shown(file) == "TT|Việc\n1|a|b\n|c\n");
  CHECK(file.tables[0].columns == 3);
}

TEST_CASE("columns that no cell begins in, and lines drawn beside each other, are none") {
  const std::string grid =
      "<w:tbl><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"20\"/><w:gridCol "
      "w:w=\"2000\"/></w:tblGrid>";
  const std::string two = "<w:gridSpan w:val=\"2\"/>";
  const ReadFile file =
      read_docx(grid + "<w:tr>" + word_cell({"TT"}) + word_cell({"Việc"}, two) + "</w:tr><w:tr>" +
                word_cell({"1"}, two) + word_cell({"a"}) + "</w:tr></w:tbl>");
  CHECK(shown(file) == "TT|Việc\n1|a\n");
}

TEST_CASE("numbers that Word prints by itself are words of the cell") {
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"5\">"
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText "
      "w:val=\"%1\"/></w:lvl>"
      "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText "
      "w:val=\"%1.%2.\"/></w:lvl>"
      "<w:lvl w:ilvl=\"2\"><w:start w:val=\"3\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText "
      "w:val=\"%3)\"/></w:lvl>"
      "<w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\xEF\x82\xB7\"/><w:rPr>"
      "<w:rFonts w:ascii=\"Symbol\"/></w:rPr></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride w:ilvl=\"0\">"
      "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";
  const auto numbered = [](int list, int level, const std::string& text) {
    return word_cell(
        {fmt::format("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{}\"/><w:numId "
                     "w:val=\"{}\"/></w:numPr></w:pPr>{}</w:p>",
                     level, list, text.empty() ? "" : words(text))});
  };
  const ReadFile file = read_docx(word_table_xml({{numbered(1, 0, ""), "a"},
                                                  {numbered(1, 1, ""), "b"},
                                                  {numbered(1, 1, "việc"), "c"},
                                                  {numbered(1, 2, ""), "d"},
                                                  {numbered(1, 0, ""), "e"},
                                                  {numbered(1, 1, ""), "f"},
                                                  {numbered(1, 3, "gạch"), "g"},
                                                  {numbered(2, 0, ""), "h"},
                                                  {numbered(0, 0, "không"), "i"}}),
                                  {{"numbering", numbering}});
  CHECK(shown(file) == "I|a\n1.1.|b\n1.2. việc|c\nc)|d\nII|e\n2.1.|f\n• gạch|g\nVII|h\nkhông|i\n");
}

TEST_CASE("a style may number paragraphs") {
  const std::string styles =
      "<w:style w:styleId=\"Muc\"><w:basedOn w:val=\"Goc\"/></w:style><w:style w:styleId=\"Goc\">"
      "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimalZero\"/>"
      "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
      "w:val=\"0\"/></w:num>";
  CHECK(in_cell("<w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>" + words("Một"),
                {{"styles", styles}, {"numbering", numbering}}) == "01. Một\n");
}

TEST_CASE("tracked changes are as if they were accepted") {
  const ReadFile file = read_docx(
      word_table_xml({{"<w:tc><w:p>" + words("Quý ") +
                       "<w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins>" + words("2") +
                       "</w:ins><w:moveFrom>" + words("cũ") + "</w:moveFrom></w:p></w:tc>"},
                      {"<w:trPr><w:del/></w:trPr>", "bỏ"},
                      {"còn"}}));
  CHECK(shown(file) == "Quý 2\ncòn\n");
  CHECK(told(file) ==
        "table 1, row 1, column 1: deleted words (tracked) are left out: `1cũ`\n"
        "table 1: rows that were deleted (tracked) are left out (1)\n");
}

TEST_CASE("paragraphs whose end was deleted go on in the next") {
  const std::string end = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
  CHECK(shown(read_docx(word_table_xml({{"<w:tc><w:p>" + end + words("Tháng ") + "</w:p><w:p>" +
                                         words("5") + "</w:p></w:tc>"}}))) == "Tháng 5\n");
}

TEST_CASE("fields say what they come to, signs and hyphens what is printed") {
  CHECK(
      in_cell("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText>"
              "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
              words("05/2023") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + words(" hết")) ==
      "05/2023 hết\n");
  CHECK(in_cell("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + words("còn nguyên")) ==
        "còn nguyên\n");
  CHECK(in_cell("<w:fldSimple w:instr=\"SEQ\">" + words("3") + "</w:fldSimple>") == "3\n");
  CHECK(in_cell("<w:r><w:t>nhà</w:t><w:noBreakHyphen/><w:t>cửa</w:t><w:softHyphen/><w:t>!</w:t>"
                "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>") == "nhà-cửa!✓\n");
}

TEST_CASE("wrapped words are words: links, content controls, text boxes, other branches") {
  CHECK(in_cell("<w:hyperlink>" + words("a") +
                "</w:hyperlink><w:sdt><w:sdtPr><w:alias "
                "w:val=\"x\"/></w:sdtPr><w:sdtContent>" +
                words("b") + "</w:sdtContent></w:sdt>") == "ab\n");
  CHECK(
      in_cell(
          "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:r><w:drawing><w:txbxContent><w:p>" +
          words("hộp") + "</w:p></w:txbxContent></w:drawing></w:r></mc:Choice><mc:Fallback>" +
          words("hộp") + "</mc:Fallback></mc:AlternateContent>" + words("trước")) == "trước/hộp\n");
  const std::string row = "<w:tr>" + word_cell({"c"}) + "</w:tr>";
  CHECK(shown(read_docx("<w:tbl><w:sdt><w:sdtContent>" + row +
                        "</w:sdtContent></w:sdt></w:tbl>")) == "c\n");
}

TEST_CASE("hidden words are told and not in the table") {
  const ReadFile file =
      read_docx(word_table_xml({{"<w:tc><w:p>" + words("thấy") + words("ẩn", "<w:vanish/>") +
                                 words("!", "<w:vanish w:val=\"0\"/>") + "</w:p></w:tc>"}}));
  CHECK(shown(file) == "thấy!\n");
  REQUIRE(file.outside.size() == 1);
  CHECK(file.outside[0].text == "ẩn");
  CHECK(told(file) == "table 1, row 1, column 1: hidden words are not in the table: `ẩn`\n");
}

TEST_CASE("footnotes and comments stand beside the cell that they belong to") {
  const ReadFile file = read_docx(
      word_table_xml({{"a", "<w:tc><w:p>" + words("b") +
                                "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                                "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p></w:tc>"}}),
      {{"footnotes", "<w:footnote w:id=\"2\"><w:p>" + words("chú thích") + "</w:p></w:footnote>"},
       {"comments", "<w:comment w:id=\"0\"><w:p>" + words("xem lại") + "</w:p></w:comment>"}});
  CHECK(shown(file) == "a|b\n");
  REQUIRE(file.outside.size() == 2);
  CHECK(file.outside[0].kind == OutsideKind::footnote);
  CHECK(file.outside[0].text == "chú thích");
  CHECK(file.outside[0].cell == CellAddress{0, 0, 1});
  CHECK(file.outside[1].kind == OutsideKind::comment);
}

TEST_CASE("a table in a cell is words of that cell, and a table") {
  const ReadFile file = read_docx(word_table_xml(
      {{word_cell({"trên", word_table_xml({{"1", "x"}, {"2", "y"}}), "dưới"}), "b"}}));
  CHECK(shown(file) == "trên/1 x/2 y/dưới|b\n--\n1|x\n2|y\n");
  CHECK(file.tables[1].inside == CellAddress{0, 0, 0});
  CHECK(told(file) == "table 1, row 1, column 1: table 2 stands in a cell of another\n");
}

TEST_CASE("tables that a page's end cut are joined by their headings") {
  const std::string first = word_table_xml({{"TT", "Việc"}, {"1", "a"}}),
                    second = word_table_xml({{"TT", "Việc"}, {"2", "b"}}),
                    other = word_table_xml({{"3", "c"}}), line = "<w:p/>",
                    words_between = "<w:p>" + words("Biểu 2") + "</w:p>";
  const ReadFile joined = read_docx(first + line + second + line + other);
  CHECK(shown(joined) == "TT|Việc\n1|a\nTT|Việc\n2|b\n--\n3|c\n");
  CHECK(joined.tables[0].rows[2].repeated);
  CHECK(told(joined).ends_with("table 3 may go on from the table right before it\n"));
  CHECK(place_of(joined, {0, 3, 1}).en == "table 2, row 2, column 2");
  CHECK(shown(read_docx(first + words_between + second)) == "TT|Việc\n1|a\n--\nTT|Việc\n2|b\n");
  CHECK(shown(read_tables(docx_of(first + other + second), "a", {.join = true})) ==
        "TT|Việc\n1|a\n3|c\nTT|Việc\n2|b\n");
}

TEST_CASE("headers of pages are words beside the tables, tables in them too") {
  test::ZipParts parts = test::docx_parts(word_table_xml({{"a"}, {"b"}}));
  parts[2].second = test::relations_xml({{"header", "header1.xml"}});
  parts.emplace_back("word/header1.xml",
                     "<w:hdr>" + word_table_xml({{"UBND", "trang 1"}}) + "</w:hdr>");
  const ReadFile file = read_tables(test::zipped(parts), "a.docx");
  CHECK(shown(file) == "a\nb\n");
  REQUIRE(file.outside.size() == 2);
  CHECK(file.outside[1].text == "trang 1");
  CHECK(file.outside[1].kind == OutsideKind::page_margin);
}

TEST_CASE("a table is known by its number, its size and its first words") {
  const ReadFile file = read_docx("<w:p>" + words("Biểu 1") + "</w:p>" +
                                  word_table_xml({{"TT", "Nội dung"}, {"1", "x"}, {"2", "y"}}));
  CHECK(summary_of(file.tables[0]).vi ==
        "bảng 1 `Biểu 1` (3 dòng, 2 cột): TT | Nội dung | 1 | x | …");
}

TEST_CASE("a table that was deleted is none") {
  const std::string gone = word_table_xml({{"<w:trPr><w:del/></w:trPr>", "bỏ"}});
  const ReadFile file = read_docx(gone + word_table_xml({{"còn"}}));
  CHECK(shown(file) == "còn\n");
  CHECK(told(file) == "a table that was deleted (tracked) is left out\n");
}

TEST_CASE("names count without their prefixes") {
  const std::string strict =
      "<document "
      "xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><tbl><tr><tc><p><r>"
      "<t>nghiêm</t></r></p></tc></tr></tbl></body></document>";
  test::ZipParts parts = test::docx_parts("");
  parts[1].second = strict;
  CHECK(shown(read_tables(test::zipped(parts), "a.docx")) == "nghiêm\n");
}

}  // namespace
}  // namespace wardplan
