
#include <doctest/doctest.h>

#include "text/escape.h"

namespace wardplan {
namespace {

using namespace std::string_view_literals;

TEST_CASE("the five signs that HTML and XML would take for markup are written as entities") {
  CHECK(xml_text("<a href=\"x\">Tổ 9 & 10's</a>") ==
        "&lt;a href=&quot;x&quot;&gt;Tổ 9 &amp; 10&#39;s&lt;/a&gt;");
  CHECK(xml_text("") == "");
}

TEST_CASE("what XML can't write becomes a replacement character, and nothing else does") {
  CHECK(xml_text("a\0b\x1F\x0B"sv) == "a\uFFFDb\uFFFD\uFFFD");
  CHECK(xml_text("\xFF\uFFFE\uFFFF") == "\uFFFD\uFFFD\uFFFD");
  CHECK(xml_text("\x7F\u0085") == "\uFFFD\uFFFD");
  CHECK(xml_text("\t\r\n ệ😀") == "\t\r\n ệ😀");
}

TEST_CASE("a value comes out as one cell of a Markdown table and as text") {
  CHECK(markdown_text("a|b\r\nc") == "a\\|b<br>c");
  CHECK(markdown_text("*đậm* _x_ `y` [z] ~w~ \\") ==
        "\\*đậm\\* \\_x\\_ \\`y\\` \\[z\\] \\~w\\~ \\\\");
  CHECK(markdown_text("<b> & c") == "&lt;b> &amp; c");
  for (const std::string_view text :
       {"a|b\nc", "*đậm* _x_ `y` [z] ~w~ \\", "<b> & c &amp; &lt;br>", "**", "\\*"})
    CHECK(from_markdown(markdown_text(text)) == text);
  CHECK(from_markdown("**I** *(a)* <u>b</u> **\\***") == "I (a) b *");
  CHECK(from_markdown("* 3 * 4 ** 5*6*7 C:\\x") == "* 3 * 4 ** 5*6*7 C:\\x");
}

TEST_CASE("a cell of CSV stands in quotes where it must, and its text is never changed") {
  CHECK(csv_cell("Tổ 9") == "Tổ 9");
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("nói \"được\"") == "\"nói \"\"được\"\"\"");
  CHECK(csv_cell("a\nb") == "\"a\nb\"");
  CHECK(csv_cell(" a") == "\" a\"");
  CHECK(csv_cell("=SUM(A1)") == "=SUM(A1)");
  CHECK(csv_cell("") == "");
}

}  // namespace
}  // namespace wardplan
