#include "text/edit.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <random>

#include "golden/sandbox.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

TEST_CASE("a diff is made straight from the edits") {
  const std::string before = "1\n2\n3\n4\n5\n6\n7\n";
  CHECK(unified_diff(before, {{8, 8, "new\n"}}, "a.yaml") ==
        "diff --git a/a.yaml b/a.yaml\n"
        "--- a/a.yaml\n"
        "+++ b/a.yaml\n"
        "@@ -2,6 +2,7 @@\n"
        " 2\n 3\n 4\n+new\n 5\n 6\n 7\n");
  CHECK(unified_diff(before, {{0, 1, "one"}, {12, 14, ""}}, "a.yaml") ==
        "diff --git a/a.yaml b/a.yaml\n"
        "--- a/a.yaml\n"
        "+++ b/a.yaml\n"
        "@@ -1,7 +1,6 @@\n"
        "-1\n+one\n 2\n 3\n 4\n 5\n 6\n-7\n");
}

TEST_CASE("changes far from each other stand in hunks of their own") {
  std::string before;
  for (int line = 1; line <= 20; ++line) before += fmt::format("{:02}\n", line);
  const std::string diff =
      unified_diff(before, {{3, 3, "x\n"}, {30, 32, "eleven"}, {57, 60, ""}}, "a");
  CHECK(diff ==
        "diff --git a/a b/a\n--- a/a\n+++ b/a\n"
        "@@ -1,4 +1,5 @@\n 01\n+x\n 02\n 03\n 04\n"
        "@@ -8,7 +9,7 @@\n 08\n 09\n 10\n-11\n+eleven\n 12\n 13\n 14\n"
        "@@ -17,4 +18,3 @@\n 17\n 18\n 19\n-20\n");
}

TEST_CASE("a last line without a line end is marked on its side") {
  CHECK(unified_diff("a\nb", {{3, 3, "\nc"}}, "a") ==
        "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,2 +1,3 @@\n a\n"
        "-b\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n");
  CHECK(unified_diff("a\nb", {{0, 0, "x\n"}}, "a") ==
        "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,2 +1,3 @@\n+x\n a\n b\n"
        "\\ No newline at end of file\n");
}

TEST_CASE("edits that change nothing make no diff") {
  CHECK(unified_diff("a\nb\n", {}, "a") == "");
  CHECK(unified_diff("a\nb\n", {{0, 1, "a"}, {2, 4, "b\n"}}, "a") == "");
}

TEST_CASE("a path is named as git names it") {
  struct Example {
    std::string_view path;
    std::string_view header;
  };
  for (const Example& example : {
           Example{"kế-hoạch/năm 2023.yaml",
                   "diff --git a/kế-hoạch/năm 2023.yaml b/kế-hoạch/năm 2023.yaml\n"
                   "--- a/kế-hoạch/năm 2023.yaml\t\n+++ b/kế-hoạch/năm 2023.yaml\t\n"},
           Example{"a\"b",
                   "diff --git \"a/a\\\"b\" \"b/a\\\"b\"\n"
                   "--- \"a/a\\\"b\"\n+++ \"b/a\\\"b\"\n"},
           Example{"a\\ b",
                   "diff --git \"a/a\\\\ b\" \"b/a\\\\ b\"\n"
                   "--- \"a/a\\\\ b\"\t\n+++ \"b/a\\\\ b\"\t\n"},
           Example{"a\tb\x01\x7F",
                   "diff --git \"a/a\\tb\\001\\177\" \"b/a\\tb\\001\\177\"\n"
                   "--- \"a/a\\tb\\001\\177\"\n+++ \"b/a\\tb\\001\\177\"\n"},
       }) {
    const std::string diff = unified_diff("1\n", {{0, 1, "2"}}, example.path);
    CHECK(diff == std::string(example.header) + "@@ -1,1 +1,1 @@\n-1\n+2\n");
  }
}

/// A folder with an empty repository in which nobody's settings count.
class Repository {
 public:
  Repository() { REQUIRE(git("init -q .") == 0); }

  int git(const std::string& args) const {
    return std::system(
        fmt::format("cd '{0}' && HOME='{0}' GIT_CONFIG_NOSYSTEM=1 GIT_DIR=.git git {1} 2>log",
                    folder_.path().string(), args)
            .c_str());
  }
  std::filesystem::path at(const std::string& path) const { return folder_.path() / path; }

