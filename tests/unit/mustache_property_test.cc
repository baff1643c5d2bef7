// What holds of every template, shape and value.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "support/template_property.h"

namespace wardplan {
namespace {

using mustache::Shape;
using mustache::Value;

/// A shape with templates that are mostly for it.
struct Odd {
  Shape shape;
  std::string text;
  test::PartialTexts partials;
};

Odd odd(std::mt19937_64& random) {
  Odd made;
  made.shape = test::odd_shape(random, 2);
  made.text = test::odd_template(made.shape, random);
  made.partials["p0"] = random() % 4 == 0 ? test::odd_template(made.shape, random) : "chữ\n";
  made.partials["p1"] = random() % 8 == 0 ? "{{>p0}}\n {{>p0}}\nx" : "";
  made.partials["p2"] = "  a\n{{>p1}}\n\nb";
  return made;
}

std::string shown(const Odd& made) {
  std::string text = made.text;
  for (const auto& [name, partial] : made.partials) text += "\n--- " + name + ":\n" + partial;
  return text;
}

TEST_CASE("after a check without fault no value of the shape fails to be filled in") {
  std::mt19937_64 random(21);
  int sound = 0, long_enough = 0;
  for (int round = 0; round < 6000; ++round) {
    const Odd made = odd(random);
    if (!test::judge(made.text, made.shape, made.partials).report.findings().empty()) continue;
    ++sound;
    if (made.text.size() > 60) ++long_enough;
    for (int time = 0; time < 4; ++time) {
      const Value value = test::odd_value(made.shape, random, time == 0);
      REQUIRE(test::matches(value, made.shape));
      const test::Filled filled = test::fill(made.text, value, made.partials);
      if (!filled.out || !filled.report.findings().empty())
        FAIL((test::findings_of(filled) + shown(made)));
    }
  }
  CHECK(sound > 2500);
  CHECK(long_enough > 700);
}

TEST_CASE("what a check finds wrong with a name fails when everything is printed") {
  std::mt19937_64 random(22);
  int wrong = 0;
  for (int round = 0; round < 9000; ++round) {
    const Odd made = odd(random);
    // Inverted sections of a full value are not printed.
    if (shown(made).find("{{^") != std::string::npos) continue;
    const test::Filled judged = test::judge(made.text, made.shape, made.partials);
    const bool named = std::ranges::any_of(judged.report.findings(), [](const Finding& finding) {
      return finding.code->id == "T201" || finding.code->id == "T202";
    });
    if (!named) continue;
    ++wrong;
    const Value full = test::odd_value(made.shape, random, true);
    const test::Filled filled = test::fill(made.text, full, made.partials);
    if (filled.out) FAIL((test::findings_of(judged) + shown(made)));
  }
  CHECK(wrong > 700);
}

TEST_CASE("any bytes are a template or have a fault, and nothing else happens") {
  std::mt19937_64 random(23);
  int sound = 0;
  for (int round = 0; round < 10000; ++round) {
    const std::string bytes = test::odd_bytes(random);
    if (const std::string fault = test::template_fault(bytes); !fault.empty())
      FAIL((fault + ":\n" + bytes));
    if (test::fill(bytes, Value::object({})).out) ++sound;
  }
  CHECK(sound > 500);
}

TEST_CASE("every prefix of a template is a template or has a fault") {
  std::vector<std::string> texts = test::template_samples();
  std::mt19937_64 random(24);
  for (int round = 0; round < 100; ++round)
    texts.push_back(test::odd_template(test::sample_shape(), random));
  for (const std::string& text : texts)
    for (std::size_t size = 0; size <= text.size(); ++size)
      if (const std::string fault = test::template_fault(text.substr(0, size)); !fault.empty())
        FAIL((fault + ":\n" + text.substr(0, size)));
  CHECK(texts.size() > 100);
}

TEST_CASE("a template without tags is printed as it is, on lines of any kind") {
  std::mt19937_64 random(25);
  for (int round = 0; round < 2000; ++round) {
    std::string text = test::odd_bytes(random);
    std::erase(text, '{');
    const auto filled = test::fill(text, Value::object({}));
    if (text.find('\xFF') != std::string::npos) continue;
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    CHECK(filled.out == text);
  }
}

TEST_CASE("line ends of a template are CRLF in what is printed when they are in it") {
  std::mt19937_64 random(26);
  const auto with_crlf = [](const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? "\r\n" : std::string(1, c);
    return out;
  };
  int sound = 0;
  for (int round = 0; round < 3000; ++round) {
    Odd made = odd(random);
    std::erase(made.text, '\r');
    for (auto& [name, partial] : made.partials) std::erase(partial, '\r');
    const Value value = test::odd_value(made.shape, random, true);
    const auto plain = test::fill(made.text, value, made.partials);
    if (!plain.out) continue;
    ++sound;
    made.text = with_crlf(made.text);
    for (auto& [name, partial] : made.partials) partial = with_crlf(partial);
    if (test::fill(made.text, value, made.partials).out != with_crlf(*plain.out)) FAIL(shown(made));
  }
  CHECK(sound > 1000);
}

}  // namespace
}  // namespace wardplan
