#include "text/source.h"

#include <cstdint>

#include <doctest/doctest.h>

namespace wardplan {
namespace {

using namespace std::string_view_literals;

TEST_CASE("a column counts code points and a BOM not at all") {
  struct Example {
    std::string_view bytes;
    std::uint32_t offset;
    Position position;
  };
  for (const Example& example :
       {Example{"", 0, {1, 1}}, Example{"ab", 1, {1, 2}}, Example{"ab", 99, {1, 3}},
        Example{"phường x", 9, {1, 7}}, Example{"a\nb", 1, {1, 2}}, Example{"a\nb", 2, {2, 1}},
        Example{"a\r\nb", 3, {2, 1}}, Example{"a\n", 2, {2, 1}}, Example{"\n\n", 1, {2, 1}},
        Example{"\xEF\xBB\xBFkind", 3, {1, 1}}, Example{"\xEF\xBB\xBFkind", 5, {1, 3}},
        Example{"\xEF\xBB\xBFkind", 0, {1, 1}},
        Example{"\xEF\xBB\xBF"
                "a\nb",
                5,
                {2, 1}},
        Example{"o\xCC\x9B x", 4, {1, 4}}, Example{"\xFF\xFE!", 2, {1, 3}},
        Example{"\tx", 1, {1, 2}}}) {
    const Source source("a.yaml", std::string(example.bytes));
    CAPTURE(example.bytes);
    CAPTURE(example.offset);
    CHECK(source.position(example.offset).line == example.position.line);
    CHECK(source.position(example.offset).column == example.position.column);
  }
}

TEST_CASE("a line is shown without its end and without a BOM") {
  const Source source("a.yaml", "\xEF\xBB\xBFmột\r\nhai\n\nbốn");
  REQUIRE(source.line_count() == 4);
  CHECK(source.bom() == 3);
  CHECK(source.line(1) == "một");
  CHECK(source.line(2) == "hai");
  CHECK(source.line(3) == "");
  CHECK(source.line(4) == "bốn");
  CHECK(source.line_begin(1) == 3);
  CHECK(source.line_begin(2) == 10);
}

TEST_CASE("an empty file and a lone BOM have one empty line") {
  for (const std::string_view bytes : {""sv, "\xEF\xBB\xBF"sv}) {
    const Source source("a.yaml", std::string(bytes));
    CHECK(source.line_count() == 1);
    CHECK(source.line(1) == "");
    CHECK(source.position(0) == Position{1, 1});
    CHECK(source.position(3) == Position{1, 1});
  }
}

TEST_CASE("sources stay where they are and give the bytes under a span") {
  Sources sources;
  const Source& first = sources[sources.add("a.yaml", "abc")];
  for (int count = 0; count < 100; ++count) sources.add("b.yaml", "xyz");
  CHECK(&first == &sources[0]);
  CHECK(sources.size() == 101);
  CHECK(sources.text({0, 1, 3}) == "bc");
  CHECK(sources.text({7, 0, 0}) == "");
}

}  // namespace
}  // namespace wardplan
