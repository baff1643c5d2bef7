#include "cli/typed_line.h"

#include <doctest/doctest.h>

namespace wardplan {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kBreaks = " \t\n\"'@><=;|&(:";

TypedLine typed(std::string_view text) { return read_bash_line(text, kBreaks); }

TEST_CASE("a line of bash is read as bash would, and nothing in it is run") {
  struct Sample {
    std::string_view text;
    Words before;
    std::string current;
  };
  const Sample samples[] = {
      {"wardplan ", {}, ""},
      {"wardplan", {}, "wardplan"},
      {"wardplan check pl", {"check"}, "pl"},
      {"wardplan  check\tplans ", {"check", "plans"}, ""},
      {"wardplan show 'a b.yaml' I.", {"show", "a b.yaml"}, "I."},
      {"wardplan show \"a b.yaml\" \"I.", {"show", "a b.yaml"}, "I."},
      {"wardplan show a\\ b.yaml đang\\ th", {"show", "a b.yaml"}, "đang th"},
      {"wardplan show \"$(rm -rf x) `y` \\$z\\n\" ", {"show", "$(rm -rf x) `y` $z\\n"}, ""},
      {"wardplan show '\\$x' ", {"show", "\\$x"}, ""},
      {"wardplan show \"\" I", {"show", ""}, "I"},
      {"wardplan due --format=di", {"due"}, "--format=di"},
      {"wardplan a\\", {}, "a\\"},
      {"", {}, ""}};
  for (const Sample& sample : samples) {
    CAPTURE(sample.text);
    const TypedLine line = typed(sample.text);
    CHECK(line.before == sample.before);
    CHECK(line.current == sample.current);
  }
}

TEST_CASE("what bash gets comes behind what it takes for typed, and means just the word") {
  CHECK(for_bash("đang thực hiện", typed("wardplan update f a ")) == "đang\\ thực\\ hiện");
  CHECK(for_bash("a $b \"c\"", typed("wardplan show \"a")) == "a \\$b \\\"c\\\"");
  CHECK(for_bash("Cá nhân 'A'", typed("wardplan form --by 'C")) == "Cá nhân '\\''A'\\''");
  CHECK(for_bash("--format=csv", typed("wardplan due --format=c")) == "csv");
  CHECK(for_bash("--format=csv", typed("wardplan due --form")) == "--format=csv");
  CHECK(for_bash("II.3.1.11#2", typed("wardplan show f II")) == "II.3.1.11#2");
  CHECK(for_bash("#2", typed("wardplan show f ")) == "\\#2");
  CHECK(for_bash("a;b|c&d", typed("wardplan show f ")) == "a\\;b\\|c\\&d");
}

}  // namespace
}  // namespace wardplan
