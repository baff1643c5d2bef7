#include "records/mistyped.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "figures/numerals.h"
#include "records/record.h"
#include "text/trim.h"

namespace wardplan {
namespace {

using Path = std::span<const int>;

bool begins_with(Path path, Path front) {
  return path.size() >= front.size() && std::ranges::equal(path.first(front.size()), front);
}

std::vector<int> joined(Path front, int last) {
  std::vector<int> path(front.begin(), front.end());
  path.push_back(last);
  return path;
}

/// Whether a path comes next: the first below the one before, or the next on one of its levels.
bool follows(Path before, Path path) {
  if (path.empty() || path.size() > before.size() + 1) return false;
  const Path front = path.first(path.size() - 1);
  const int last = path.size() > before.size() ? 0 : before[path.size() - 1];
  return begins_with(before, front) && path.back() == last + 1;
}

std::vector<std::vector<int>> followers(Path before) {
  std::vector<std::vector<int>> next;
  for (std::size_t size = before.size(); size > 0; --size)
    next.push_back(joined(before.first(size - 1), before[size - 1] + 1));
  return next;
}

/// How far the numbers have come: the part, and in it the path, none at its begin.
struct Reached {
  std::vector<int> part = {}, path = {};
  /// Where numbers run on through all parts, or parts through the letters above them.
  int top = 0, last_part = 0;

  void move(const RowNumber& number) {
    if (number.kind == NumberKind::path) {
      path = number.path;
      top = path.front();
      return;
    }
    const bool is_part = number.kind == NumberKind::part;
    part = is_part ? number.path : std::vector<int>();
    path.clear();
    if (is_part) last_part = part.front();
  }

  /// The paths that come first in a part: `1`, in `I.2` also `2.1`, and what runs on.
  std::vector<std::vector<int>> first_paths() const {
    const Path divided = Path(part).subspan(part.empty() ? 0 : 1);
    return {{1}, joined(divided, 1), {top + 1}};
  }

  bool leads_to(const RowNumber& number) const {
    if (number.kind == NumberKind::letter) return true;
    if (number.kind == NumberKind::part)
      // A divided part may stand alone.
      return follows(part, number.path) ||
             (part.empty() && (number.divides() || number.path == std::vector{last_part + 1}));
    if (!path.empty()) return follows(path, number.path);
    const auto first = first_paths();
    return std::ranges::find(first, number.path) != first.end();
  }

  /// What may come next, `below` a heading also the first in it.
  std::vector<RowNumber> next(bool heading, bool below) const {
    std::vector<RowNumber> numbers;
    for (auto& one : path.empty() ? first_paths() : followers(path))
      numbers.push_back({NumberKind::path, std::move(one), true});
    if (below && !path.empty()) numbers.push_back({NumberKind::path, joined(path, 1), true});
    if (heading && part.empty()) numbers.push_back({NumberKind::part, {last_part + 1}, true});
    if (heading)
      for (auto& one : followers(part)) numbers.push_back({NumberKind::part, std::move(one), true});
    return numbers;
  }
};

/// A text as those see it who type it: what is mixed up made one, points or whatever stands for
/// them between the numbers.
std::string as_typed(std::string_view text) {
  std::string typed;
  for (const char sign : text) {
    if (std::string_view("Il|").find(sign) != std::string_view::npos)
      typed += '1';
    else if (std::string_view("Oo").find(sign) != std::string_view::npos)
      typed += '0';
    else if (std::string_view(",;:-/_ ").find(sign) != std::string_view::npos)
      typed += '.';
    else
      typed += sign;
  }
  while (typed.ends_with('.')) typed.pop_back();
  return typed;
}

/// Whether one is the other with at most one of its parts changed, added or left out.
template <class List>
bool one_apart(const List& a, const List& b) {
  const auto [left, right] = std::ranges::mismatch(a, b);
  auto end = a.end();
  auto other_end = b.end();
  while (end != left && other_end != right && *(end - 1) == *(other_end - 1)) --end, --other_end;
  return end - left <= 1 && other_end - right <= 1;
}

std::vector<std::string> between_points(const std::string& text) {
  std::vector<std::string> pieces;
  for (const std::string_view piece : split(text, ".")) pieces.emplace_back(piece);
  return pieces;
}

std::string signs_in_order(std::string text) {
  std::erase(text, '.');
  std::ranges::sort(text);
  return text;
}

/// Whether a text is likely to be typed for a number.
bool is_near(const std::string& text, const RowNumber& meant) {
  const std::string typed = as_typed(text), wanted = as_typed(number_text(meant));
  if (meant.kind == NumberKind::part && whole_number(text) == meant.path.front()) return true;
  return one_apart(typed, wanted) || signs_in_order(typed) == signs_in_order(wanted) ||
         (meant.path.size() > 1 && one_apart(between_points(typed), between_points(wanted)));
}

/// `5a`: a row that was put in behind another.
bool adds_letter(std::string_view text) {
  return text.size() > 1 && is_digit(text[text.size() - 2]) &&
         ((text.back() >= 'a' && text.back() <= 'h') || (text.back() >= 'A' && text.back() <= 'H'));
}

constexpr int kNoEnd = 1'000'000'000;

/// A row whose number tells where it stands.
struct Step {
  std::size_t row;
  const RowNumber& number;
  bool heading;
  /// Which part of the table, and which letter, it stands in, from the first on.
  int part, letter;
};

/// Numbers stay those of `places`.
std::vector<Step> steps_of(const std::vector<Row>& rows, const std::vector<Place>& places) {
  static const RowNumber kNoNumber = {NumberKind::other, {}};
  std::vector<Step> steps;
  steps.reserve(rows.size());
  int part = 0, letter = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool heading = rows[row].is_heading();
    const bool of_part = places[row].number.kind == NumberKind::part;
    const bool odd = of_part && !heading && !places[row].number.divides();
    const RowNumber& number = odd ? kNoNumber : places[row].number;
    const bool of_letter = number.kind == NumberKind::letter && heading;
    if (!of_part && !of_letter && number.kind != NumberKind::path &&
        number.kind != NumberKind::other)
      continue;
    if (heading && (of_part || of_letter)) ++part;
    if (of_letter) ++letter;
    steps.push_back({row, number, heading, part, letter});
  }
  return steps;
}

/// All numbers of a table by where they begin anew, to ask which it has.
struct Numbers {
  std::multiset<std::vector<int>> all = {};

