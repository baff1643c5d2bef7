// Two ways to write the same template print the same, and what is printed is traced to its place.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "support/template_property.h"

namespace wardplan {
namespace {

using mustache::Origin;
using mustache::Shape;
using mustache::Value;

/// Stands in any template; `p2` alone on a line is indented twice.
test::PartialTexts some_partials(const Shape& shape, std::mt19937_64& random) {
  return {{"p0", random() % 2 == 0 ? test::odd_template(shape, random) : "chữ\n"},
          {"p1", "{{>p0}}\n {{>p0}}\nx"},
          {"p2", "  a\n\t{{>p1}}\n\r\nb"}};
}

/// The lines of a text behind blanks; those with nothing in them stay empty.
std::string indented(std::string_view text, std::string_view blanks) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    if (line != "\n" && line != "\r\n") out += blanks;
    out += line;
    text.remove_prefix(line.size());
  }
  return out;
}

TEST_CASE("a partial alone on its line is the same as its indented lines written there") {
  std::mt19937_64 random(31);
  constexpr std::array<std::string_view, 4> kBlanks = {"", "  ", "\t", " \t "};
  constexpr std::array<std::string_view, 3> kEnds = {"\n", "\r\n", "  \n"};
  int same = 0, indented_ones = 0;
  for (int round = 0; round < 6000; ++round) {
    const Shape shape = test::odd_shape(random, 2);
    test::PartialTexts partials = some_partials(shape, random);
    const std::string before = test::odd_template(shape, random) + "\n";
    const std::string after = test::odd_template(shape, random);
    const std::string blanks(kBlanks[random() % kBlanks.size()]);
    const std::string put = test::odd_template(shape, random) + "\n";
    partials["con"] = put;
    const Value value = test::odd_value(shape, random, round % 2 == 0);
    const std::string tag = blanks + "{{>con}}" + std::string(kEnds[random() % kEnds.size()]);
    const auto by_tag = test::fill(before + tag + after, value, partials);
    if (!by_tag.out) continue;
    const auto by_hand = test::fill(before + indented(put, blanks) + after, value, partials);
    if (by_hand.out != by_tag.out) FAIL((before + tag + after + "\n--- con:\n" + put));
    ++same;
    if (!blanks.empty() && std::ranges::count(put, '\n') > 2) ++indented_ones;
  }
  CHECK(same > 1500);
  CHECK(indented_ones > 300);
}

struct Marks {
  std::string opens;
  std::string closes;
};

/// The template with other delimiters; nothing when it changes them itself.
std::optional<std::string> with_marks(std::string_view text, const Marks& marks) {
  std::string out = "{{=" + marks.opens + " " + marks.closes + "=}}\n";
  while (true) {
    const std::size_t begin = text.find("{{");
    out += text.substr(0, begin);
    if (begin == std::string_view::npos) return out;
    text.remove_prefix(begin + 2);
    if (text.starts_with('=')) return std::nullopt;
    const std::string_view closes = text.starts_with('{') ? "}}}" : "}}";
    const std::size_t end = text.find(closes);
    if (end == std::string_view::npos) return std::nullopt;
    out += marks.opens + std::string(text.substr(0, end + closes.size() - 2)) + marks.closes;
    text.remove_prefix(end + closes.size());
  }
}

TEST_CASE("with other delimiters the same tags print the same") {
  std::mt19937_64 random(32);
  const std::array<Marks, 5> kMarks = {
      {{"<%", "%>"}, {"[", "]"}, {"@", "@"}, {"«", "»»"}, {"<<<", ">"}}};
  int same = 0;
  for (int round = 0; round < 6000; ++round) {
    const Shape shape = test::odd_shape(random, 2);
    const std::string text = test::odd_template(shape, random);
    const test::PartialTexts partials = some_partials(shape, random);
    const auto other = with_marks(text, kMarks[random() % kMarks.size()]);
    const Value value = test::odd_value(shape, random, round % 2 == 0);
    const auto plain = test::fill(text, value, partials);
    if (!other || !plain.out || text.find("{{") == std::string::npos) continue;
    if (test::fill(*other, value, partials).out != plain.out) FAIL((text + "\n---\n" + *other));
    ++same;
  }
  CHECK(same > 2000);
}

/// What is wrong with where one stretch of what was printed is said to come from, or nothing.
std::string origin_fault(const test::Filled& filled, std::size_t index) {
  const Origin& origin = filled.origins[index];
  const bool last = index + 1 == filled.origins.size();
  const std::size_t end = last ? filled.out->size() : filled.origins[index + 1].begin;
  if (end < origin.begin || end > filled.out->size()) return "stretches out of order";
  std::string_view printed(*filled.out);
  printed = printed.substr(origin.begin, end - origin.begin);
  const std::string_view written = filled.sources.text(origin.span);
  if (!origin.as_written) {
    if (!written.starts_with("{{") || !written.ends_with("}}")) return "a value from no tag";
    return {};
  }
  if (!printed.starts_with(written)) return "a text from elsewhere";
  // Behind it are only the blanks that indent what follows.
  if (printed.find_first_not_of(" \t", written.size()) != std::string_view::npos)
    return "more than the text";
  if (written.empty()) return {};
  const Span traced =
      mustache::origin_of(filled.origins, origin.begin, origin.begin + written.size());
  return traced == origin.span ? "" : "a text traced to elsewhere";
}

TEST_CASE("every stretch of what is printed comes from where it is said to come from") {
  std::mt19937_64 random(33);
  std::size_t stretches = 0;
  for (int round = 0; round < 4000; ++round) {
    const Shape shape = test::odd_shape(random, 2);
    const std::string text = test::odd_template(shape, random);
    const Value value = test::odd_value(shape, random, round % 2 == 0);
    const auto filled = test::fill(text, value, some_partials(shape, random));
    if (!filled.out) continue;
    stretches += filled.origins.size();
    for (std::size_t index = 0; index < filled.origins.size(); ++index)
      if (const auto fault = origin_fault(filled, index); !fault.empty())
        FAIL((fault + ":\n" + text));
  }
  CHECK(stretches > 10000);
}

}  // namespace
}  // namespace wardplan
