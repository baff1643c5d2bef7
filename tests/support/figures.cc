#include "support/figures.h"

#include <fmt/format.h>

#include <array>

namespace wardplan::test {

std::string shown(const Quantity& quantity) {
  static constexpr std::array kMeasures = {"count", "percent", "money", "fraction", "rank"};
  static constexpr std::array kHedges = {"", "above ", "below ", "around "};
  std::string out = kHedges[static_cast<std::size_t>(quantity.hedge)];
  if (quantity.trend != Trend::none) out += quantity.trend == Trend::up ? "up " : "down ";
  if (quantity.measure != Measure::fraction) {
    out += vietnamese(quantity.least);
    if (quantity.is_range) out += ".." + vietnamese(quantity.most);
    out += ' ';
  }
  out += kMeasures[static_cast<std::size_t>(quantity.measure)];
  if (quantity.fraction)
    out += fmt::format(" = {}/{}", quantity.fraction->part, quantity.fraction->whole);
  if (!quantity.noun.empty()) out += " of " + quantity.noun;
  if (!quantity.per.empty()) out += " per " + quantity.per;
  return out;
}

std::string shown(const Goal& goal) {
  static constexpr std::array kComparators = {">=", ">", "<=", "<", "in"};
  return fmt::format("{} {}", kComparators[static_cast<std::size_t>(goal.comparator)],
                     shown(goal.quantity));
}

std::string shown(std::string_view text, const Misread& problem) {
  return fmt::format("({}) {}", text.substr(problem.begin, problem.end - problem.begin),
                     problem.reason.vi);
}

std::vector<std::string> damaged(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= text.size(); ++at) all.push_back(text.substr(0, at));
  for (std::size_t at = 0; at < text.size(); ++at) {
    all.push_back(text.substr(0, at) + text.substr(at + 1));
    for (const char byte : std::string("0.,/-% (\x80\xE1\xFF", 11)) {
      all.push_back(text);
      all.back()[at] = byte;
    }
  }
  return all;
}

}  // namespace wardplan::test
