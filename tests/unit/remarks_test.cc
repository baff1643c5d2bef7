// Comments of a record, each with what it is about.
#include <doctest/doctest.h>

#include <string>

#include "compare/remarks.h"
#include "text/edit.h"

namespace wardplan {
namespace {

/// The line on which the element begins that each comment is about, `(end)` where it closes it.
std::string owners(const std::string& bytes) {
  const RemarkedText text(bytes);
  REQUIRE(text.text.root);
  std::string all;
  for (const Remark& one : text.remarks) {
    const std::size_t begin = text.elements[one.element].begin;
    const std::string line = bytes.substr(begin, line_end(bytes, begin) - begin);
    all += std::string(one.text) + ": " + line.substr(0, line.find(" #")) +
           (one.closes ? " (end)" : "") + "\n";
  }
  return all;
}

TEST_CASE("a comment is about what stands below it, beside it, or what it closes") {
  CHECK(owners("kind: plan\n"
               "# a\n"
               "rows: # b\n"
               "  # c\n"
               "  - number: \"1\" # d\n"
               "    title: Trồng cây # 1\n"
               "    # e\n"
               "    updates:\n"
               "      - {date: 2026-03-01} # f\n"
               "      # g\n"
               "    # h\n"
               "# i\n"
               "  - number: \"2\"\n"
               "  # j\n"
               "# k\n") ==
        "a: rows:\nb: rows:\nc: number: \"1\"\nd: number: \"1\"\n"
        "1: title: Trồng cây\ne: updates:\nf: {date: 2026-03-01}\n"
        "g: updates: (end)\nh: number: \"1\" (end)\ni: number: \"2\"\n"
        "j: rows: (end)\nk: kind: plan (end)\n");
}

TEST_CASE("what stands in a text is no comment, and behind the sign of one it is") {
  CHECK(owners("a: \"x # y\"\nb: | # z\n  # no\nc: [1, # d\n  2] # e\n") ==
        "z: b: |\nd: 1,\ne: 2]\n");
}

TEST_CASE("elements of one version have their places in another") {
  const std::string before = "rows:\n  - title: Trồng cây\n    due: a\n  - title: Mở lớp\n",
                    after = "rows:\n  - title: Mở lớp\n  - title: Trồng cây\n    note: b\n";
  const RemarkedText one(before), other(after);
  const auto places = counterparts(one.tree, other.tree);
  // The record, rows, the first row, its title, due, the second row, its title.
  REQUIRE(places.size() == 7);
  CHECK(places[0] == 0U);
  CHECK(places[1] == 1U);
  CHECK(places[2] == 4U);
  CHECK(places[3] == 5U);
  CHECK(!places[4]);
  CHECK(places[5] == 2U);
  CHECK(places[6] == 3U);
}

}  // namespace
}  // namespace wardplan
