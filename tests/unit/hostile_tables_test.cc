#include <doctest/doctest.h>

#include <fmt/format.h>

#include "support/office_files.h"
#include "table/read_table.h"

namespace wardplan {
namespace {

using test::docx_of;
using test::docx_parts;
using test::word_cell;
using test::word_table_xml;
using test::zipped;

/// The one problem of a file, of which nothing else is there.
std::string problem(const std::string& bytes) {
  const ReadFile file = read_tables(bytes, "a.docx");
  REQUIRE(file.problems.size() == 1);
  CHECK(file.tables.empty());
  CHECK(file.told.empty());
  CHECK(!file.problems[0].message.vi.empty());
  return file.problems[0].message.en;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

TEST_CASE("what no table is read from is named as what it is, with what to do") {
  const auto wide = [](std::string_view name) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char c : name) bytes += {c, '\0'};
    return bytes;
  };
  const std::string no = ", which no table is read from";
  CHECK(problem("%PDF-1.7\n") == "this is a PDF file" + no);
  CHECK(problem("{\\rtf1 a}") == "this is an RTF file" + no);
  CHECK(problem("\x89PNG\r\n") == "this is a PNG picture" + no);
  CHECK(problem("\xFF\xD8\xFF\xE0") == "this is a JPEG picture" + no);
  CHECK(problem("<!DOCTYPE html><table>") == "this is an HTML page" + no);
  CHECK(problem("<?xml version=\"1.0\"?><Workbook/>") ==
        "this is an XML file (as Excel 2003 or Word 2003 save)" + no);
  CHECK(problem(wide("WordDocument")) == "this is an old Word file (.doc)" + no);
  CHECK(problem(wide("Workbook")) == "this is an old Excel file (.xls)" + no);
  CHECK(problem(wide("EncryptedPackage")) == "this is a Word or Excel file with a password" + no);
  CHECK(problem(zipped({{"mimetype", "x"}, {"content.xml", "<a/>"}})) ==
        "this is a LibreOffice file (.odt, .ods)" + no);
  CHECK(problem(zipped({{"a.docx", "x"}})) == "this is a zip archive and no Word or Excel file");
  CHECK(problem("") == "the file is empty");
  CHECK(problem("\xEF\xBB\xBF \n") == "the file is empty");
  CHECK(read_tables("%PDF-1.7", "a").problems[0].help.en ==
        "open it in Word (File > Open), which makes tables of it, look them over and save it as "
        ".docx");
}

TEST_CASE("a file that is damaged, cut short or at odds with itself is refused") {
  const std::string whole = docx_of(word_table_xml({{"a"}}));
  REQUIRE(read_tables(whole, "a").problems.empty());
  CHECK(problem(whole.substr(0, whole.size() - 30)) == "the zip archive is damaged or cut short");
  CHECK(problem(whole.substr(0, 4)) == "the zip archive is damaged or cut short");
  test::ZipParts parts = docx_parts(word_table_xml({{"a"}}));
  parts.push_back(parts[1]);
  CHECK(problem(zipped(parts)) == "the file has two parts of the name `word/document.xml`");
  parts = docx_parts("<w:p>");
  CHECK(problem(zipped(parts))
            .starts_with("the part `word/document.xml` of the file is no well-formed XML"));
  parts[1].second =
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><w:document>&b;"
      "</w:document>";
  CHECK(problem(zipped(parts)) ==
        "the part `word/document.xml` of the file has a DOCTYPE, which Word and Excel never write");
  CHECK(problem(docx_of("<w:p/>")) == "the file has no table");
}

TEST_CASE("what nests or grows without end is refused") {
  CHECK(problem(docx_of(repeated("<w:tbl><w:tr><w:tc>", 100'000) +
                        repeated("</w:tc></w:tr></w:tbl>", 100'000))) ==
        "the part `word/document.xml` of the file nests deeper than 256 levels");
  CHECK(problem(docx_of(repeated("<w:p/>", 3'000'000))) ==
        "the part `word/document.xml` of the file is too large");
  CHECK(problem(docx_of(std::string(50U << 20, ' '))) == "the file unpacks to more than 48 MiB");
  CHECK(problem(docx_of("<w:tbl><w:tr>" + repeated("<w:tc><w:p/></w:tc>", 300) +
                        "</w:tr></w:tbl>")) == "a Word table has more than 256 columns");
  CHECK(problem(docx_of(
            "<w:tbl>" + repeated("<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", 126'000) +
            "</w:tbl>")) == "the file has too many cells or words (at most 250000 cells)");
  CHECK(problem("TT" + repeated("\tx", 300) + "\n1\t2\n") == "line 1 has more than 256 cells");
  CHECK(problem(repeated("| x ", 60000) + "|\n|---|\n| 1 |\n") == "line 1 has more than 256 cells");
}

TEST_CASE("numbers of lists count as words, and have no names without end") {
  const auto listed = [](std::string_view text, std::size_t paragraphs) {
    const std::string paragraph =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        "<w:r><w:t>a</w:t></w:r></w:p>";
    return docx_of(
        word_table_xml({{word_cell({repeated(paragraph, paragraphs)})}}),
        {{"numbering", fmt::format("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
                                   "<w:lvlText w:val=\"{}\"/></w:lvl></w:abstractNum><w:num "
                                   "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
                                   text)}});
  };
  CHECK(test::shown(read_tables(listed("%1)", 2), "a.docx")) == "1) a/2) a\n");
  CHECK(problem(listed(repeated("x", 1'000'000), 2))
            .starts_with("a style or list of the Word file has a name or number of more than 1024 "
                         "bytes: `xxx"));
  CHECK(problem(listed(repeated("x", 1000), 20'000)) ==
        "the file has too many cells or words (at most 250000 cells)");
  std::string lists;
  for (int at = 0; at < 20'000; ++at)
    lists += fmt::format("<w:abstractNum w:abstractNumId=\"{}\"/>", at);
  CHECK(problem(docx_of(word_table_xml({{"a"}}), {{"numbering", lists}})) ==
        "the Word file has more than 16384 styles or lists");
}

TEST_CASE("tables within each other are words of the outermost, however deep") {
  std::string inner = "<w:p><w:r><w:t>đáy</w:t></w:r></w:p>";
  for (int depth = 0; depth < 20; ++depth) inner = word_table_xml({{word_cell({inner})}});
  const ReadFile file = read_tables(docx_of(inner), "a.docx");
  REQUIRE(file.tables.size() == 3);
  for (const ReadTable& table : file.tables) CHECK(table.rows.at(0).cells.at(0).text == "đáy");
}

TEST_CASE("notes that refer to notes end") {
  const std::string note =
      "<w:footnote w:id=\"1\"><w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
      "</w:footnote>";
  const ReadFile file = read_tables(
      docx_of(word_table_xml({{"<w:tc><w:p><w:r><w:t>x</w:t><w:footnoteReference w:id=\"1\"/></w:r>"
                               "</w:p></w:tc>"}}),
              {{"footnotes", note}}),
      "a.docx");
  CHECK(file.problems.empty());
  CHECK(file.outside.size() == 1);
}

TEST_CASE("a thousand merged rows and as many lists take no time") {
  std::string rows;
  for (int at = 0; at < 20'000; ++at)
    rows +=
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>a</w:t></w:r>"
        "</w:p></w:tc></w:tr>";
  const ReadFile file = read_tables(docx_of("<w:tbl>" + rows + "</w:tbl>"), "a.docx");
  REQUIRE(file.tables.size() == 1);
  CHECK(file.tables[0].rows[0].cells[0].rows == 20'000);
  CHECK(seen_at(file.tables[0], 19'999, 0) == &file.tables[0].rows[0].cells[0]);
}

TEST_CASE("bytes and characters that no text has become marks in the cells") {
  const ReadFile file = read_tables(docx_of(word_table_xml({{"a\xFF&#1;b"}})), "a.docx");
  REQUIRE(file.problems.empty());
  CHECK(file.tables[0].rows[0].cells[0].text ==
        "a\xEF\xBF\xBD\xEF\xBF\xBD"
        "b");
}

}  // namespace
}  // namespace wardplan
