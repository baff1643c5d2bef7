#include "document/document.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "support/pages.h"

namespace wardplan {
namespace {

using test::read_body;
using test::read_page;

TEST_CASE("pages are read as the blocks that a browser shows") {
  struct Example {
    std::string_view body;
    std::string_view blocks;
  };
  for (const Example& example : {
           Example{"<p> Một \n <b>hai</b>  ba<br/> bốn </p>", "body: Một <b hai> ba/bốn\n"},
           Example{"<p>a<b> b</b></p>", "body: a<b  b>\n"},
           Example{"<p>a <i> b </i> c</p>", "body: a <i b >c\n"},
           Example{"<p>ngày&nbsp;&nbsp; tháng&#160;5 &amp; &lt;&#x1EA1;&gt;</p>",
                   "body: ngày\u00A0\u00A0 tháng\u00A05 & <ạ>\n"},
           Example{"<p><b><i>a</i><u>b</u></b></p>", "body: <bi a><bu b>\n"},
           Example{"chữ trần <span>liền</span><p>đoạn</p>sau",
                   "body: chữ trần liền\nbody: đoạn\nbody: sau\n"},
           Example{"<p></p>", "body: \n"},
           Example{"<h1>A</h1><h2>B</h2><h3 class=\"right\">C</h3>",
                   "heading1: A\nheading2: B\nheading3 right: C\n"},
           Example{"<p class=\"title\">A</p><h1 class=\"title left\">B</h1>",
                   "title: A\ntitle left: B\n"},
           Example{"<div class=\"center note\"><p>A</p>B<p class=\"left\">C</p></div>",
                   "note center: A\nnote center: B\nnote left: C\n"},
           Example{"<ul><li>A<ul><li>B</li></ul></li><li/></ul>",
                   "item 1-: A\nitem 2-: B\nitem 1-: \n"},
           Example{"<ol><li><p>A</p><p>B</p></li><li>C</li></ol>",
                   "item 11.: A\nitem 1: B\nitem 12.: C\n"},
           Example{"<ul class=\"recipient\"><li>Lưu.</li></ul>", "recipient 1-: Lưu.\n"},
           Example{"<div class=\"page-break\"/><p>A</p>", "new page\nbody: A\n"},
           Example{"<figure><svg viewBox=\"0 0 9 9\"><rect width=\"9\"/></svg>"
                   "<figcaption>Hình <b>1</b></figcaption></figure>",
                   "figure <svg viewBox=\"0 0 9 9\"><rect width=\"9\"/></svg>: Hình <b 1>\n"},
           Example{"<!-- không & gì <p> --><p>A<!-- b -->C</p>", "body: AC\n"},
       }) {
    CAPTURE(example.body);
    const auto page = read_body(example.body);
    CAPTURE(fmt::format("{}", fmt::join(page.findings, "\n")));
    REQUIRE(page.document.has_value());
    CHECK(test::shown(*page.document) == example.blocks);
  }
}

TEST_CASE("tables are read with their columns, headings and merged cells") {
  struct Example {
    std::string_view body;
    std::string_view blocks;
  };
  for (const Example& example : {
           Example{"<table><tr><td>1</td><td><p>2</p><p class=\"right\">3</p></td></tr></table>",
                   "grid 30 970\n  [cell: 1] [cell: 2; cell right: 3]\n"},
           Example{"<table class=\"plain\"><tr><td></td><th>A</th></tr></table>",
                   "plain 500 500\n  [] [head: A]\n"},
           Example{"<table><colgroup><col width=\"20.5%\"/><col/><col/></colgroup>"
                   "<tr><td colspan=\"3\" class=\"center\">A</td></tr></table>",
                   "grid 205 397 398\n  [3x1 cell center: A]\n"},
           Example{"<table><thead><tr><th rowspan=\"2\">A</th><th colspan=\"2\">B</th></tr>"
                   "<tr><th width=\"10%\">C</th><th>D</th></tr></thead>"
                   "<tbody><tr><td rowspan=\"2\">1</td><td>2</td><td>3</td></tr></tbody>"
                   "<tbody><tr><td colspan=\"2\">4</td></tr></tbody></table>",
                   "grid 450 100 450, 2 heading\n  [1x2 head: A] [2x1 head: B]\n"
                   "  [head: C] [head: D]\n  [1x2 cell: 1] [cell: 2] [cell: 3]\n"
                   "  [2x1 cell: 4]\n"},
       }) {
    CAPTURE(example.body);
    const auto page = read_body(example.body);
    CAPTURE(fmt::format("{}", fmt::join(page.findings, "\n")));
    REQUIRE(page.document.has_value());
    CHECK(test::shown(*page.document) == example.blocks);
  }
}

TEST_CASE("what a page says of itself is read") {
  const auto plain = read_page("<html><head><title> A \n b </title></head><body/></html>");
  REQUIRE(plain.document.has_value());
  CHECK(plain.document->title == "A b");
  CHECK(plain.document->language == "vi");
  CHECK(plain.document->layout == "nha-nuoc");
  CHECK(plain.document->orientation == document::Orientation::portrait);
  const auto full = read_page(
      "\uFEFF<?xml version=\"1.0\"?>\r\n<!DOCTYPE html>\r\n<html lang='en'><head>"
      "<meta charset=\"utf-8\"/><title>A</title><style>p > b {}</style></head>"
      "<body data-layout=\"dang-2018\" data-orientation=\"landscape\"><p>a\r\nb</p></body></html>");
  REQUIRE(full.document.has_value());
  CHECK(full.document->language == "en");
  CHECK(full.document->layout == "dang-2018");
  CHECK(full.document->orientation == document::Orientation::landscape);
  CHECK(test::shown(*full.document) == "body: a b\n");
}

TEST_CASE("what a page can't have is found at its place with what to type") {
  struct Example {
    std::string_view body;
    std::string_view finding;
  };
  for (const Example& example : {
           Example{"<p>a\x07</p>", "W101 2:5 \"\x07\": invisible character U+0007; delete it"},
           Example{"<p>\xE1</p>", "W101 2:4 \"\xE1\": a byte that is not UTF-8; delete it"},
           Example{"<p>\uFFFE</p>", "W101 2:4 \"\uFFFE\": invisible character U+FFFE; delete it"},
           Example{"<p><b>a</b><i>b</p>",
                   "W102 2:13 \"i\": `<i>` is not closed; type `</i>` where it ends"},
           Example{"<div><div>a</div><p>b</div>",
                   "W102 2:19 \"p\": `<p>` is not closed; type `</p>` where it ends"},
           Example{"<p>a<br>b</p>", "W102 2:6 \"br\": `<br>` is not closed; type `<br/>`"},
           Example{"<p><br/>a<br ></p>", "W102 2:11 \"br\": `<br>` is not closed; type `<br/>`"},
           Example{"<p>a</p></b>",
                   "W102 2:11 \"b\": `</b>` closes what is not open; delete it, or type `</body>`"},
           Example{"<p>1 < 2</p>", "W102 2:7 \" \": a `<` begins no tag"},
           Example{"<p class=a>b</p>",
                   "W102 2:10 \"a\": an attribute is written wrongly: it is `name=\"value\"`"},
           Example{"<!-- a <p>b</p>",
                   "W102 2:1 \"<!--\": a comment does not end; type `-->` where it ends"},
           Example{"<p><![CDATA[a]]></p>",
                   "W103 2:4 \"<![CDATA[\": the page has `<![CDATA[`; type the text itself, "
                   "`&lt;` for `<`"},
           Example{"<?php a ?>", "W103 2:1 \"<?\": the page has `<?`; delete it"},
           Example{"<p>&nbps;</p>",
                   "W104 2:4 \"&nbps;\": there is no `&nbps;`; type `&nbsp;`, or the character "
                   "itself"},
           Example{"<p>&hellip;</p>",
                   "W104 2:4 \"&hellip;\": there is no `&hellip;`; type the character itself"},
           Example{"<p>A & B</p>", "W104 2:6 \"&\": an `&` by itself; type `&amp;`"},
           Example{"<p>&#0;</p>", "W104 2:4 \"&#0;\": `&#0;` is no character of a text; delete it"},
           Example{"<p>&#xD800;</p>",
                   "W104 2:4 \"&#xD800;\": `&#xD800;` is no character of a text; delete it"},
           Example{"<p>&#99999999999;</p>", "W104 2:4 \"&\": an `&` by itself; type `&amp;`"},
           Example{"<p>a <storng>b</storng></p>",
                   "W105 2:7 \"storng\": no element `<storng>`; type `strong`"},
           Example{"<P>a</P>", "W105 2:2 \"P\": no element `<P>`; type `p`"},
           Example{"<p><p>a</p></p>",
                   "W106 2:5 \"p\": `<p>` can't stand in `<p>`; here one can use: `br`, `b`, "
                   "`strong`, `i`, `em`, `u`, `span`"},
           Example{"<table><tr>a</tr></table>",
                   "W106 2:12 \"a\": text stands right in `<tr>`; here one can use: `td`, `th`"},
           Example{"<p id=\"a\" class=\"note\">b</p>",
                   "W107 2:4 \"id\": `<p>` has no attribute `id`; here one can use: `class`"},
           Example{"<p class=\"note\" class='title'>b</p>",
                   "W107 2:17 \"class\": a second attribute `class`; keep one of them"},
           Example{"<table><tr><td colspan=\"0\">a</td></tr></table>",
                   "W108 2:25 \"0\": `colspan` has no value `0`; type a number from 1 to 63"},
           Example{"<table><tr><td colspan=\"64\">a</td></tr></table>",
                   "W108 2:25 \"64\": `colspan` has no value `64`; type a number from 1 to 63"},
           Example{"<table><tr><td width=\"100.1%\">a</td></tr></table>",
                   "W108 2:23 \"100.1%\": the width `100.1%` is no percentage; type per cent of "
                   "the table, such as `12%` or `12.5%`"},
           Example{"<p class=\"center  subtitel\">a</p>",
                   "W109 2:19 \"subtitel\": no class `subtitel`; type `subtitle`"},
           Example{"<table class=\"gird\"><tr><td/></tr></table>",
                   "W109 2:15 \"gird\": no class `gird`; type `grid`"},
           Example{"<table class=\"right\"><tr><td/></tr></table>",
                   "W109 2:15 \"right\": the class `right` is not for `<table>`; here one can "
                   "use: `grid`, `plain`"},
           Example{"<p class=\"note title\">a</p>",
                   "W109 2:16 \"title\": the class `title` contradicts `note`; keep one of them"},
           Example{"<figure><svg/></figure>",
                   "W111 2:2 \"figure\": there is no `<figcaption>`; add "
                   "`<figcaption>…</figcaption>`"},
           Example{"<figure><svg onload=\"a()\"/><figcaption>a</figcaption></figure>",
                   "W112 2:14 \"onload\": `onload` takes something from elsewhere or runs a "
                   "script; delete it"},
           Example{"<figure><svg><rect fill=\"URL( http://a)\"/></svg>"
                   "<figcaption>a</figcaption></figure>",
                   "W112 2:20 \"fill\": `fill` takes something from elsewhere or runs a script; "
                   "delete it"},
       }) {
    CAPTURE(example.body);
    const auto page = read_body(example.body);
    CHECK_FALSE(page.document.has_value());
    REQUIRE(page.findings.size() == 1);
    CHECK(page.findings.front() == example.finding);
  }
}

TEST_CASE("cells that don't fit are found, the cause only") {
  struct Example {
    std::string_view rows;
    std::string_view finding;
  };
  for (const Example& example : {
           Example{"", "W110 2:2 \"table\": the table has no rows"},
           Example{"<tr/>", "W110 2:2 \"table\": the table has no cells"},
           Example{"<tr><td/><td/></tr>\n<tr><td/></tr>",
                   "W110 3:2 \"tr\": the row fills 1 of 2 columns; add cells, or merge some with "
                   "`colspan`"},
           Example{"<colgroup><col/></colgroup>\n<tr><td/><td/></tr>",
                   "W110 3:11 \"td\": the cell leaves the table's 1 column; take away cells or "
                   "`colspan`"},
           Example{"<tr><td/><td rowspan=\"2\"/><td/></tr>\n<tr><td colspan=\"2\"/><td/></tr>",
                   "W110 3:6 \"td\": the cell runs into one from a row above; mend `colspan` or "
                   "`rowspan`"},
           Example{"<tr><td rowspan=\"2\"/></tr>",
                   "W110 2:13 \"td\": the cell reaches below the last row; make `rowspan` smaller"},
           Example{"<thead><tr><th rowspan=\"2\"/></tr></thead>\n<tr><td/></tr>",
                   "W110 2:20 \"th\": the cell reaches below the last row; make `rowspan` smaller"},
           Example{"<tr><td/></tr>\n<thead><tr><th/></tr></thead>",
                   "W110 3:2 \"thead\": `<thead>` stands behind a row; put `<thead>` first, once"},
           Example{"<tr><td width=\"60%\"/><td width=\"60%\"/></tr>",
                   "W110 2:2 \"table\": the widths don't make 100%; mend them, or leave one column "
                   "without"},
           Example{"<tr><td width=\"60%\"/><td/></tr>\n<tr><td width=\"50%\"/><td/></tr>",
                   "W110 3:16 \"50%\": the column has another width already; give the width once"},
       }) {
    CAPTURE(example.rows);
    const auto page = read_body(fmt::format("<table>{}</table>", example.rows));
    CHECK_FALSE(page.document.has_value());
    REQUIRE(page.findings.size() == 1);
    CHECK(page.findings.front() == example.finding);
  }
}

TEST_CASE("the parts around the body are judged too") {
  struct Example {
    std::string_view page;
    std::string_view finding;
  };
  for (const Example& example : {
           Example{"", "W111 1:1 \"\": there is no `<html>`; add `<html>…</html>`"},
           Example{"<p>a</p>",
                   "W106 1:2 \"p\": the page begins with `<p>`; here one can use: `html`"},
           Example{"<html><body/></html>",
                   "W111 1:2 \"html\": there is no `<head>`; add `<head>…</head>`"},
           Example{"<html><head><title> </title></head><body/></html>",
                   "W111 1:14 \"title\": the page has no title; type the document's title in "
                   "`<title>`"},
           Example{"<html><head><title>a</title></head><body data-layout=\"dangg\"/></html>",
                   "W108 1:55 \"dangg\": `data-layout` has no value `dangg`; type `dang`"},
           Example{"<html><head><title>a</title></head><body/></html>b",
                   "W106 1:50 \"b\": text stands outside `<html>`; delete it"},
           Example{"<!DOCTYPE html [<!ENTITY a \"b\">]><html/>",
                   "W103 1:1 \"<!\": the page has `<!`; use `<!DOCTYPE html>` only"},
       }) {
    CAPTURE(example.page);
    const auto page = read_page(std::string(example.page));
    CHECK_FALSE(page.document.has_value());
    REQUIRE_FALSE(page.findings.empty());
    CHECK(page.findings.front() == example.finding);
  }
}

TEST_CASE("every prefix of a page is read or refused with a finding inside it") {
  for (const std::string_view name : {"m1", "m2"}) {
    const std::string page = test::sample_page(name);
    CHECK(read_page(page).findings.empty());
    for (std::size_t size = 0; size + 2 < page.size(); ++size) {
      const auto read = read_page(page.substr(0, size));
      CAPTURE(size);
      CHECK_FALSE(read.document.has_value());
      CHECK(read.findings.size() >= 1);
    }
  }
}

}  // namespace
}  // namespace wardplan
