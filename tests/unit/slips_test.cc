#include "text/slips.h"

#include <doctest/doctest.h>

#include <string>

namespace wardplan {
namespace {

/// What is found, between bars.
std::string found(std::vector<TextPart> (*find)(std::string_view), std::string_view text) {
  std::string all;
  for (const TextPart& part : find(text))
    all.append(all.empty() ? "" : "|").append(text.substr(part.begin, part.end - part.begin));
  return all;
}

struct Example {
  std::string_view text;
  std::string_view found = "";
};

TEST_CASE("brackets and quotes without their partner") {
  for (const Example& example : {Example{"(a", "("},
                                 Example{"ab) (c)", ")"},
                                 Example{"trước 30/6)", ")"},
                                 Example{"[a) b]", ""},
                                 Example{"([a)", "["},
                                 Example{"năm 2023)", ")"},
                                 Example{"tiêu chí 5)", ")"},
                                 Example{"gồm 1) a 2) b"},
                                 Example{"a) b; đ) c; iv) d"},
                                 Example{"hóa)", ")"},
                                 Example{"(*) a; **) b"},
                                 Example{"“a", "“"},
                                 Example{"a”", "”"},
                                 Example{"“a” b”", "”"},
                                 Example{"“a “b” c”"},
                                 Example{"“a“ b", "“"},
                                 Example{"“a“ “b”", "“"},
                                 Example{"“a “ b", "“"},
                                 Example{"”a” b", "”"},
                                 Example{"“a\" b"},
                                 Example{"\"a” b"},
                                 Example{"\"a", "\""},
                                 Example{"a\" b", "\""},
                                 Example{"\"a\" \"b", "\""},
                                 Example{"\"a \"b\" c\""},
                                 Example{"\"a \"b\" c", "\""},
                                 Example{"32\" và 5\""},
                                 Example{"\"ti vi 32\" LED\""},
                                 Example{"\"32\"\""},
                                 Example{"\""},
                                 Example{"“a\n“b”"},
                                 Example{"«a", "«"},
                                 Example{"l’art d'a 'b"},
                                 Example{"< 5% và > 3%"},
                                 Example{"{a}"},
                                 Example{""}}) {
    CAPTURE(example.text);
    CHECK(found(unpaired_marks, example.text) == example.found);
  }
}

TEST_CASE("what programs leave in a text") {
  for (const Example& example : {Example{"a<br>b", "<br>"},
                                 Example{"a<BR />b", "<BR />"},
                                 Example{"<p class=\"x\">a</p>", "<p class=\"x\">|</p>"},
                                 Example{"<o:p></o:p>", "<o:p>|</o:p>"},
                                 Example{"<!-- a -->b", "<!-- a -->"},
                                 Example{"a &nbsp;b &#160; &ecirc;", "&nbsp;|&#160;|&ecirc;"},
                                 Example{"[bookmark: _Toc1]a", "[bookmark: _Toc1]"},
                                 Example{"a {#_Toc12}", "{#_Toc12}"},
                                 Example{"[]{#a .anchor}b", "[]{#a .anchor}"},
                                 Example{"[a]{.underline}", "{.underline}"},
                                 Example{"PAGEREF _Toc12 \\h", "PAGEREF _Toc12"},
                                 Example{"a **b c** d", "**b c**"},
                                 Example{"#REF!", "#REF!"},
                                 Example{"a_x000D_b", "_x000D_b"},
                                 Example{"a<b và c>d"},
                                 Example{"a <b và c> d"},
                                 Example{"< 5%"},
                                 Example{"R&D; AT&T;"},
                                 Example{"(**) a"},
                                 Example{"** a **"},
                                 Example{"mau_toc_do"},
                                 Example{"{...} {a}"},
                                 Example{"[1] a"},
                                 Example{"2*3*4"},
                                 Example{"Ba[2](3)"},
                                 Example{""}}) {
    CAPTURE(example.text);
    CHECK(found(leftovers, example.text) == example.found);
  }
}

TEST_CASE("blanks in a row within a line") {
  for (const Example& example :
       {Example{"a  b", "  "}, Example{"a \u00A0b", " \u00A0"}, Example{"a\t b", "\t "},
        Example{"a   b  c", "   |  "}, Example{"a b"}, Example{"  a b  "}, Example{"a\n  b  \nc"},
        Example{"a\u00A0b"}, Example{""}}) {
    CAPTURE(example.text);
    CHECK(found(double_blanks, example.text) == example.found);
  }
}

TEST_CASE("words and signs typed twice") {
  for (const Example& example :
       {Example{"gia đình đạt đạt chuẩn", "đạt đạt"}, Example{"Các các tổ", "Các các"},
        Example{"Được được, và", "Được được"}, Example{"kế hoạch kế hoạch hóa"},
        Example{"quảng cáo quảng cáo", "quảng cáo quảng cáo"}, Example{"tham gia gia đình"},
        Example{"trang bị bị hỏng"}, Example{"Ban Tổ chức tổ chức"}, Example{"của của", "của của"},
        Example{"a;;", ";;"}, Example{"a..", ".."}, Example{"a..."}, Example{"v.v.."},
        Example{"của, của"}, Example{"các cách"}, Example{"luôn luôn xanh xanh"},
        Example{"ông Đạt Đạt"}, Example{"từng bước từng bước"}, Example{""}}) {
    CAPTURE(example.text);
    CHECK(found(doubled, example.text) == example.found);
    CHECK((example.found.empty() || glance(example.text).doubled));
  }
}

TEST_CASE("texts in the letters of old encodings") {
  const auto meant = [](std::string_view text) {
    CHECK((glance(text).old_letters || old_letters(text).empty()));
    const std::vector<TextPart> parts = old_letters(text);
    return parts.empty() ? std::string() : parts.front().meant;
  };
  CHECK(meant("Táº·ng sá»• cho há»™ cÃ³ HCKK") == "Tặng sổ cho hộ có HCKK");
  CHECK(meant("BÃ¡o cÃ¡o") == "Báo cáo");
  CHECK(meant("TÆng sæ tiÕt kiÖm cho hé cã HCKK") == "Tặng sổ tiết kiệm cho hộ có HCKK");
  CHECK(meant("§µo t¹o nghÒ cho lao ®éng n«ng th«n") == "Đào tạo nghề cho lao động nông thôn");
  CHECK(meant("KÕ ho¹ch") == "Kế hoạch");
  CHECK(meant("Taëng soå tieát kieäm") == "Tặng sổ tiết kiệm");
  CHECK(meant("Ñaøo taïo ngheà, xaây döïng ñöôøng") == "Đào tạo nghề, xây dựng đường");
  for (const std::string_view other :
       {"Müller Söhne", "Citroën Noël", "Besançon và Genève", "© 2026, Windows®", "XÃ HÀ LÂM",
        "«Tết»", "Tặng sổ tiết kiệm", "5 m² × 2 m", "N·m", "5 µm", "a«b", "H§", ""})
    CHECK(meant(other) == "");
}

}  // namespace
}  // namespace wardplan