  /// What git makes of a text and its diff, or what it says.
  std::string applied(const std::string& path, const std::string& before,
                      const std::string& diff) const {
    golden::spill(at(path), before);
    golden::spill(at("diff"), diff);
    if (git("apply diff") != 0) return "git: " + golden::slurp(at("log"));
    return golden::slurp(at(path));
  }

 private:
  test::TemporaryFolder folder_;
};

TEST_CASE("git takes the diff and makes of the old text exactly the new one") {
  struct Example {
    std::string_view name;
    std::string path;
    std::string before;
    std::vector<Edit> edits;
  };
  std::string many;
  for (int line = 0; line < 40; ++line) many += fmt::format("line {:02}\n", line);
  const Example examples[] = {
      {"first line", "a.yaml", "a\nb\nc\n", {{0, 0, "x\n"}}},
      {"last line", "a.yaml", "a\nb\nc\n", {{6, 6, "x\n"}}},
      {"only line", "a.yaml", "a\n", {{1, 1, "b"}}},
      {"without a last line end", "a.yaml", "a\nb", {{3, 3, "\nc"}}},
      {"a last line end comes", "a.yaml", "a\nb", {{3, 3, "\n"}}},
      {"a last line end goes", "a.yaml", "a\nb\n", {{3, 4, ""}}},
      {"two edits of the last line", "a.yaml", "a\nb", {{2, 2, "x"}, {3, 3, "\nc"}}},
      {"change far from an unended end", "a.yaml", many + "end", {{0, 1, "x"}}},
      {"change near an unended end", "a.yaml", "a\nb\nc", {{0, 1, "x"}}},
      {"into an empty file", "a.yaml", "", {{0, 0, "x\ny\n"}}},
      {"CRLF", "a.yaml", "a\r\nb\r\nc\r\n", {{3, 3, "x\r\n"}, {9, 9, "y\r\n"}}},
      {"CRLF without a last line end", "a.yaml", "a\r\nb", {{4, 4, "\r\nc"}}},
      {"BOM", "a.yaml", "\xEF\xBB\xBFmột\nhai\n", {{3, 3, "không\n"}}},
      {"several hunks", "a.yaml", many, {{8, 8, "x\n"}, {160, 164, ""}, {320, 320, "y\nz"}}},
      {"hunks that join", "a.yaml", many, {{8, 8, "x\n"}, {64, 64, "y\n"}}},
      {"an edit over lines", "a.yaml", many, {{10, 30, "nối\nliền"}, {30, 31, ""}}},
      {"a repeated line", "a.yaml", "a\na\na\na\na\na\na\na\na\n", {{8, 8, "a\na\n"}}},
      {"UTF-8 path", "kế hoạch/năm-2023.yaml", "a\nb\n", {{2, 2, "x\n"}}},
      {"path with a blank", "plan 2023.yaml", "a\nb\n", {{2, 2, "x\n"}}},
      {"path with quotes", "p\"l\\an\t.yaml", "a\nb\n", {{2, 2, "x\n"}}},
      {"path with a blank and quotes", "p \"lan\".yaml", "a\nb\n", {{2, 2, "x\n"}}},
  };
  const Repository repository;
  for (const Example& example : examples) {
    CAPTURE(example.name);
    const std::string diff = unified_diff(example.before, example.edits, example.path);
    CAPTURE(diff);
    CHECK(repository.applied(example.path, example.before, diff) ==
          apply_edits(example.before, example.edits));
  }
}

TEST_CASE("git takes the diff of any edits") {
  std::mt19937_64 random(20230615);
  const auto draw = [&random](std::size_t below) { return random() % below; };
  const Repository repository;
  for (int round = 0; round < 150; ++round) {
    std::string before;
    for (std::size_t line = draw(30); line > 0; --line)
      before += fmt::format("{}{}", std::string(draw(3), 'x'), draw(4) == 0 ? "\r\n" : "\n");
    if (draw(2) == 0) before += "end";
    std::vector<Edit> edits;
    for (std::size_t at = draw(20); at <= before.size(); at += 1 + draw(25)) {
      const std::size_t end = std::min(before.size(), at + draw(3));
      edits.push_back({at, end, draw(2) == 0 ? "new\n" : draw(2) == 0 ? "\nx" : "y"});
      at = end;
    }
    const std::string diff = unified_diff(before, edits, "a");
    CAPTURE(before);
    CAPTURE(diff);
    const std::string after = apply_edits(before, edits);
    if (diff.empty()) CHECK(before == after);
    if (!diff.empty() && !after.empty()) CHECK(repository.applied("a", before, diff) == after);
  }
}

}  // namespace
}  // namespace wardplan
