#include "picture/charts.h"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <random>

namespace wardplan {
namespace {

constexpr int kWide = 720;

pugi::xml_document parsed(const std::string& svg) {
  pugi::xml_document tree;
  REQUIRE(tree.load_string(svg.c_str()));
  return tree;
}

TEST_CASE("every part of a bar that there is any of can be seen, within the drawing") {
  std::mt19937_64 random(20261125);
  const std::vector<std::string> names = {"a", "b", "c", "d", "e"};
  for (unsigned round = 0; round < 200; ++round) {
    std::vector<picture::Bar> bars(1 + random() % 4);
    int parts = 0;
    for (picture::Bar& bar : bars)
      for (std::size_t at = 0; at < names.size(); ++at) {
        bar.parts.push_back(static_cast<int>(random() % 4 == 0 ? random() % 5000 : random() % 4));
        parts += bar.parts.back() > 0 ? 1 : 0;
      }
    const pugi::xml_document tree = parsed(picture::stacked_bars("t", names, bars));
    int seen = 0;
    for (const auto& found : tree.select_nodes("//rect[@height='16']")) {
      const int x = found.node().attribute("x").as_int();
      const int width = found.node().attribute("width").as_int();
      CHECK(width >= 3);
      CHECK(x >= 0);
      CHECK(x + width < kWide);
      ++seen;
    }
    CHECK(seen == parts);
  }
}

TEST_CASE("bars are as long as what they count, and say it") {
  const pugi::xml_document tree = parsed(
      picture::stacked_bars("t", {"xong", "quá hạn"}, {{"A <&>", {50, 50}}, {"B", {25, 0}}}));
  std::vector<int> widths;
  for (const auto& found : tree.select_nodes("//rect[@height='16']"))
    widths.push_back(found.node().attribute("width").as_int());
  CHECK(widths == std::vector<int>{358, 358, 179});
  std::string texts;
  for (const auto& found : tree.select_nodes("//text"))
    texts += found.node().child_value() + std::string("|");
  CHECK(texts == "xong|quá hạn|A <&>|100: xong 50, quá hạn 50|B|25: xong 25|");
}

}  // namespace
}  // namespace wardplan
