#include "text/terminal.h"

#include <doctest/doctest.h>

namespace wardplan {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("a text is broken at blanks by the columns it takes") {
  CHECK(wrap("Trồng cây xanh ở phố", 14) == Lines{"Trồng cây xanh", "ở phố"});
  CHECK(wrap("Trồng cây xanh ở phố", 13) == Lines{"Trồng cây", "xanh ở phố"});
  CHECK(wrap("Trồng cây", 0) == Lines{"Trồng cây"});
  CHECK(wrap("một\nhai ba", 20) == Lines{"một", "hai ba"});
  CHECK(wrap("nghiêngngả a", 4) == Lines{"nghiêngngả", "a"});
  CHECK(wrap("漢字 漢字", 5) == Lines{"漢字", "漢字"});
  CHECK(wrap("", 10) == Lines{""});
}

}  // namespace
}  // namespace wardplan