  /// Of a number at a step, with another at its end.
  static std::vector<int> key(const Step& step, const RowNumber& number, int last) {
    std::vector<int> key = {number.kind == NumberKind::path ? step.part : -1 - step.letter};
    key.insert(key.end(), number.path.begin(), number.path.end() - 1);
    key.push_back(last);
    return key;
  }

  /// Whether its series has one that ends with `first` to `last`, or something below one.
  bool have(const Step& step, const RowNumber& number, int first, int last) const {
    const std::vector<int> from = key(step, number, first);
    const auto found = all.lower_bound(from);
    return found != all.end() && found->size() >= from.size() &&
           std::equal(from.begin(), from.end() - 1, found->begin()) &&
           (*found)[from.size() - 1] <= last;
  }
};

/// Goes through the numbers, one after the other.
struct Proof {
  const std::vector<Row>& rows;
  std::vector<Step> steps;
  Reached reached = {};
  /// Where a number would lead, kept for its room: every row is asked.
  mutable Reached then = {};
  /// Made when it is asked for first.
  std::optional<Numbers> numbers = {};

  const Step* step(std::size_t at) const { return at < steps.size() ? &steps[at] : nullptr; }

  /// Whether a number may stand here by what stands behind it.
  bool leads_on(std::size_t at, const RowNumber& number, std::size_t how_far) const {
    then = reached;
    then.move(number);
    for (std::size_t next = at + 1; next <= at + how_far && next < steps.size(); ++next) {
      if (!then.leads_to(steps[next].number)) return false;
      then.move(steps[next].number);
    }
    return true;
  }

  bool opens(const RowNumber& number, const Step& next) const {
    if (next.number.kind == NumberKind::path && number.kind != NumberKind::path) return true;
    return next.number.kind == number.kind && next.number.path.size() > number.path.size() &&
           begins_with(next.number.path, number.path);
  }

  /// Whether those on both sides leave no other number.
  bool is_between(std::size_t at, const RowNumber& number) const {
    const Step* next = step(at + 1);
    if (number.kind != NumberKind::path || next == nullptr) return false;
    const Path front = Path(number.path).first(number.path.size() - 1);
    return next->number.kind == NumberKind::path &&
           reached.path == joined(front, number.path.back() - 1) &&
           next->number.path == joined(front, number.path.back() + 1);
  }

  /// Whether a path goes on where it stands, a few numbers further on: `1.1.2` first below `1.1`.
  bool goes_on(const RowNumber& number) const {
    constexpr int kFew = 3;
    if (number.kind != NumberKind::path || number.path.size() > reached.path.size() + 1)
      return false;
    const Path front = Path(number.path).first(number.path.size() - 1);
    if (!begins_with(reached.path, front)) return false;
    const int before = front.size() < reached.path.size() ? reached.path[front.size()] : 0;
    return number.path.back() > before && number.path.back() <= before + kFew;
  }

