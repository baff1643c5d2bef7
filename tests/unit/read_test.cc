#include "yaml/read.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "yaml/reader.h"

namespace wardplan::yaml {
namespace {

struct Reading {
  Sources sources;
  Report report;
  Document root;

  explicit Reading(std::string text) {
    const FileId file = sources.add("a.yaml", std::move(text));
    root = read(sources, file, report);
  }
  const Node& value(std::string_view key) const {
    const Pair* pair = root ? find(*root, key) : nullptr;
    REQUIRE(pair != nullptr);
    return pair->value;
  }
};

TEST_CASE("every style of value is read to its text and told") {
  const Reading reading(
      "plain: Trồng cây # chú thích\nsingle: 'it''s'\ndouble: \"a\\tb \\u1EC7\"\n"
      "literal: |\n  một\n   hai\nfolded: >-\n  một\n  hai\n\n  ba\nflow: [a, 'b', \"c\"]\n");
  struct Example {
    std::string_view key;
    std::string_view text;
    Style style;
  };
  for (const Example& example : {Example{"plain", "Trồng cây", Style::plain},
                                 Example{"single", "it's", Style::single_quoted},
                                 Example{"double", "a\tb ệ", Style::double_quoted},
                                 Example{"literal", "một\n hai\n", Style::literal},
                                 Example{"folded", "một hai\nba", Style::folded}}) {
    CAPTURE(example.key);
    CHECK(reading.value(example.key).kind == Kind::scalar);
    CHECK(reading.value(example.key).text == example.text);
    CHECK(reading.value(example.key).style == example.style);
  }
  const Node& flow = reading.value("flow");
  CHECK(flow.kind == Kind::sequence);
  CHECK(flow.flow);
  REQUIRE(flow.items.size() == 3);
  CHECK(flow.items[1].style == Style::single_quoted);
  CHECK(reading.report.findings().empty());
}

TEST_CASE("spans cover quotes, brackets and block signs, and point at the place of a null") {
  const Reading reading("a: \"ệ\"\nb: [x, y]\nc: |\n  d\ne:\nf: ~\n");
  const auto text = [&](std::string_view key) {
    return reading.sources.text(reading.value(key).span);
  };
  CHECK(text("a") == "\"ệ\"");
  CHECK(text("b") == "[x, y]");
  CHECK(text("c") == "|\n  d");
  CHECK(reading.value("e").kind == Kind::null);
  CHECK(reading.value("e").span.empty());
  CHECK(reading.sources[0].position(reading.value("e").span.begin).line == 5);
  CHECK(text("f") == "~");
}

TEST_CASE("a key is found in mappings only") {
  const Reading reading("a: 1\nb: [c]\n");
  REQUIRE(reading.root);
  CHECK(find(*reading.root, "b") != nullptr);
  CHECK(find(*reading.root, "c") == nullptr);
  CHECK(find(reading.value("a"), "a") == nullptr);
  CHECK(find(reading.value("b"), "c") == nullptr);
}

TEST_CASE("a refusal stands at its cause") {
  struct Example {
    std::string_view text;
    const Code* code;
    Position position;
  };
  for (const Example& example : {
           Example{"a: 1\nb: \"x\nc: 2\n", &kOpenQuote, {2, 4}},
           Example{"a: 1\nb: 'x\n", &kOpenQuote, {2, 4}},
           Example{"a: 1\nb\n", &kKeyWithoutColon, {2, 1}},
           Example{"a: 1\n---\nb: 2\n", &kSecondDocument, {2, 1}},
           Example{"a: 1\n...\nb: 2\n", &kSecondDocument, {2, 1}},
           Example{"a: \"x\" y\n", &kTextAfterValue, {1, 8}},
           Example{"a: 1\nb: 2\na: 3\n", &kDuplicateKey, {3, 1}},
           Example{"a:\n\tb: 1\n", &kTabIndent, {2, 1}},
           Example{"ă: 1\nb: &x 1\n", &kAnchor, {2, 4}},
           Example{"a: 1\nb: *x\n", &kAlias, {2, 4}},
           Example{"<<: {a: 1}\n", &kMergeKey, {1, 1}},
           Example{"a: !x 1\n", &kTag, {1, 4}},
           Example{"a: x\n  y\n", &kMultiLinePlain, {1, 4}},
           Example{"a: phường \xFF\n", &kNotUtf8, {1, 11}},
           Example{"a: 1\rb: 2\n", &kLoneReturn, {1, 5}},
           Example{"%YAML 1.2\n---\na: 1\n", &kDirective, {1, 1}},
           Example{"? a\n: 1\n", &kComplexKey, {1, 1}},
           Example{"a: b: c\n", &kColonInValue, {1, 5}},
           Example{"a: [1, 2\nb: 3\n", &kOpenBracket, {1, 4}},
           Example{"a: \"\\q\"\n", &kBadEscape, {1, 5}},
           Example{"a: \"\\", &kBadEscape, {1, 5}},
           Example{"a: \"\\đ\"\n", &kBadEscape, {1, 5}},
           Example{"a: [1, , 2]\n", &kEmptyEntry, {1, 8}},
           Example{"# gì\n", &kEmptyFile, {1, 1}},
           Example{"a: @x\n", &kNotYaml, {1, 4}},
           Example{"title:\n\"kế hoạch\"\n", &kKeyWithoutColon, {2, 1}},
           Example{"title:\n[kế hoạch]\n", &kComplexKey, {2, 1}},
           Example{"title:\nkế hoạch # gì\n", &kKeyWithoutColon, {2, 1}},
           Example{"a: x\t# gì\n", &kTabIndent, {1, 5}},
           Example{"a: \"x\"\t\n", &kTabIndent, {1, 7}},
           Example{"a: x\t\n", &kTabIndent, {1, 5}},
           Example{"a:\tx\n", &kTabIndent, {1, 3}},
           Example{"a: \"x\n \ty\"\n", &kTabIndent, {2, 2}},
           Example{"a: |#c\n  x\n", &kTextAfterValue, {1, 5}},
           Example{"a: |\n   \n  x\n", &kNotYaml, {2, 1}},
           Example{"a: x\n\tb: y\n", &kTabIndent, {2, 1}},
           Example{"\"a\":b\n", &kNoSpaceAfterColon, {1, 1}},
           Example{"a: >=5\n", &kTextAfterValue, {1, 5}},
           Example{"a: {c:}\n", &kNoSpaceAfterColon, {1, 5}},
           Example{"a: {?b: c}\n", &kComplexKey, {1, 5}},
           Example{"a: [?b]\n", &kNotYaml, {1, 5}},
           Example{"a: {:& :}\n", &kComplexKey, {1, 5}},
           Example{"a: [b: c]\n", &kOpenBracket, {1, 4}},
           Example{"a: [b}\n", &kOpenBracket, {1, 4}},
           Example{"a: [x\n  y]\n", &kMultiLinePlain, {1, 5}},
           Example{"a: -\n", &kNotYaml, {1, 4}},
           Example{"a: \"b\": c\n", &kColonInValue, {1, 7}},
           Example{"a:\n  b: 1\n c: 2\n", &kTextAfterValue, {3, 1}},
           Example{"a: 1\n- b\n", &kTextAfterValue, {2, 1}},
           Example{"a: x\n   b: y\n", &kTextAfterValue, {2, 1}},
           Example{"--- a: b\n", &kColonInValue, {1, 6}},
           Example{"|\ntext\n", &kTextAfterValue, {2, 1}},
       }) {
    CAPTURE(example.text);
    const Reading reading{std::string(example.text)};
    CHECK_FALSE(reading.root);
    REQUIRE_FALSE(reading.report.findings().empty());
    const Finding& finding = reading.report.findings().front();
    CHECK(finding.code->id == example.code->id);
    CHECK(finding.primary.span.end <= example.text.size());
    const Position at = reading.sources[0].position(finding.primary.span.begin);
    CHECK(at.line == example.position.line);
    CHECK(at.column == example.position.column);
  }
}

TEST_CASE("an invisible character is told where it stands and left out of what is read") {
  for (const std::string_view sign : {"\x01", "\u061C", "\u034F", "\u115F", "\u3164", "\u180E",
                                      "\uFFF9", "\U000E0041", "\U0001D173"}) {
    CAPTURE(sign);
    const Reading reading{fmt::format("a: x{}y\nb: 'z'\n", sign)};
    REQUIRE(reading.root);
    CHECK(reading.root->pairs[0].value.text == "xy");
    CHECK(reading.root->pairs[1].value.text == "z");
    REQUIRE(reading.report.findings().size() == 1);
    CHECK(reading.report.findings().front().code->id == kControlCharacter.id);
    CHECK(reading.report.findings().front().primary.span.begin == 4);
  }
  const Reading nul{std::string("a: x\0y\n", 8)};
  CHECK_FALSE(nul.root);
}

TEST_CASE("what all readers of YAML read alike is taken, with its value") {
  struct Example {
    std::string_view text;
    std::string_view value;
  };
  for (const Example& example :
       {Example{"a: {key: value?}\n", "value?"},
        Example{"a:\n  {title: Làm gì?, b: c}\n", "Làm gì?"},
        Example{"a:\n- http://x/y#z:1\n", "http://x/y#z:1"}, Example{"a: {\"b\":c}\n", "c"},
        Example{"a: [\"x\n\n\n  y\"]\n", "x\n\ny"}, Example{"a: [\"x\\n\\n\"]\n", "x\n\n"},
        Example{"a:\n  - |+\n    x\n\n\n", "x\n\n\n"}, Example{"a:\n  - |+\n    x", "x\n"},
        Example{"a: ['x\n\n  ']\n", "x\n"}, Example{"---\na: [x]\n", "x"},
        Example{"a:\n  - >1\n    x\n    y\n", " x\n y\n"}}) {
    CAPTURE(example.text);
    const Reading reading{std::string(example.text)};
    REQUIRE(reading.root);
    const Node& value = reading.value("a");
    CHECK((value.kind == Kind::sequence ? value.items[0] : value.pairs[0].value).text ==
          example.value);
    CHECK(reading.report.findings().empty());
  }
}

TEST_CASE("what is YAML to others only is told apart from what is none") {
  const auto message = [](std::string text) {
    return Reading(std::move(text)).report.findings().front().message.en;
  };
  CHECK(message("a: [:x]\n") == "YAML, but not in the form that all readers read alike");
  CHECK(message("a: [@x]\n") == "not YAML");
}

TEST_CASE("an anchor is told once, whatever stands behind it") {
  for (const std::string_view text : {"a: &x\n  b: c\n", "a: &x\n- b\n", "--- &x\na: b\n",
                                      "a: {&x \"b, c\": d}\n", "a: &x b\n"}) {
    CAPTURE(text);
    const Reading reading{std::string(text)};
    CHECK_FALSE(reading.root);
    REQUIRE(reading.report.findings().size() == 1);
    CHECK(reading.report.findings().front().code == &kAnchor);
  }
}

TEST_CASE("a tab before the text of a block is one of indentation") {
  const Reading reading("a: |\n\tx\n");
  REQUIRE_FALSE(reading.report.findings().empty());
  CHECK(reading.report.findings().front().message.en == "a tab in the indentation");
}

TEST_CASE("nesting is taken up to its limit and refused beyond it") {
  for (const int depth : {kMaxDepth - 1, kMaxDepth, 100'000}) {
    const auto size = static_cast<std::size_t>(depth);
    const Reading reading("a: " + std::string(size, '[') + std::string(size, ']') + "\n");
    CHECK(static_cast<bool>(reading.root) == (depth < kMaxDepth));
    if (!reading.root) CHECK(reading.report.findings().front().code == &kTooDeep);
  }
}

TEST_CASE("values are taken up to their number and refused beyond it") {
  for (const std::size_t count : {kMaxValues - 1, kMaxValues}) {
    std::string text = "a: [";
    for (std::size_t at = 0; at < count; ++at) text += "a,";
    const Reading reading(text + "]\n");
    CHECK(static_cast<bool>(reading.root) == (count < kMaxValues));
    if (!reading.root) CHECK(reading.report.findings().front().code == &kTooLarge);
  }
}

TEST_CASE("findings that leave the structure clear do not stop reading") {
  const Reading odd("a: 1.10\nb: [yes, 2]\n");
  CHECK(odd.root);
  CHECK(odd.report.findings().size() == 2);
  const Reading decomposed("a: o\xCC\x9B\n");
  CHECK(decomposed.root);
  REQUIRE(decomposed.report.findings().size() == 1);
  CHECK(decomposed.report.findings().front().code == &kDecomposed);
}

}  // namespace
}  // namespace wardplan::yaml
