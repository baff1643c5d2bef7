// What the required part of the Mustache specification asks for, module by module.
#include <doctest/doctest.h>

#include "support/template.h"

namespace wardplan {
namespace {

using mustache::Escape;
using mustache::Value;

struct Example {
  std::string text;
  Value value;
  std::string out;
  test::PartialTexts partials = {};
};

void fill_all(const std::vector<Example>& examples, Escape escape = Escape::xml) {
  for (const Example& example : examples) {
    CAPTURE(example.text);
    const test::Filled filled = test::fill(example.text, example.value, example.partials, escape);
    CHECK(test::findings_of(filled) == "");
    CHECK(filled.out.value_or("nothing") == example.out);
  }
}

Value object(std::vector<mustache::Member> members) { return Value::object(std::move(members)); }
Value list(std::vector<Value> items) { return Value::list(std::move(items)); }

const std::string_view kSigns = "& \" < > '";
const std::string_view kEntities = "&amp; &quot; &lt; &gt; &#39;";

TEST_CASE("a name is replaced by its text, escaped unless the template says otherwise") {
  const Value ward = object({{"ten", "Long Biên"}, {"dau", kSigns}});
  fill_all(
      {
          {"Không có thẻ nào { ở đây }.\n", ward, "Không có thẻ nào { ở đây }.\n"},
          {"Phường {{ten}}!\n", ward, "Phường Long Biên!\n"},
          {"{{ten}}{{ten}}", ward, "Long BiênLong Biên"},
          {"[{{dau}}]", ward, "[& \" < > ']"},
      },
      Escape::none);
  fill_all({
      {"[{{dau}}]", ward, "[" + std::string(kEntities) + "]"},
      {"[{{{dau}}}]", ward, "[& \" < > ']"},
      {"[{{&dau}}]", ward, "[& \" < > ']"},
      {"{{so}} cây", object({{"so", "1.800"}}), "1.800 cây"},
      {"{{{so}}}/{{&so}}", object({{"so", "93,5%"}}), "93,5%/93,5%"},
      {"[{{trong}}{{{trong}}}{{&trong}}]", object({{"trong", ""}}), "[]"},
      // What a value holds is no template.
      {"{{ten}}", object({{"ten", "{{ho}}"}, {"ho", "sai"}}), "{{ho}}"},
  });
}

TEST_CASE("a point alone is the value at hand") {
  fill_all({
      {"Chào {{.}}!", "bạn", "Chào bạn!"},
      {"{{.}}", kSigns, std::string(kEntities)},
      {"{{{.}}} {{&.}}", "<b>", "<b> <b>"},
      {"{{ . }}", "85", "85"},
  });
}

TEST_CASE("a name with points leads into objects") {
  const Value deep =
      object({{"a", object({{"b", object({{"c", object({{"d", object({{"ten", "Hà"}})}})}})}})},
              {"b", object({{"ten", "sai"}})},
              {"ten", "ngoài"}});
  fill_all({
      {"{{a.b.c.d.ten}}", deep, "Hà"},
      {"{{{a.b.c.d.ten}}}|{{&a.b.c.d.ten}}", deep, "Hà|Hà"},
      {"{{#a}}{{b.c.d.ten}}{{/a}}", deep, "Hà"},
      {"{{#a.b.c}}{{d.ten}}{{/a.b.c}}", deep, "Hà"},
      {"{{#a.b}}{{ten}}{{/a.b}}", deep, "ngoài"},
      // The first word decides where the others are looked for.
      {"{{#a}}{{#b}}{{c.d.ten}}{{/b}}{{/a}}", deep, "Hà"},
      {"{{#a}}{{b.c.d.ten}}{{/a}}{{b.ten}}", deep, "Hàsai"},
      // A name that holds a point itself is no way to what it names.
      {"{{a.b}}", object({{"a.b", "sai"}, {"a", object({{"b", "Hà"}})}}), "Hà"},
  });
  const Value flags = object({{"a", object({{"b", object({{"co", "x"}, {"khong", ""}})}})}});
  fill_all({
      {"{{#a.b.co}}có{{/a.b.co}}{{^a.b.co}}không{{/a.b.co}}", flags, "có"},
      {"{{#a.b.khong}}có{{/a.b.khong}}{{^a.b.khong}}không{{/a.b.khong}}", flags, "không"},
      {"{{#a.b}}{{#co}}có{{/co}}{{/a.b}}", flags, "có"},
  });
}

TEST_CASE("blanks around a value and inside its tag are kept and passed over") {
  const Value value = object({{"x", "---"}});
  fill_all({
      {"| {{x}} |", value, "| --- |"},
      {"| {{{x}}} |", value, "| --- |"},
      {"| {{&x}} |", value, "| --- |"},
      {"  {{x}}\n", value, "  ---\n"},
      {"  {{{x}}}\n", value, "  ---\n"},
      {"  {{&x}}\n", value, "  ---\n"},
      {"|{{ x }}|{{{ x }}}|{{& x }}|{{ & x }}|{{\tx\n}}|", value, "|---|---|---|---|---|"},
  });
}

TEST_CASE("a section is printed when its value is true, with the value at hand") {
  const Value ward = object({{"co", "x"},
                             {"khong", ""},
                             {"ten", "Hà"},
                             {"rong", ""},
                             {"nguoi", object({{"ten", "An"}})},
                             {"khong_ai", object({})}});
  fill_all({
      {"{{#co}}in{{/co}}", ward, "in"},
      {"{{#khong}}in{{/khong}}", ward, ""},
      {"{{#rong}}in{{/rong}}", ward, ""},
      {"{{#khong_ai}}in{{/khong_ai}}", ward, "in"},
      {"{{#ten}}{{.}} là {{ten}}{{/ten}}", ward, "Hà là Hà"},
      {"{{#nguoi}}{{ten}}{{/nguoi}} {{ten}}", ward, "An Hà"},
      {"{{#co}}{{ten}}{{/co}}", ward, "Hà"},
      {"{{#co}}a{{/co}}{{#co}}b{{/co}}", ward, "ab"},
      {"{{#co}}a{{#co}}b{{/co}}c{{/co}}", ward, "abc"},
      {"{{#co}}a{{#khong}}b{{/khong}}c{{/co}}", ward, "ac"},
      {"{{#khong}}a{{#co}}b{{/co}}c{{/khong}}", ward, ""},
      {"\"{{#nguoi.ten}}{{.}}{{/nguoi.ten}}\"", ward, "\"An\""},
  });
}

TEST_CASE("a section of a list is printed for each item") {
  const Value data =
      object({{"viec", list({object({{"so", "1"}}), object({{"so", "2"}}), object({{"so", "3"}})})},
              {"to", list({"a<", "b", "c"})},
              {"trong", list({})},
              {"bang", list({list({"1", "2"}), list({}), list({"3"})})},
              {"so", "0"}});
  fill_all({
      {"{{#viec}}{{so}};{{/viec}}{{so}}", data, "1;2;3;0"},
      {"{{#trong}}có{{/trong}}", data, ""},
      {"{{#to}}({{.}}){{/to}}", data, "(a&lt;)(b)(c)"},
      {"{{#to}}({{{.}}}){{/to}}", data, "(a<)(b)(c)"},
      {"{{#to}}({{&.}}){{/to}}", data, "(a<)(b)(c)"},
      {"{{#to}}{{so}}{{/to}}", data, "000"},
      {"{{#bang}}({{#.}}{{.}}{{/.}}){{/bang}}", data, "(12)()(3)"},
      {"{{#bang}}({{^.}}không{{/.}}){{/bang}}", data, "()(không)()"},
      {"{{#viec}}{{#to}}{{so}}{{.}} {{/to}}{{/viec}}",
       object({{"viec", list({object({{"so", "1"}}), object({{"so", "2"}})})},
               {"to", list({"x", "y"})}}),
       "1x 1y 2x 2y "},
      {"{{#.}}{{so}}{{/.}}", list({object({{"so", "1"}}), object({{"so", "2"}})}), "12"},
      {"{{#.}}{{.}}{{/.}}", list({"1", "2"}), "12"},
  });
}

TEST_CASE("names are looked up from the innermost section outwards") {
  const Value data =
      object({{"a", object({{"mot", "1"}})},
              {"b", object({{"hai", "2"}})},
              {"c", object({{"ba", "3"}, {"d", object({{"bon", "4"}, {"nam", "5"}})}})}});
  fill_all({
      {"{{#a}}{{mot}}\n{{#b}}{{mot}}{{hai}}{{mot}}\n{{#c}}{{mot}}{{hai}}{{ba}}{{hai}}{{mot}}\n"
       "{{#d}}{{mot}}{{hai}}{{ba}}{{bon}}{{nam}}{{bon}}\n{{/d}}{{/c}}{{/b}}{{/a}}",
       data, "1\n121\n12321\n123454\n"},
      {"{{#ngoai}}{{#giua}}{{#trong}}{{x}}{{y}}{{z}}.{{/trong}}{{/giua}}{{/ngoai}}",
       object({{"ngoai",
                list({object(
                    {{"x", "1"},
                     {"giua", list({object({{"y", "2"},
                                            {"trong", list({object({{"z", "3"}}),
                                                            object({{"z", "4"}})})}})})}})})}}),
       "123.124."},
  });
}

TEST_CASE("an inverted section is printed when its value is false, empty or has no item") {
  const Value data = object({{"co", "x"},
                             {"khong", ""},
                             {"ten", "Hà"},
                             {"rong", ""},
                             {"nguoi", object({{"ten", "An"}})},
                             {"viec", list({object({{"so", "1"}})})},
                             {"trong", list({})}});
  fill_all({
      {"{{^khong}}in{{/khong}}", data, "in"},
      {"{{^co}}in{{/co}}", data, ""},
      {"{{^nguoi}}in{{/nguoi}}", data, ""},
      {"{{^viec}}in{{/viec}}", data, ""},
      {"{{^trong}}in {{ten}}{{/trong}}", data, "in Hà"},
      {"{{^rong}}in{{/rong}}{{^ten}}không{{/ten}}", data, "in"},
      {"{{^khong}}a{{/khong}} b {{^khong}}c{{/khong}}", data, "a b c"},
      {"{{^khong}}a{{^khong}}b{{/khong}}c{{/khong}}", data, "abc"},
      {"{{^khong}}a{{^co}}b{{/co}}c{{/khong}}", data, "ac"},
      {"{{^nguoi.ten}}không{{/nguoi.ten}}", data, ""},
      {"{{#trong}}có{{/trong}}{{^trong}}không{{/trong}}", data, "không"},
      {"{{^ co }}x{{/ co }}{{^ khong }}y{{/khong}}", data, "y"},
  });
}

TEST_CASE("sections alone on their lines take the lines with them, and no others do") {
  const Value data = object({{"co", "x"}, {"khong", ""}});
  for (const std::string open : {"{{#co}}", "{{^khong}}"}) {
    const std::string close = open == "{{#co}}" ? "{{/co}}" : "{{/khong}}";
    fill_all({
        {"| " + open + "\t|\t" + close + " |\n", data, "| \t|\t |\n"},
        {"| " + open + " {{! ghi\n chú }}\n " + close + " |\n", data, "|  \n  |\n"},
        {" " + open + "một" + close + "\n " + open + "hai" + close + "\n", data, " một\n hai\n"},
        {"một\n" + open + "\nhai\n" + close + "\nba\n", data, "một\nhai\nba\n"},
        {"một\n  " + open + "\nhai\n\t" + close + "  \nba\n", data, "một\nhai\nba\n"},
        {"|\r\n" + open + "\r\n" + close + "\r\n|", data, "|\r\n|"},
        {"  " + open + "\n#" + close + "\n/", data, "#\n/"},
        {"#" + open + "\n/\n  " + close, data, "#\n/\n"},
        {"một\n" + open + "\n\nhai\n\n" + close + "\n", data, "một\n\nhai\n\n"},
        {open + open + "\nx\n" + close + close + "\n", data, "\nx\n\n"},
        {"|" + std::string(open).insert(3, " ").insert(open.size() - 1, " ") + "=" + close + "|",
         data, "|=|"},
    });
  }
  fill_all({{"một\n{{#khong}}\nhai\n{{/khong}}\nba", data, "một\nba"},
            {"\xEF\xBB\xBF{{#co}}\nhai\n{{/co}}\n", data, "hai\n"}});
}

TEST_CASE("comments are left out, with their lines when they are alone on them") {
  const Value none = object({});
  fill_all({
      {"12{{! ghi chú }}34", none, "1234"},
      {"12{{!\n nhiều\n dòng\n}}34\n", none, "1234\n"},
      {"a\n{{! ghi chú }}\nb\n", none, "a\nb\n"},
      {"a\n  {{! thụt vào }}\nb\n", none, "a\nb\n"},
      {"|\r\n{{! ghi chú }}\r\n|", none, "|\r\n|"},
      {"  {{! dòng đầu }}\n!", none, "!"},
      {"!\n  {{! dòng cuối }}", none, "!\n"},
      {"a\n{{!\nnhiều dòng\n}}\nb\n", none, "a\nb\n"},
      {"a\n  {{!\n    nhiều dòng\n  }}\nb\n", none, "a\nb\n"},
      {"  12 {{! trong dòng }}\n", none, "  12 \n"},
      {"12 {{! giữa }} 34", none, "12  34"},
      {"{{!không cách}}x{{!}}", none, "x"},
      {"{{! {{ và # ^ > = đều là chữ }}x", none, "x"},
      {"{{! một }}{{! hai }}\nx", none, "\nx"},
  });
}

TEST_CASE("partials are put in with the values at hand") {
  const Value data = object({{"ten", "Hà"}, {"dau", "<\n->"}, {"to", list({"a", "b"})}});
  const Value tree =
      object({{"ten", "1"}, {"nut", list({object({{"ten", "2"}, {"nut", list({})}})})}});
  fill_all({
      {"[{{>con}}]", data, "[chữ]", {{"con", "chữ"}}},
      {"[{{>con}}]", data, "[]", {{"con", ""}}},
      {"{{>con}}", data, "*Hà*", {{"con", "*{{ten}}*"}}},
      {"{{#to}}{{>con}}{{/to}}", data, "a;b;", {{"con", "{{.}};"}}},
      {"{{>cay}}", tree, "1<2<>>", {{"cay", "{{ten}}<{{#nut}}{{>cay}}{{/nut}}>"}}},
      {"{{>ngoai}}", data, "*Hà*", {{"ngoai", "*{{>trong}}*"}, {"trong", "{{ten}}"}}},
      {"|{{> con }}|", data, "|x|", {{"con", "x"}}},
      {"{{>dau-trang.md}}{{>chữ_ký2}}", data, "ab", {{"dau-trang.md", "a"}, {"chữ_ký2", "b"}}},
  });
}

TEST_CASE("a partial alone on its line takes the line with it and is indented like the line") {
  const Value data = object({{"x", "<\n->"}, {"co", "x"}, {"khong", ""}, {"to", list({"a", "b"})}});
  fill_all({
      {"| {{>con}} |", data, "| \t|\t |", {{"con", "\t|\t"}}},
      {"  {{x}}  {{>con}}\n", object({{"x", "|"}}), "  |  >\n>\n", {{"con", ">\n>"}}},
      {"|\r\n{{>con}}\r\n|", data, "|\r\n>|", {{"con", ">"}}},
      {"  {{>con}}\n>", data, "  >\n  >>", {{"con", ">\n>"}}},
      {">\n  {{>con}}", data, ">\n  >\n  >", {{"con", ">\n>"}}},
      {"\\\n {{>con}}\n/\n", data, "\\\n |\n <\n->\n |\n/\n", {{"con", "|\n{{{x}}}\n|\n"}}},
      // Only lines of the partial itself, each at its begin, and not those that have nothing.
      {"  {{>con}}\n", data, "  a\n\n  b\n", {{"con", "a\n\nb\n"}}},
      {"  {{>con}}\n", data, "  a\n\r\n  b\n", {{"con", "a\n\r\nb\n"}}},
      {"  {{>con}}\n", data, "  a\n  b\n", {{"con", "{{#to}}\n{{.}}\n{{/to}}\n"}}},
      {"  {{>con}}\n", data, "  a, b, \n", {{"con", "{{#to}}{{.}}, {{/to}}\n"}}},
      {"  {{>con}}\n", data, "  x\n", {{"con", "{{! ghi chú }}\n{{#co}}\nx\n{{/co}}\n"}}},
      {"  {{>con}}\n", data, "    y\n  z\n", {{"con", "  {{>trong}}\nz\n"}, {"trong", "y\n"}}},
      {"  {{>con}}\n", data, "  z y\nw\n", {{"con", "z {{>trong}}\n"}, {"trong", "y\nw"}}},
      {" \t{{>con}}\nx\n", data, " \ta\n \tbx\n", {{"con", "a\nb"}}},
  });
}

TEST_CASE("delimiters can be changed, for what follows in the same template") {
  const Value data = object({{"ten", "Hà"}, {"co", "x"}, {"khong", ""}});
  fill_all({
      {"{{=<% %>=}}(<%ten%>)", data, "(Hà)"},
      {"({{=[ ]=}}[ten])", data, "(Hà)"},
      {"{{=| |=}}|ten| {{ten}}", data, "Hà {{ten}}"},
      {"{{ten}} {{=<% %>=}}<%ten%> <%={{ }}=%>{{ten}}", data, "Hà Hà Hà"},
      {"[\n{{#co}}\n {{ten}}\n |ten|\n{{/co}}\n\n{{= | | =}}\n|#co|\n {{ten}}\n |ten|\n|/co|\n]\n",
       data, "[\n Hà\n |ten|\n\n {{ten}}\n Hà\n]\n"},
      {"[\n{{^khong}}\n {{ten}}\n{{/khong}}\n{{= | | =}}\n|^khong|\n |ten|\n|/khong|\n]\n", data,
       "[\n Hà\n Hà\n]\n"},
      {"{{=<% %>=}}<%{ten}%><%&ten%><%! ghi chú %><%>con%>", data, "HàHà.", {{"con", "."}}},
      // Neither do partials know of the change, nor does it come out of one.
      {"[{{>con}}]\n{{= | | =}}\n[|>con|]\n", data, "[.Hà.]\n[.Hà.]\n", {{"con", ".{{ten}}."}}},
      {"[{{>con}}]\n[.{{ten}}.|ten|.]\n",
       data,
       "[.Hà.]\n[.Hà.|ten|.]\n",
       {{"con", "{{= | | =}}.|ten|."}}},
      {"{{#co}}{{=<% %>=}}<%/co%><%ten%>", data, "Hà"},
  });
}

TEST_CASE("a change of delimiters takes its line with it when it is alone on it") {
  const Value none = object({});
  fill_all({
      {"| {{=@ @=}} |", none, "|  |"},
      {" | {{=@ @=}}\n", none, " | \n"},
      {"a\n{{=@ @=}}\nb\n", none, "a\nb\n"},
      {"a\n  {{=@ @=}}\nb\n", none, "a\nb\n"},
      {"|\r\n{{= @ @ =}}\r\n|", none, "|\r\n|"},
      {"  {{=@ @=}}\n=", none, "="},
      {"=\n  {{=@ @=}}", none, "=\n"},
      {"|{{= @   @ =}}|", none, "||"},
      {"|{{=\t<<\n>> =}}|", none, "||"},
  });
}

TEST_CASE("names hold Vietnamese letters, however they are composed") {
  const std::string_view apart = "te\u0302n phu\u031Bo\u031B\u0300ng";
  fill_all({
      {"{{tên_phường-2}}", object({{"tên_phường-2", "Hà"}}), "Hà"},
      {"{{te\u0302n}}", object({{"tên", "Hà"}}), "Hà"},
      {"{{#tên}}{{.}}{{/te\u0302n}}", object({{"te\u0302n", "Hà"}}), "Hà"},
      {"{{>phường}}", object({}), "x", {{"phường", "x"}}},
      {"{{>phu\u031Bo\u031B\u0300ng}}", object({}), "x", {{"phường", "x"}}},
      // Other texts stay as they are.
      {std::string(apart), object({}), std::string(apart)},
  });
}

TEST_CASE("values are escaped for what they are printed into") {
  const Value value = object({{"x", "a|b, \"c\" <d>\n\x01"}});
  struct Case {
    Escape escape;
    std::string_view out;
  };
  for (const Case& one : {
           Case{Escape::none, "a|b, \"c\" <d>\n\x01"},
           Case{Escape::markdown_cell, "a\\|b, \"c\" &lt;d><br>\x01"},
           Case{Escape::xml, "a|b, &quot;c&quot; &lt;d&gt;\n\uFFFD"},
           Case{Escape::csv, "\"a|b, \"\"c\"\" <d>\n\x01\""},
       }) {
    CHECK(test::fill("{{x}}", value, {}, one.escape).out == one.out);
    CHECK(test::fill("{{{x}}}", value, {}, one.escape).out == "a|b, \"c\" <d>\n\x01");
  }
}

}  // namespace
}  // namespace wardplan
