#include "document/write.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/pages.h"

namespace wardplan {
namespace {

const document::Layout& layout_of(const document::Document& page) {
  return *document::find_layout(page.layout, *parse_date("2023-02-10"));
}

std::string html(const document::Document& page) {
  return document::write_html(page, layout_of(page));
}

/// What stands between <main> and </main>.
std::string main_of(const std::string& html) {
  const std::size_t begin = html.find("<main>\n") + 7;
  return html.substr(begin, html.find("</main>") - begin);
}

TEST_CASE("blocks as HTML") {
  struct Example {
    std::string_view body;
    std::string_view html;
  };
  for (const Example& example : {
           Example{"<p>a &lt;b&gt; &amp;amp; \"c\"<br/><b><i>d</i></b><u>e</u></p>",
                   "<p class=\"body\">a &lt;b&gt; &amp;amp; &quot;c&quot;<br><b><i>d</i></b>"
                   "<u>e</u></p>\n"},
           Example{"<p class=\"title\">A</p><h1 class=\"right\">B</h1><h3>C</h3>",
                   "<h1 class=\"title\">A</h1>\n<h2 class=\"heading1 right\">B</h2>\n"
                   "<h4 class=\"heading3\">C</h4>\n"},
           Example{"<ul><li><p>a</p><p>b</p></li></ul>",
                   "<p class=\"item list\" style=\"padding-left: 1.1em\">- a</p>\n"
                   "<p class=\"item\" style=\"padding-left: 1.1em\">b</p>\n"},
           Example{"<p class=\"parent\">UBND XÃ &lt;A&gt;</p><p>UBND XÃ A</p>",
                   "<p class=\"parent\">UBND <span class=\"place\">XÃ &lt;A&gt;</span></p>\n"
                   "<p class=\"body\">UBND XÃ A</p>\n"},
           Example{"<table class=\"plain\"><tr><td>a</td></tr></table>",
                   "<table class=\"plain\" role=\"presentation\">\n"
                   "<colgroup><col style=\"width: 100.0%\"></colgroup>\n<tbody>\n"
                   "<tr><td><p class=\"line\">a</p></td></tr>\n</tbody>\n</table>\n"},
           Example{
               "<table><thead><tr><th>a</th><th colspan=\"2\">b</th></tr></thead>"
               "<tr><th rowspan=\"2\">c</th><td>d</td><td/></tr>"
               "<tr><td>e</td><td/></tr></table>",
               "<div class=\"box\" role=\"region\" aria-label=\"Mẫu\" tabindex=\"0\">\n"
               "<table class=\"grid\">\n<caption>Mẫu</caption>\n"
               "<colgroup><col style=\"width: 80.5%\">"
               "<col style=\"width: 3.0%\"><col style=\"width: 16.5%\"></colgroup>\n<thead>\n"
               "<tr><th scope=\"col\"><p class=\"head\">a</p></th>"
               "<th scope=\"colgroup\" colspan=\"2\"><p class=\"head\">b</p></th></tr>\n"
               "</thead>\n<tbody>\n"
               "<tr><th scope=\"rowgroup\" rowspan=\"2\"><p class=\"head\">c</p></th>"
               "<td><p class=\"cell\">d</p></td><td></td></tr>\n"
               "<tr><td><p class=\"cell\">e</p></td><td></td></tr>\n</tbody>\n</table>\n</div>\n"},
           Example{"<figure><svg><text>a &amp; b</text></svg><figcaption>c</figcaption></figure>",
                   "<div class=\"box\" role=\"region\" aria-label=\"c\" tabindex=\"0\">\n"
                   "<figure><svg><text>a &amp; b</text></svg>"
                   "<figcaption class=\"note center\">c</figcaption></figure>\n</div>\n"},
           Example{"<div class=\"page-break\"/>", "<div class=\"page-break\"></div>\n"},
       }) {
    CAPTURE(example.body);
    const auto page = test::read_body(example.body);
    REQUIRE(page.document.has_value());
    CHECK(main_of(html(*page.document)) == example.html);
  }
}

TEST_CASE("the file needs nothing else and prints as its layout has it") {
  const std::string text = html(test::sample_document("m2"));
  for (const std::string_view alien :
       {"<script", "http:", "https:", "url(", "@import", "src=", "href=", "\r"}) {
    CAPTURE(alien);
    CHECK(text.find(alien) == std::string::npos);
  }
  for (const std::string_view part :
       {"<html lang=\"vi\">", "<title>Mẫu M2: tổng hợp đăng ký “Dân vận khéo” năm 2023</title>",
        "@page { size: A4 landscape; margin: 20mm 15mm 20mm 30mm;", "prefers-color-scheme: dark",
        "thead { display: table-header-group }", "tr { break-inside: avoid }",
        ".nation { font-size: 15pt; text-align: center; font-weight: bold; text-decoration:"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("text of documents that no page could hold is still text") {
  document::Document page;
  page.title = "</title><script>\x01";
  page.language = "\"><script>";
  page.blocks.push_back(document::Paragraph{
      document::Style::body, document::Align::automatic, {{"\x01\xFF</p>\uFFFF"}}});
  const std::string text = html(page);
  CHECK(text.find("<script>") == std::string::npos);
  CHECK(main_of(text) == "<p class=\"body\">\uFFFD\uFFFD&lt;/p&gt;\uFFFD</p>\n");
}

}  // namespace
}  // namespace wardplan
