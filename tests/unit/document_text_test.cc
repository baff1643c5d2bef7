// Documents as Markdown and CSV.
#include <doctest/doctest.h>

#include "document/write.h"
#include "support/pages.h"
#include "table/csv.h"

namespace wardplan {
namespace {

document::Document body(std::string_view page) {
  auto read = test::read_body(page);
  REQUIRE(read.document.has_value());
  return std::move(*read.document);
}

TEST_CASE("blocks as Markdown") {
  struct Example {
    std::string_view body;
    std::string_view markdown;
  };
  for (const Example& example : {
           Example{"<p>a</p><p>b</p>", "a\n\nb\n"},
           Example{"<p>a<br/>b</p>", "a\\\nb\n"},
           Example{"<p>a<br/><br/>b<br/></p>", "a\\\n\\\nb\n"},
           Example{"<p class=\"title\">A<br/>B</p><h1>C</h1><h2>D</h2><h3>E</h3>",
                   "# A<br>B\n\n## C\n\n### D\n\n#### E\n"},
           Example{"<p class=\"subtitle\">A<br/>B</p>", "**A**\\\n**B**\n"},
           Example{"<p><b>a </b>b <i>c</i>, (<i>d</i>) <u>e</u></p>",
                   "**a** b *c*, (*d*) <u>e</u>\n"},
           // Asterisks inside a word are no marks.
           Example{"<p>a<b>b</b>c <b>“d”</b>e</p>", "a<b>b</b>c <b>“d”</b>e\n"},
           Example{"<p><b>a</b><i>b</i></p>", "<b>a</b><i>b</i>\n"},
           Example{"<p><b><i>a</i></b></p>", "***a***\n"},
           Example{"<p>a|b *c* _d_ `e` [f] ~g~ \\ &lt;b&gt; &amp;amp;</p>",
                   "a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\] \\~g\\~ \\\\ &lt;b> &amp;amp;\n"},
           Example{"<p># a<br/>- b<br/>+ c<br/>&gt; d<br/>1. e<br/>2) f<br/>=== g<br/>2023</p>",
                   "\\# a\\\n\\- b\\\n\\+ c\\\n\\> d\\\n1\\. e\\\n2\\) f\\\n\\=== g\\\n2023\n"},
           Example{"<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>d</p>",
                   "-  a\n-  b\n   -  c\n\nd\n"},
           Example{"<ol><li>a<br/>b</li><li><p>c</p><p>d</p></li></ol>",
                   "1. a\\\n   b\n2. c\n   d\n"},
           Example{"<p/><div class=\"page-break\"/><p>a</p>", "a\n"},
           Example{"<figure><svg/><figcaption>Hình 1</figcaption></figure><p>a</p>", "a\n"},
           Example{"<table class=\"plain\"><tr><td><p>a</p><p>*</p></td><td>b</td></tr>"
                   "<tr><td></td><td><ul><li>c</li></ul></td></tr></table>",
                   "a\\\n\\*\n\nb\n\n\\- c\n"},
           Example{"<table><tr><td>a|b</td><td><p>c</p><p>d</p></td></tr></table>",
                   "| | |\n| --- | --- |\n| a\\|b | c<br>d |\n"},
           Example{"<table><thead><tr><th rowspan=\"2\">a</th><th colspan=\"2\">b<br/>c</th></tr>"
                   "<tr><th>d</th><th></th></tr></thead>"
                   "<tr><td colspan=\"2\"><b>e</b></td><td rowspan=\"2\">f</td></tr>"
                   "<tr><td>g</td><td># h</td></tr></table>",
                   "| a | b c: d | b c |\n| --- | --- | --- |\n| **e** | | f |\n| g | # h | |\n"},
       }) {
    CAPTURE(example.body);
    CHECK(document::write_markdown(body(example.body)) == example.markdown);
  }
}

TEST_CASE("grids as CSV") {
  CHECK(document::write_csv(body("<p>a</p><table class=\"plain\"><tr><td>b</td></tr></table>")) ==
        "");
  CHECK(document::write_csv(
            body("<table><thead><tr><th colspan=\"2\">a</th></tr><tr><th>b</th><th>c</th></tr>"
                 "</thead><tr><td colspan=\"2\">d, \"e\"</td></tr>"
                 "<tr><td rowspan=\"2\">=cmd()</td><td><p>f</p><p>g</p></td></tr>"
                 "<tr><td><ul><li>h</li></ul></td></tr></table>"
                 "<p>a</p><table><tr><td>i</td></tr></table>")) ==
        "a: b,a: c\r\n\"d, \"\"e\"\"\",\r\n=cmd(),\"f\ng\"\r\n,- h\r\n\r\ni\r\n");
}

TEST_CASE("the forms as CSV read back with every cell") {
  for (const auto& [name, rows] : {std::pair{"m1", 3U}, std::pair{"m2", 8U}}) {
    Sources sources;
    const FileId file = sources.add("a.csv", document::write_csv(test::sample_document(name)));
    const Grid grid = read_csv(sources[file], file);
    CHECK(grid.problems.empty());
    REQUIRE(grid.rows.size() == rows);
    for (const GridRow& row : grid.rows) CHECK(row.size() == 10);
    CHECK(grid.rows[0][3].text == "Phân loại mô hình: GPMB");
    CHECK(grid.rows.back()[2].text.size() > 5);
  }
}

TEST_CASE("the summary form as Markdown") {
  const std::string text = document::write_markdown(test::sample_document("m2"));
  for (const std::string_view part :
       {"**Mẫu M2**\n\nĐẢNG BỘ QUẬN LONG BIÊN\\\nĐẢNG ỦY PHƯỜNG GIANG BIÊN\\\n\\*\n\n",
        "# BIỂU TỔNG HỢP\n\n", "| **I** | **Tập thể** | | | | | | | | |\n",
        "\n\nGhi chú: Đánh số 1 vào ô tương ứng trong mục phân loại mô hình\n\n"
        "Nơi nhận:\\\n\\- Đảng ủy phường, (để b/c)\\\n\\- Lưu.\n\nĐẠI DIỆN ĐƠN VỊ\\\n"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

}  // namespace
}  // namespace wardplan
