#include <doctest/doctest.h>

#include <random>
#include <string>

#include "text/alignment.h"
#include "text/merge_lines.h"

namespace wardplan {
namespace {

std::string lines_with(const std::string& signs) {
  std::string text;
  for (const char sign : signs) text += std::string(1, sign) + "\n";
  return text;
}

TEST_CASE("what two sequences have in common stands in the order of both") {
  std::mt19937_64 random(41);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::size_t> one(random() % 30), other(random() % 30);
    for (auto* all : {&one, &other})
      for (std::size_t& number : *all) number = random() % 8;
    const Aligned same = aligned(one, other);
    for (std::size_t at = 0; at < same.size(); ++at) {
      REQUIRE(one[same[at].first] == other[same[at].second]);
      if (at == 0) continue;
      REQUIRE(same[at - 1].first < same[at].first);
      REQUIRE(same[at - 1].second < same[at].second);
    }
    REQUIRE(aligned(one, one).size() == one.size());
  }
}

TEST_CASE("of two sequences of which one only lost something all that is left is in common") {
  std::mt19937_64 random(42);
  for (int round = 0; round < 1000; ++round) {
    std::vector<std::size_t> whole(random() % 40), rest;
    for (std::size_t& number : whole) {
      number = random() % 200;
      if (random() % 5 != 0) rest.push_back(number);
    }
    // Where texts repeat, what stands once in both comes first, and may cost one.
    CHECK(aligned(whole, rest).size() + 3 >= rest.size());
  }
}

TEST_CASE("the longest ascent is one, and as long as can be") {
  CHECK(longest_ascent(std::vector<std::size_t>{}).empty());
  CHECK(longest_ascent(std::vector<std::size_t>{3, 1, 2, 5, 4}).size() == 3);
  CHECK(longest_ascent(std::vector<std::size_t>{5, 4, 3}).size() == 1);
}

TEST_CASE("lines that one side changed are taken, and those of both stand between marks") {
  struct Example {
    const char* base;
    const char* ours;
    const char* theirs;
    const char* merged;
    std::size_t conflicts;
  };
  const Example examples[] = {
      {"abcde", "abcde", "abcde", "abcde", 0},     {"abcde", "aXbcde", "abcdYe", "aXbcdYe", 0},
      {"abcde", "acde", "abcd", "acd", 0},         {"abcde", "aXcde", "aXcde", "aXcde", 0},
      {"abcde", "Xbcde", "abcdY", "XbcdY", 0},     {"", "a", "a", "a", 0},
      {"abcde", "abXde", "abYde", "ab<X=Y>de", 1}, {"abcde", "abde", "abXde", "ab<=X>de", 1},
      {"abc", "abXc", "abYc", "ab<X=Y>c", 1},
  };
  for (const Example& example : examples) {
    CAPTURE(example.ours);
    CAPTURE(example.theirs);
    const std::string base = lines_with(example.base), ours = lines_with(example.ours),
                      theirs = lines_with(example.theirs);
    const MarkedLines made = with_marks(merged_lines(base, ours, theirs));
    std::string wanted = lines_with(example.merged);
    for (const auto& [sign, mark] :
         {std::pair("<\n", "<<<<<<< ours\n"), {"=\n", "=======\n"}, {">\n", ">>>>>>> theirs\n"}})
      if (const std::size_t at = wanted.find(sign); at != std::string::npos)
        wanted.replace(at, 2, mark);
    CHECK(made.bytes == wanted);
    CHECK(made.conflicts == example.conflicts);
  }
}

TEST_CASE("with all changes marked either side can be kept whole") {
  const auto parts = merged_lines("a\nb\nc\nd\ne\n", "A\nb\nc\nD\ne\n", "a\nb\nC\nD\ne\nf\n");
  const MarkedLines made = with_all_marked(parts);
  CHECK(made.bytes ==
        "<<<<<<< ours\nA\n=======\na\n>>>>>>> theirs\nb\n<<<<<<< ours\nc\n=======\nC\n"
        ">>>>>>> theirs\nD\ne\n<<<<<<< ours\n=======\nf\n>>>>>>> theirs\n");
  CHECK(made.conflicts == 3);
}

TEST_CASE("a last line without its end gets one between marks, and CRLF stays") {
  CHECK(with_marks(merged_lines("a\nb", "a\nc", "a\nd")).bytes ==
        "a\n<<<<<<< ours\nc\n=======\nd\n>>>>>>> theirs\n");
  CHECK(with_marks(merged_lines("a\r\nb\r\n", "a\r\nc\r\n", "a\r\nd\r\n")).bytes ==
        "a\r\n<<<<<<< ours\r\nc\r\n=======\r\nd\r\n>>>>>>> theirs\r\n");
  CHECK(marked_difference("a\nb\nc\n", "a\nx\nc\n").bytes ==
        "a\n<<<<<<< ours\nb\n=======\nx\n>>>>>>> theirs\nc\n");
  CHECK(marked_difference("a\n", "a\n").conflicts == 0);
}

}  // namespace
}  // namespace wardplan
