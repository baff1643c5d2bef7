#include "golden/diff.h"

#include <algorithm>
#include <vector>

#include "golden/case.h"

namespace wardplan::golden {
namespace {

constexpr std::size_t kContext = 3;
/// Beyond this many pairs of lines the changed part is shown as one block.
constexpr std::size_t kMostPairs = 4'000'000;

using Lines = std::vector<std::string>;

Lines visible_lines(std::string_view bytes) {
  Lines lines;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    std::string line = escape(bytes.substr(0, end));
    if (!line.empty()) line.pop_back();
    // `escape` also hides a leading dash, which is no secret here.
    if (line.starts_with("\\x2D")) {
      line.erase(0, 3);
      line.front() = '-';
    }
    if (end == std::string_view::npos) line += "  (no newline at the end)";
    lines.push_back(std::move(line));
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  return lines;
}

/// One line of the answer: ' ', '-' or '+'.
struct Step {
  char sign;
  std::string line;
};

void all_of(char sign, const Lines& lines, std::vector<Step>& steps) {
  for (const std::string& line : lines) steps.push_back({sign, line});
}

/// The longest common subsequence, as steps.
std::vector<Step> compare(const Lines& a, const Lines& b) {
  std::vector<Step> steps;
  if (a.size() * b.size() > kMostPairs) {
    all_of('-', a, steps);
    all_of('+', b, steps);
    return steps;
  }
  const std::size_t width = b.size() + 1;
  std::vector<unsigned> best((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      best[i * width + j] = a[i] == b[j]
                                ? best[(i + 1) * width + j + 1] + 1
                                : std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      steps.push_back({' ', a[i++]});
      ++j;
    } else if (j == b.size() ||
               (i < a.size() && best[(i + 1) * width + j] >= best[i * width + j + 1])) {
      steps.push_back({'-', a[i++]});
    } else {
      steps.push_back({'+', b[j++]});
    }
  }
  return steps;
}

}  // namespace

std::string diff_lines(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const std::vector<Step> steps = compare(visible_lines(expected), visible_lines(actual));
  std::vector<bool> shown(steps.size(), false);
  for (std::size_t at = 0; at < steps.size(); ++at) {
    if (steps[at].sign == ' ') continue;
    const std::size_t last = std::min(steps.size() - 1, at + kContext);
    for (std::size_t near = at < kContext ? 0 : at - kContext; near <= last; ++near)
      shown[near] = true;
  }
  std::string out;
  for (std::size_t at = 0; at < steps.size(); ++at) {
    if (!shown[at]) continue;
    if (at > 0 && !shown[at - 1]) out += "    @@\n";
    out += std::string("    ") + steps[at].sign + steps[at].line + "\n";
  }
  return out;
}

}  // namespace wardplan::golden
