#include "figures/said.h"

#include <doctest/doctest.h>

namespace wardplan {
namespace {

TEST_CASE("a text says a goal when it has its numbers, each of the same thing") {
  struct Example {
    const char* text;
    const char* goal;
    bool says;
  };
  const Example examples[] = {
      {"Trồng 100 cây xanh", "100 cây", true},
      {"Trồng 0100 cây xanh", ">= 100 cây", true},
      {"Trồng cây xanh", "100 cây", false},
      {"Vận động 100 hộ trồng cây", "100 cây", false},
      {"Vận động 100 hộ", "100%", false},
      {"Trên 97% hộ được thu gom rác", "trên 97%", true},
      {"Từ 30 - 35% tổ đạt", "30-35%", true},
      {"Trên 30% tổ đạt", "30-35%", false},
      {"Thu 1.800 triệu đồng", "1800 triệu đồng", true},
      {"Không để xảy ra vụ cháy", "0 vụ", true},
      {"Giảm vụ cháy", "0 vụ", false},
      {"Số vụ giảm so với năm trước", "giảm so với năm trước", true},
      {"Số vụ cháy", "giảm so với năm trước", false},
  };
  for (const Example& example : examples) {
    CAPTURE(example.text);
    CAPTURE(example.goal);
    CHECK(says_figure(example.text, example.goal) == example.says);
  }
}

TEST_CASE("of two targets with one figure a text says both or not both") {
  CHECK(says_figure("100% hộ, 100% chợ", "100%", 2));
  CHECK_FALSE(says_figure("100% hộ và mọi chợ", "100%", 2));
}

TEST_CASE("figures have a decimal comma, and all other points stay") {
  CHECK(with_comma("7.5") == "7,5");
  CHECK(with_comma(">= 93.5%") == ">= 93,5%");
  CHECK(with_comma("2.5-3.25 triệu đồng") == "2,5-3,25 triệu đồng");
  CHECK(with_comma("0.345") == "0,345");
  for (const char* same : {"1.800", "2.000.000 đồng", "15.10.2026", "7,5", "5209/5318", "v.v.", ""})
    CHECK(with_comma(same) == same);
}

}  // namespace
}  // namespace wardplan
