#include "text/edit.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <random>

#include <stdexcept>

namespace wardplan {
namespace {

TEST_CASE("edits are made in one go, by offsets into the old text") {
  CHECK(apply_edits("", {}) == "");
  CHECK(apply_edits("abc", {}) == "abc");
  CHECK(apply_edits("abc", {{0, 0, "x"}, {0, 0, "y"}, {3, 3, "z"}}) == "xyabcz");
  CHECK(apply_edits("abcdef", {{1, 2, ""}, {2, 4, "XY"}, {5, 6, "long"}}) == "aXYelong");
  CHECK(apply_edits("abc", {{0, 3, ""}}) == "");
}

TEST_CASE("edits that overlap, are out of order or outside of the text are a mistake in the code") {
  CHECK_THROWS_AS(apply_edits("abc", {{0, 2, ""}, {1, 3, ""}}), std::logic_error);
  CHECK_THROWS_AS(apply_edits("abc", {{2, 3, ""}, {0, 1, ""}}), std::logic_error);
  CHECK_THROWS_AS(apply_edits("abc", {{2, 1, ""}}), std::logic_error);
  CHECK_THROWS_AS(apply_edits("abc", {{3, 4, ""}}), std::logic_error);
  CHECK_THROWS_AS(apply_edits("abc", {{4, 4, "x"}}), std::logic_error);
}

TEST_CASE("edits that were made apart are put in order") {
  const std::vector<Edit> edits = joined({{1, 2, "b"}, {7, 7, "d"}}, {{0, 1, "a"}, {3, 4, "c"}});
  CHECK(edits == std::vector<Edit>{{0, 1, "a"}, {1, 2, "b"}, {3, 4, "c"}, {7, 7, "d"}});
}

TEST_CASE("the line around a byte, with LF, CRLF, a BOM and without a last line end") {
  struct Example {
    std::string_view bytes;
    std::size_t at, begin, end, next;
    bool ended;
    std::string_view line_break;
  };
  for (const Example& example : {
           Example{"ab\ncd\n", 0, 0, 2, 3, true, "\n"},
           Example{"ab\ncd\n", 2, 0, 2, 3, true, "\n"},
           Example{"ab\ncd\n", 3, 3, 5, 6, true, "\n"},
           Example{"ab\ncd\n", 6, 6, 6, 6, false, "\n"},
           Example{"ab\r\ncd", 1, 0, 2, 4, true, "\r\n"},
           Example{"ab\r\ncd", 3, 0, 2, 4, true, "\r\n"},
           Example{"ab\r\ncd", 5, 4, 6, 6, false, "\r\n"},
           Example{"a\r\n\r\nb", 3, 3, 3, 5, true, "\r\n"},
           Example{"\xEF\xBB\xBF"
                   "a\n",
                   3, 3, 4, 5, true, "\n"},
           Example{"ab", 1, 0, 2, 2, false, "\n"},
           Example{"", 0, 0, 0, 0, false, "\n"},
       }) {
    CAPTURE(example.bytes);
    CAPTURE(example.at);
    CHECK(line_begin(example.bytes, example.at) == example.begin);
    CHECK(line_end(example.bytes, example.at) == example.end);
    CHECK(next_line(example.bytes, example.at) == example.next);
    CHECK(is_ended(example.bytes, example.at) == example.ended);
    CHECK(line_break(example.bytes, example.at) == example.line_break);
  }
  CHECK(column("ab\n  cd", 5) == 2);
  CHECK(is_first_on_line("ab\n  cd", 5));
  CHECK_FALSE(is_first_on_line("ab\n  cd", 6));
}

TEST_CASE("edits of a text and insertions into the result can be made at once") {
  std::mt19937_64 random(5);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  for (int round = 0; round < 3000; ++round) {
    const std::string text = std::string("0123456789").substr(0, below(11));
    std::vector<Edit> first;
    for (std::size_t at = 0; at <= text.size(); at += 1 + below(4)) {
      const std::size_t end = std::min(text.size(), at + below(3));
      if (!first.empty() && first.back().end > at) continue;
      if (below(2) == 0) first.push_back({at, end, std::string(below(4), 'a')});
    }
    const std::string between = apply_edits(text, first);
    std::vector<Edit> second;
    for (std::size_t at = below(3); at <= between.size(); at += 1 + below(3))
      second.push_back({at, at, std::string(1 + below(3), 'B')});
    CAPTURE(text);
    CAPTURE(between);
    CHECK(apply_edits(text, composed(first, second)) == apply_edits(between, second));
  }
  CHECK_THROWS_AS(composed({}, {{0, 1, ""}}), std::logic_error);
}

}  // namespace
}  // namespace wardplan
