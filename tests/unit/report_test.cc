// The report of a period: the real half-year of Thạch Bàn.
#include <doctest/doctest.h>

#include <algorithm>

#include "cli/run.h"
#include "disk/files.h"
#include "figures/quantity.h"

namespace wardplan {
namespace {

constexpr const char* kPlan = WARDPLAN_SOURCE_DIR "/plans/thach-ban/2021-chuong-trinh-02.yaml";

std::string printed(const std::vector<std::string>& words) {
  Io io;
  io.env = [](const std::string& name) {
    return name == "WARDPLAN_TODAY" ? std::string("2021-07-16") : std::string();
  };
  REQUIRE(run(words, io) == 0);
  return io.out;
}

/// A figure that stands by itself: no digit before or behind it.
bool states(const std::string& text, const std::string& figure) {
  const auto is_digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  for (std::size_t at = text.find(figure); at != std::string::npos; at = text.find(figure, at + 1))
    if ((at == 0 || !is_digit(at - 1)) && !is_digit(at + figure.size())) return true;
  return false;
}

TEST_CASE("the report of Thạch Bàn's half-year states each figure of the real one") {
  const std::string text = printed({"report", kPlan, "--period", "2021-H1", "--lang", "vi"});
  const std::string list = read_file(WARDPLAN_SOURCE_DIR "/tests/unit/thach_ban_figures.txt");
  int figures = 0;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = list.find('\n', at);
    const std::string line = list.substr(at, end - at);
    at = end + 1;
    const std::size_t bar = line.find(" | ");
    if (line.starts_with('#') || bar == std::string::npos) continue;
    const std::string figure = line.substr(bar + 3);
    CAPTURE(figure);
    CHECK(states(text, figure));
    ++figures;
  }
  CHECK(figures == 105);
  CHECK_FALSE(states(text, "5210/5318"));
}

TEST_CASE("5209 of 5318 households are 97,95%, as the report says") {
  const auto value = parse_quantity("97,95% (5209/5318)").value;
  REQUIRE(value);
  CHECK_FALSE(contradicts_itself(*value));
  CHECK(contradicts_itself(*parse_quantity("97,96% (5209/5318)").value));
}

}  // namespace
}  // namespace wardplan
