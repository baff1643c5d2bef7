#include "import/new_rows.h"

#include <algorithm>

namespace wardplan {
namespace {

/// The numbers of a row and of what stands above it, by whose order rows stand; empty where its
/// number says nothing of its place: steps, `*`.
using OrderKey = std::vector<int>;

OrderKey key_of(const Plan& plan, std::size_t row) {
  const Place& place = plan.outline[row];
  const NumberKind kind = place.number.kind;
  // Whether a path is mistyped is seen by the rows around it, which may be others in the record.
  const RowNumber number = place.number.meant && kind == NumberKind::path
                               ? parse_row_number(plan.rows[row].number.value)
                               : place.number;
  if (kind != NumberKind::letter && kind != NumberKind::part && kind != NumberKind::path) return {};
  OrderKey key;
  if (place.part && *place.part < row) key = key_of(plan, *place.part);
  // `I.1` says again what it divides.
  if (number.divides() && !key.empty() && key.back() == number.path.front()) key.pop_back();
  key.insert(key.end(), number.path.begin(), number.path.end());
  return key;
}

std::vector<OrderKey> keys_of_rows(const Plan& plan) {
  std::vector<OrderKey> keys;
  for (std::size_t row = 0; row < plan.rows.size(); ++row) keys.push_back(key_of(plan, row));
  return keys;
}

struct Placer {
  const Plan& old;
  const Plan& fresh;
  const std::vector<RowIndex>& match;
  std::vector<OrderKey> had = keys_of_rows(old);
  std::vector<OrderKey> has = keys_of_rows(fresh);
  /// Of each row of the record whether the table has it.
  std::vector<bool> found = std::vector<bool>(old.rows.size());
  bool in_order = true;

  void look() {
    for (const RowIndex& row : match)
      if (row) found[*row] = true;
    const OrderKey* before = nullptr;
    for (const OrderKey& key : had) {
      if (key.empty()) continue;
      in_order = in_order && (before == nullptr || *before < key);
      before = &key;
    }
  }

  /// Whether what only the record has stays before a new row that comes behind the same one.
  bool stays_before(std::size_t row, std::size_t at) const {
    if (found[row]) return false;
    // A heading would take the rows behind it; steps are of the row above.
    if (fresh.rows[at].heading.given && !old.rows[row].heading.given) return true;
    if (!had[row].empty() && !has[at].empty()) return had[row] < has[at];
    return old.outline[row].number.kind == NumberKind::step;
  }

  /// Whether the rows around a place have smaller and greater numbers.
  bool belongs(const OrderKey& key, std::size_t before) const {
    std::size_t behind = before, ahead = before;
    while (behind > 0 && had[behind - 1].empty()) --behind;
    while (ahead < had.size() && had[ahead].empty()) ++ahead;
    return (behind == 0 || had[behind - 1] <= key) && (ahead == had.size() || key <= had[ahead]);
  }

  /// Whether a row stands in a section that is new as well, with nothing of the record before it.
  bool is_of_new_section(std::size_t at) const {
    const RowIndex section = fresh.outline[at].section;
    return section && *section < at && !match[*section] && !match[at - 1];
  }

  /// Before the first row with a greater number; of a heading before another one.
  std::size_t by_number(std::size_t at) const {
    const bool heading = fresh.rows[at].heading.given;
    for (std::size_t row = 0; row < had.size(); ++row)
      if (!had[row].empty() && has[at] < had[row] && (!heading || old.rows[row].heading.given))
        return row;
    return had.size();
  }

  std::vector<NewPlace> places() {
    std::vector<NewPlace> added;
    std::size_t before = 0;
    bool displaced = false;
    for (std::size_t at = 0; at < match.size(); ++at) {
      if (match[at]) {
        before = *match[at] + 1;
        displaced = false;
        continue;
      }
      // What has no place of its own stays with the row above, what is of a new section with that.
      if ((has[at].empty() && displaced) || is_of_new_section(at)) {
        added.push_back({at, added.back().before});
        continue;
      }
      while (before < had.size() && stays_before(before, at)) ++before;
      displaced = !has[at].empty() && in_order && !belongs(has[at], before);
      added.push_back({at, displaced ? by_number(at) : before});
    }
    return added;
  }

  /// Those of one place by their numbers; what has none goes with the row above.
  void sort(std::vector<NewPlace>& added) const {
    std::vector<std::pair<std::size_t, OrderKey>> order(added.size());
    for (std::size_t at = 0; at < added.size(); ++at) {
      const OrderKey& key = has[added[at].at];
      const bool follows = (key.empty() || is_of_new_section(added[at].at)) && at > 0 &&
                           added[at - 1].before == added[at].before;
      order[at] = {added[at].before, follows ? order[at - 1].second : key};
    }
    std::vector<std::size_t> places(added.size());
    for (std::size_t at = 0; at < places.size(); ++at) places[at] = at;
    std::ranges::stable_sort(places, {}, [&](std::size_t at) { return order[at]; });
    std::vector<NewPlace> sorted;
    for (const std::size_t at : places) sorted.push_back(added[at]);
    added = std::move(sorted);
  }
};

}  // namespace

std::vector<NewPlace> places_of_new(const Plan& old, const Plan& fresh,
                                    const std::vector<RowIndex>& match) {
  Placer placer{old, fresh, match};
  placer.look();
  std::vector<NewPlace> added = placer.places();
  // A table that isn't in order is as it was issued.
  if (placer.in_order) placer.sort(added);
  std::ranges::stable_sort(added, {}, &NewPlace::before);
  return added;
}

}  // namespace wardplan
