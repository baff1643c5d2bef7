
#include <doctest/doctest.h>
#include <stdlib.h>
#include <time.h>

#include <pugixml.hpp>

#include "document/docx_parts.h"
#include "document/write.h"
#include "support/docx.h"
#include "support/pages.h"

namespace wardplan {
namespace {

std::string docx(const document::Document& page) {
  return document::write_docx(page, *document::find_layout(page.layout, *parse_date("2023-02-10")));
}

/// The first element of document.xml that an XPath finds.
class Body {
 public:
  explicit Body(const document::Document& page) {
    REQUIRE(tree_.load_string(test::unzipped(docx(page)).at("word/document.xml").c_str(),
                              pugi::parse_escapes | pugi::parse_ws_pcdata));
  }
  pugi::xml_node operator()(const char* path) const { return tree_.select_node(path).node(); }
  std::size_t count(const char* path) const { return tree_.select_nodes(path).size(); }

 private:
  pugi::xml_document tree_;
};

document::Document body(std::string_view page) {
  auto read = test::read_body(page);
  REQUIRE(read.document.has_value());
  return std::move(*read.document);
}

TEST_CASE("the table of a form reads back from Word as its CSV, cell by cell") {
  for (const std::string_view name : {"m1", "m2", "report"}) {
    CAPTURE(name);
    const document::Document page = test::sample_document(name);
    std::string seen;
    for (const test::WordTable& table : test::word_tables(docx(page))) {
      const bool heads = table.headings.empty();
      if (heads && name != "report") continue;
      // The blocks of two columns around the form.
      if (heads && table.rows[0][1].find("5.") == std::string::npos) continue;
      seen += (seen.empty() ? "" : "\r\n") + test::as_csv(table);
    }
    CHECK(seen.size() > 100);
    CHECK(seen == document::write_csv(page));
  }
}

TEST_CASE("every part of a Word file is well-formed and every relation leads to a part") {
  const auto parts = test::unzipped(docx(test::sample_document("m2")));
  CHECK(parts.size() == 9);
  for (const auto& part : parts) {
    CAPTURE(part.first);
    pugi::xml_document tree;
    CHECK(tree.load_string(part.second.c_str()));
    for (const pugi::xpath_node found : tree.select_nodes("//Relationship")) {
      const std::string target = found.node().attribute("Target").value();
      CAPTURE(target);
      CHECK((parts.count(target) + parts.count("word/" + target)) == 1);
    }
    for (const pugi::xpath_node found : tree.select_nodes("//Override"))
      CHECK(parts.count(found.node().attribute("PartName").value() + 1) == 1);
  }
}

TEST_CASE("every style that a paragraph names is there") {
  const auto parts = test::unzipped(docx(test::sample_document("report")));
  pugi::xml_document styles, page;
  REQUIRE(styles.load_string(parts.at("word/styles.xml").c_str()));
  REQUIRE(page.load_string(parts.at("word/document.xml").c_str()));
  std::size_t seen = 0;
  for (const pugi::xpath_node found : page.select_nodes("//w:pStyle")) {
    const std::string id = found.node().attribute("w:val").value();
    CAPTURE(id);
    CHECK(styles.select_nodes(("//w:style[@w:styleId='" + id + "']").c_str()).size() == 1);
    ++seen;
  }
  CHECK(seen > 100);
  CHECK(styles.select_node("//w:docDefaults//w:rFonts[@w:eastAsia='Times New Roman']"));
  CHECK(styles.select_node("//w:docDefaults//w:rFonts[@w:cs='Times New Roman']"));
  CHECK(styles.select_node("//w:docDefaults//w:lang[@w:val='vi-VN']"));
}

TEST_CASE("the page is A4 as it lies, with the layout's margins and no number on page 1") {
  const Body form(test::sample_document("m2"));
  const pugi::xml_node size = form("//w:sectPr/w:pgSz");
  CHECK(size.attribute("w:w").as_int() == 16838);
  CHECK(size.attribute("w:h").as_int() == 11906);
  CHECK(size.attribute("w:orient").value() == std::string_view("landscape"));
  const pugi::xml_node margins = form("//w:sectPr/w:pgMar");
  CHECK(margins.attribute("w:top").as_int() == 1134);
  CHECK(margins.attribute("w:bottom").as_int() == 1134);
  CHECK(margins.attribute("w:left").as_int() == 1701);
  CHECK(margins.attribute("w:right").as_int() == 850);
  CHECK(form("//w:sectPr/w:titlePg"));
  CHECK(form.count("//w:sectPr/w:headerReference") == 1);
  const Body upright(test::sample_document("report"));
  CHECK(upright("//w:pgSz").attribute("w:h").as_int() == 16838);
  CHECK_FALSE(upright("//w:pgSz").attribute("w:orient"));
}

TEST_CASE("grids have borders and headings on every page, and no low row is split") {
  const Body form(test::sample_document("m2"));
  CHECK(form.count("//w:tbl") == 3);
  CHECK(form.count("//w:tblBorders") == 1);
  CHECK(form.count("//w:tblHeader") == 2);
  CHECK(form.count("//w:tbl[2]/w:tr[w:tc[2]]") ==
        form.count("//w:tbl[2]/w:tr[w:tc[2]]//w:cantSplit"));
  CHECK(form.count("//w:tr[1]/w:tc/w:tcPr/w:vMerge[@w:val='restart']") == 4);
  CHECK(form.count("//w:tr[2]/w:tc/w:tcPr/w:vMerge[@w:val='continue']") == 4);
  CHECK(form.count("//w:vMerge") == 8);
  CHECK(form.count("//w:tblLayout[@w:type='fixed']") == 3);
  CHECK(form.count("(//w:tbl)[2]/w:tblGrid/w:gridCol") == 10);
  // Each table's columns fill the width of the text.
  for (const char* path :
       {"sum((//w:tbl)[1]/w:tblGrid/w:gridCol/@w:w)", "sum((//w:tbl)[2]/w:tblGrid/w:gridCol/@w:w)",
        "sum((//w:tbl)[3]/w:tblGrid/w:gridCol/@w:w)"}) {
    pugi::xml_document tree;
    tree.load_string(
        test::unzipped(docx(test::sample_document("m2"))).at("word/document.xml").c_str());
    CHECK(pugi::xpath_query(path).evaluate_number(tree) == 16838 - 1701 - 850);
  }
}

std::string row_of(std::string_view cell) {
  return "<tr><td>1</td><td>" + std::string(cell) + "</td></tr>";
}

std::string grid_of(const std::string& rows) {
  return "<table class=\"grid\"><thead><tr><th>TT</th><th>Việc</th></tr></thead><tbody>" + rows +
         "</tbody></table>";
}

TEST_CASE("a row that is higher than three lines is split, and one that fills a page isn't kept") {
  std::string lines = "a";
  for (int line = 0; line < 60; ++line) lines += "<br/>b";
  const Body page(body(grid_of(row_of("a<br/>b<br/>c") + row_of("a<br/>b<br/>c<br/>d") +
                               row_of(lines) + row_of("a"))));
  CHECK(page.count("//w:tr[2]/w:trPr/w:cantSplit") == 1);
  CHECK(page.count("//w:tr[3]/w:trPr/w:cantSplit") == 0);
  CHECK(page.count("//w:tr[4]/w:trPr/w:cantSplit") == 0);
  // The last row stays with the one before, where that is low.
  CHECK(page.count("//w:tr[4]//w:keepNext") == 0);
  CHECK(Body(body(grid_of(row_of("a") + row_of("b")))).count("//w:tr[2]//w:keepNext") == 2);
}

TEST_CASE("headings that fill a page are not repeated") {
  std::string lines = "a";
  for (int line = 0; line < 60; ++line) lines += "<br/>b";
  const Body page(body("<table class=\"grid\"><thead><tr><th>" + lines +
                       "</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>"));
  CHECK(page.count("//w:tblHeader") == 0);
}

TEST_CASE("what is signed with a table stands in its last rows, which stay together") {
  for (const std::string_view between :
       {"<p class=\"note\">Ghi chú</p>", "<p class=\"closing\">Hết./.</p>"}) {
    CAPTURE(between);
    const Body page(
        body(grid_of(row_of("a") + row_of("b")) + std::string(between) +
             "<table class=\"plain\"><tr><td></td><td>"
             "<p class=\"office\">CHỦ TỊCH</p><p class=\"signer\">A</p></td></tr></table>"));
    CHECK(page.count("/w:document/w:body/w:tbl") == 1);
    CHECK(page.count("/w:document/w:body/w:tbl/w:tr") == 5);
    for (const char* row :
         {"//w:body/w:tbl/w:tr[2]//w:keepNext", "//w:body/w:tbl/w:tr[3]//w:keepNext",
          "//w:body/w:tbl/w:tr[4]//w:keepNext"})
      CHECK(page.count(row) > 0);
    CHECK(page.count("//w:body/w:tbl/w:tr[5]/w:tc[w:tcPr/w:gridSpan[@w:val='2']]/w:tbl") == 1);
    CHECK(page.count("//w:body/w:tbl/w:tr[5]/w:trPr/w:cantSplit") == 1);
    // Its own border stays below the last row.
    CHECK(page.count("//w:body/w:tbl/w:tr[4]/w:tc/w:tcPr/w:tcBorders/w:top") == 0);
    CHECK(page.count("//w:body/w:tbl/w:tr[5]/w:tc/w:tcPr/w:tcBorders/w:top[@w:val='nil']") == 1);
  }
}

TEST_CASE("a text that is signed stays with the signature, and a page break between is one") {
  const std::string_view signing = "<p class=\"office\">CHỦ TỊCH</p><p class=\"signer\">A</p>";
  CHECK(Body(body("<p>Hết.</p>" + std::string(signing))).count("//w:body/w:p/w:pPr/w:keepNext") ==
        2);
  CHECK(Body(body("<p>Hết.</p><div class=\"page-break\"></div>" + std::string(signing)))
            .count("//w:body/w:p/w:pPr/w:keepNext") == 1);
}

TEST_CASE("a row that is all bold stays with the next one, a total with the one before") {
  const Body table(
      body("<table class=\"grid\"><tbody>"
           "<tr><td><b>I</b></td><td><b>Tập thể</b></td><td></td></tr>"
           "<tr><td>1</td><td>A</td><td><b>B</b></td></tr>"
           "<tr><td></td><td></td><td></td></tr>"
           "<tr><td></td><td><b>Cộng</b></td><td><b>1</b></td></tr>"
           "</tbody></table>"));
  CHECK(table.count("//w:tr[1]//w:keepNext") == 3);
  CHECK(table.count("//w:tr[3]//w:keepNext") == 3);
  CHECK(table.count("//w:keepNext") == 6);
}

TEST_CASE("tables never touch and the last block of a page is a paragraph") {
  const Body page(body("<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>"));
  CHECK(page.count("//w:tbl") == 2);
  CHECK(page.count("//w:tbl/following-sibling::*[1][self::w:p]") == 2);
  CHECK(page.count("//w:tc[not(*[last()][self::w:p])]") == 0);
}

TEST_CASE("what is said behind a grid doesn't stick to it, and a heading has its own room") {
  const Body read(
      body("<table class=\"grid\"><colgroup><col/></colgroup><tr><td>a</td></tr></table>"
           "<p>sau bảng</p><p>sau nữa</p>"
           "<table class=\"grid\"><colgroup><col/></colgroup><tr><td>b</td></tr></table>"
           "<h2>Đề mục</h2>"));
  CHECK(read("//w:body/w:p[w:r/w:t='sau bảng']/w:pPr/w:spacing").attribute("w:before").as_int() ==
        120);
  CHECK_FALSE(read("//w:body/w:p[w:r/w:t='sau nữa']/w:pPr/w:spacing"));
  CHECK_FALSE(read("//w:body/w:p[w:r/w:t='Đề mục']/w:pPr/w:spacing"));
}

TEST_CASE("smaller letters of a table stand at each of its runs, and at none outside of it") {
  document::Document page = body(
      "<p>trước</p><table class=\"grid\"><colgroup><col/></colgroup><tr><td>a <b>b</b></td>"
      "</tr></table><p>sau</p>");
  std::get<document::Table>(page.blocks[1]).smaller = 3;
  const Body read(page);
  CHECK(read.count("//w:tc//w:r/w:rPr/w:sz[@w:val='18']") == 2);
  CHECK(read.count("//w:body/w:p/w:r/w:rPr/w:sz") == 0);
  const std::string html =
      document::write_html(page, *document::find_layout(page.layout, *parse_date("2023-02-10")));
  CHECK(html.find("<table class=\"grid smaller3\">") != std::string::npos);
  CHECK(html.find(".smaller3 .cell { font-size: 9pt }") != std::string::npos);
}

TEST_CASE("line breaks, tabs and looks come into Word, characters that XML forbids do not") {
  document::Document page;
  page.title = "a\x01<b>";
  page.blocks.push_back(document::Paragraph{document::Style::body,
                                            document::Align::center,
                                            {{"a\nb\tc\r\x01\xFF\uFFFE & <d>", true}, {" e "}}});
  const Body word(page);
  CHECK(word.count("//w:body/w:p/w:r[1]/w:br") == 1);
  CHECK(word.count("//w:body/w:p/w:r[1]/w:tab") == 1);
  CHECK(word.count("//w:r[1]/w:rPr/w:b") == 1);
  CHECK(std::string(word("//w:r[1]/w:t[3]").child_value()) == "c\uFFFD\uFFFD\uFFFD & <d>");
  CHECK(std::string(word("//w:r[2]/w:t").child_value()) == " e ");
  CHECK(word("//w:r[2]/w:t").attribute("xml:space").value() == std::string_view("preserve"));
  CHECK(word("//w:pPr/w:jc").attribute("w:val").value() == std::string_view("center"));
  CHECK(test::unzipped(docx(page)).at("docProps/core.xml").find("<dc:title>a\uFFFD&lt;b&gt;<") !=
        std::string::npos);
}

TEST_CASE("a body's name that is longer than a line keeps the name of its place together") {
  struct Example {
    std::string_view name;
    std::string_view lines;
  };
  // The column of a letterhead, of 69 mm, holds 191 points.
  for (const Example& example : {
           Example{"ĐẢNG ỦY PHƯỜNG LONG BIÊN", "ĐẢNG ỦY|PHƯỜNG LONG BIÊN"},
           Example{"Ủy ban nhân dân thị xã Kỳ Mẫu", "Ủy ban nhân dân|thị xã Kỳ Mẫu"},
           Example{"ỦY BAN NHÂN DÂN XÃ VẠN MẪU", "ỦY BAN NHÂN DÂN|XÃ VẠN MẪU"},
           Example{"ĐẢNG ỦY PHƯỜNG A", "ĐẢNG ỦY PHƯỜNG A"},
           Example{"BAN CHỈ ĐẠO PHONG TRÀO TOÀN DÂN", "BAN CHỈ ĐẠO PHONG TRÀO TOÀN DÂN"},
           Example{"PHƯỜNG NGUYỄN THỊ MINH KHAI", "PHƯỜNG NGUYỄN THỊ MINH KHAI"},
           Example{"HỘI ĐỒNG THI ĐUA<br/>PHƯỜNG LONG BIÊN", "HỘI ĐỒNG THI ĐUA|PHƯỜNG LONG BIÊN"},
           // The place alone is longer than a line.
           Example{"ĐẢNG ỦY PHƯỜNG NGUYỄN THÁI BÌNH", "ĐẢNG ỦY PHƯỜNG NGUYỄN THÁI BÌNH"},
       }) {
    const std::string cell = "<p class=\"issuer\">" + std::string(example.name) + "</p>";
    document::Document page =
        body("<table class=\"plain\"><colgroup><col width=\"42%\"/><col/></colgroup><tr><td>" +
             cell + "</td><td></td></tr></table>");
    page.layout = "dang-2018";
    const Body word(page);
    std::string lines;
    for (const pugi::xml_node part : word("//w:tc[1]/w:p[1]/w:r").children())
      lines += part.name() == std::string_view("w:br") ? "|" : part.child_value();
    CHECK(lines == example.lines);
  }
}

TEST_CASE("a file of Word says who it is from and the day of what it says") {
  document::Document page = body("<p>a</p>");
  CHECK(test::unzipped(docx(page)).at("docProps/core.xml").find("creat") == std::string::npos);
  page.origin = {"UBND <phường>", parse_date("2023-02-10")};
  const std::string core = test::unzipped(docx(page)).at("docProps/core.xml");
  CHECK(core.find("<dc:creator>UBND &lt;phường&gt;</dc:creator>") != std::string::npos);
  for (const char* what : {"created", "modified"})
    CHECK(core.find(std::string("<dcterms:") + what +
                    " xsi:type=\"dcterms:W3CDTF\">2023-02-10T00:00:00Z<") != std::string::npos);
}

TEST_CASE("a grid is called as the heading above it and says the titles of its columns") {
  const Body page(body("<h1>I. Việc</h1><p>Lời.</p>" + grid_of(row_of("a")) + "<p></p>" +
                       grid_of(row_of("b")) +
                       "<table class=\"plain\"><tr><td>c</td></tr></table>"));
  CHECK(page.count("//w:tblCaption[@w:val='I. Việc']") == 2);
  CHECK(page.count("//w:tblDescription[@w:val='TT; Việc']") == 2);
  CHECK(page.count("//w:tbl[3]//w:tblCaption") == 0);
  CHECK(Body(body(grid_of(row_of("a")))).count("//w:tblCaption") == 1);
}

TEST_CASE("a page with nothing on it is a file of Word") {
  CHECK(Body(body("")).count("//w:body/w:p") == 1);
}

/// Sets the machine's time zone as long as it lives.
class Zone {
 public:
  explicit Zone(const char* name) {
    if (const char* zone = ::getenv("TZ")) before_ = zone;
    ::setenv("TZ", name, 1);
    ::tzset();
  }
  Zone(const Zone&) = delete;
  Zone& operator=(const Zone&) = delete;
  ~Zone() {
    before_.empty() ? ::unsetenv("TZ") : ::setenv("TZ", before_.c_str(), 1);
    ::tzset();
  }

 private:
  std::string before_;
};

TEST_CASE("the same page gives the same bytes at any time and in any zone") {
  const document::Document page = test::sample_document("m2");
  const std::string once = docx(page);
  for (const char* name : {"UTC", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati", "XYZ+11:30"}) {
    const Zone zone(name);
    CHECK(docx(page) == once);
  }
  // 0 o'clock on 1 January 1980, in the first local header and wherever else a time stands.
  CHECK(once.substr(10, 4) == std::string("\0\0\x21\0", 4));
}

TEST_CASE("an archive holds its entries in their order") {
  const document::ZipEntry entries[] = {{"b", "hai"}, {"a/c", ""}, {"đ", std::string(99999, 'x')}};
  const std::string bytes = document::zip(entries);
  CHECK(bytes.size() < 1000);
  CHECK(bytes.find("b") < bytes.find("a/c"));
  const auto parts = test::unzipped(bytes);
  CHECK(parts.size() == 3);
  for (const auto& [name, content] : entries) CHECK(parts.at(name) == content);
}

}  // namespace
}  // namespace wardplan