  /// Whether a number that isn't the next here may be right all the same: behind rows that were
  /// lost, or moved away from its own place.
  bool may_be_right(std::size_t at, const RowNumber& meant) {
    const Step& own = steps[at];
    const RowNumber& number = own.number;
    if (number.path.empty()) return false;
    const int last = number.path.back();
    auto itself = numbers->all.extract(numbers->all.find(Numbers::key(own, number, last)));
    const auto have = [&](int first, int end) { return numbers->have(own, number, first, end); };
    const bool moved =
        !have(last, last) && (last == 1 || have(last - 1, last - 1)) && have(last + 1, last + 1);
    const bool same = number.kind == meant.kind && number.path.size() == meant.path.size() &&
                      begins_with(meant.path, Path(number.path).first(number.path.size() - 1));
    const int wanted = meant.path.back();
    const bool lost = same && leads_on(at, number, 1) &&
                      (last > wanted ? !have(wanted, last) : !have(wanted, kNoEnd));
    // A number that stands twice is told as such where it hides nothing else.
    const bool twice = same && !own.heading && last + 1 == wanted;
    numbers->all.insert(std::move(itself));
    return moved || lost || twice;
  }

  bool suits(std::size_t at, const RowNumber& meant, bool expected) {
    const Step& own = steps[at];
    const Step* next = step(at + 1);
    if (!leads_on(at, meant, expected ? 2 : 1)) return false;
    // At the end of a table nothing speaks for another number.
    if (next == nullptr && own.number.kind != NumberKind::other) return false;
    if (own.heading != (next != nullptr && opens(meant, *next))) return false;
    if (numbers->all.contains(Numbers::key(own, meant, meant.path.back()))) return false;
    const auto is_part = [](const Step& step) { return step.number.kind == NumberKind::part; };
    if (meant.kind == NumberKind::part && std::ranges::none_of(steps, is_part)) return false;
    const std::size_t size = meant.path.size();
    // Rows are lost more often than numbers change their depth.
    if (size != own.number.path.size() && goes_on(own.number)) return false;
    if (adds_letter(rows[own.row].number.value)) return false;
    // An item that goes on behind a section is rare.
    if (!own.heading && size < reached.path.size() && size != own.number.path.size()) return false;
    if (!own.heading && next != nullptr && !next->heading && next->number.path.size() < size)
      return false;
    // `1.1.1` is rather the first below a heading that was lost.
    const bool below = own.number.kind == meant.kind && opens(meant, own);
    if (below && (next == nullptr || next->heading || next->number.path.size() != size))
      return false;
    return (is_between(at, meant) || is_near(rows[own.row].number.value, meant)) &&
           !may_be_right(at, meant);
  }

  std::optional<RowNumber> meant(std::size_t at) {
    const Step& own = steps[at];
    if (own.number.kind == NumberKind::letter) return std::nullopt;
    const bool expected = reached.leads_to(own.number);
    if (expected && leads_on(at, own.number, 1)) return std::nullopt;
    if (!numbers) {
      numbers.emplace();
      for (const Step& one : steps)
        if (!one.number.path.empty() && one.number.kind != NumberKind::letter)
          numbers->all.insert(Numbers::key(one, one.number, one.number.path.back()));
    }
    const bool below = at > 0 && steps[at - 1].heading;
    for (RowNumber& number : reached.next(own.heading, below))
      if (suits(at, number, expected)) return std::move(number);
    return std::nullopt;
  }
};

}  // namespace

std::vector<std::optional<RowNumber>> mistyped_numbers(const std::vector<Row>& rows,
                                                       const std::vector<Place>& places) {
  std::vector<std::optional<RowNumber>> meant;
  Proof proof{rows, steps_of(rows, places)};
  std::size_t count = 0;
  for (std::size_t at = 0; at < proof.steps.size(); ++at) {
    std::optional<RowNumber> number = proof.meant(at);
    const RowNumber& now = number ? *number : proof.steps[at].number;
    if (!now.path.empty()) proof.reached.move(now);
    if (!number) continue;
    meant.resize(rows.size());
    meant[proof.steps[at].row] = std::move(number);
    ++count;
  }
  if (count > 1 && count * 4 > proof.steps.size()) meant.clear();
  return meant;
}

}  // namespace wardplan
