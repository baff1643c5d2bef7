#include "text/alignment.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace wardplan {
namespace {

/// More differences than that in one stretch without a landmark are no longer sorted out: the work
/// grows with their square.
constexpr int kMostSteps = 400;

/// A stretch of each sequence.
struct Stretches {
  std::size_t one = 0;
  std::size_t one_end = 0;
  std::size_t other = 0;
  std::size_t other_end = 0;

  bool empty() const { return one == one_end || other == other_end; }
};

/// How often an element stands in two stretches, and where last.
struct Met {
  int in_one = 0;
  int in_other = 0;
  std::size_t one = 0;
  std::size_t other = 0;
};

struct Aligner {
  std::span<const std::size_t> one;
  std::span<const std::size_t> other;
  Aligned out = {};

  void go(Stretches at) {
    for (; !at.empty() && one[at.one] == other[at.other]; ++at.one, ++at.other)
      out.emplace_back(at.one, at.other);
    std::size_t tail = 0;
    for (; !at.empty() && one[at.one_end - 1] == other[at.other_end - 1]; ++tail)
      --at.one_end, --at.other_end;
    if (!at.empty()) between(at);
    for (std::size_t same = 0; same < tail; ++same)
      out.emplace_back(at.one_end + same, at.other_end + same);
  }

  /// Stretches of which neither ends alike.
  void between(Stretches at) {
    const Aligned marks = landmarks(at);
    if (marks.empty()) return shortest(at);
    for (const auto& [in_one, in_other] : marks) {
      go({at.one, in_one, at.other, in_other});
      out.emplace_back(in_one, in_other);
      at.one = in_one + 1;
      at.other = in_other + 1;
    }
    go(at);
  }

  /// What stands once in both, as far as it stands in one order.
  Aligned landmarks(const Stretches& at) const {
    std::unordered_map<std::size_t, Met> met;
    for (std::size_t i = at.one; i < at.one_end; ++i) ++met[one[i]].in_one, met[one[i]].one = i;
    for (std::size_t i = at.other; i < at.other_end; ++i) {
      const auto found = met.find(other[i]);
      if (found != met.end()) ++found->second.in_other, found->second.other = i;
    }
    Aligned once;
    std::vector<std::size_t> places;
    for (std::size_t i = at.one; i < at.one_end; ++i) {
      const Met& found = met[one[i]];
      if (found.in_one != 1 || found.in_other != 1) continue;
      once.emplace_back(i, found.other);
      places.push_back(found.other);
    }
    Aligned marks;
    for (const std::size_t place : longest_ascent(places)) marks.push_back(once[place]);
    return marks;
  }

  /// The fewest steps from one to the other (Myers, 1986): `reached[k]` is how far into `one` the
  /// diagonal k comes with so many steps.
  void shortest(const Stretches& at) {
    const int rows = static_cast<int>(at.one_end - at.one);
    const int columns = static_cast<int>(at.other_end - at.other);
    const int most = std::min(rows + columns, kMostSteps);
    std::vector<std::vector<int>> history;
    std::vector<int> reached(static_cast<std::size_t>(2 * most) + 3, 0);
    for (int steps = 0; steps <= most; ++steps) {
      history.push_back(reached);
      for (int k = -steps; k <= steps; k += 2) {
        const int x = slide(at, start(reached, k, steps, most), k);
        reached[index(k, most)] = x;
        if (x >= rows && x - k >= columns) return walk_back(at, history, k, x, most);
      }
    }
  }

  static std::size_t index(int diagonal, int most) {
    return static_cast<std::size_t>(diagonal + most + 1);
  }

  static bool goes_down(const std::vector<int>& reached, int k, int steps, int most) {
    return k == -steps || (k != steps && reached[index(k - 1, most)] < reached[index(k + 1, most)]);
  }

  static int start(const std::vector<int>& reached, int k, int steps, int most) {
    return goes_down(reached, k, steps, most) ? reached[index(k + 1, most)]
                                              : reached[index(k - 1, most)] + 1;
  }

  bool same(const Stretches& at, int x, int y) const {
    const std::size_t i = at.one + static_cast<std::size_t>(x);
    const std::size_t j = at.other + static_cast<std::size_t>(y);
    return i < at.one_end && j < at.other_end && one[i] == other[j];
  }

  int slide(const Stretches& at, int x, int k) const {
    while (x >= 0 && x - k >= 0 && same(at, x, x - k)) ++x;
    return x;
  }

  void walk_back(const Stretches& at, const std::vector<std::vector<int>>& history, int k, int x,
                 int most) {
    Aligned found;
    for (int steps = static_cast<int>(history.size()) - 1; steps >= 0; --steps) {
      const std::vector<int>& reached = history[static_cast<std::size_t>(steps)];
      const int from = steps == 0 ? 0 : start(reached, k, steps, most);
      for (; x > from; --x)
        found.emplace_back(at.one + static_cast<std::size_t>(x - 1),
                           at.other + static_cast<std::size_t>(x - 1 - k));
      if (steps == 0) break;
      const bool down = goes_down(reached, k, steps, most);
      x = down ? from : from - 1;
      k += down ? 1 : -1;
    }
    out.insert(out.end(), found.rbegin(), found.rend());
  }
};

}  // namespace

Aligned aligned(std::span<const std::size_t> one, std::span<const std::size_t> other) {
  Aligner aligner{one, other};
  aligner.go({0, one.size(), 0, other.size()});
  return std::move(aligner.out);
}

std::vector<std::size_t> longest_ascent(std::span<const std::size_t> numbers) {
  // Of each length the place that its best ascent ends at, and what comes before each place.
  std::vector<std::size_t> ends;
  std::vector<std::optional<std::size_t>> before(numbers.size());
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    const auto end = std::ranges::lower_bound(ends, numbers[at], {},
                                              [&](std::size_t place) { return numbers[place]; });
    if (end != ends.begin()) before[at] = *(end - 1);
    if (end == ends.end())
      ends.push_back(at);
    else
      *end = at;
  }
  std::vector<std::size_t> ascent;
  if (ends.empty()) return ascent;
  for (std::optional<std::size_t> at = ends.back(); at; at = before[*at]) ascent.push_back(*at);
  std::ranges::reverse(ascent);
  return ascent;
}

}  // namespace wardplan
