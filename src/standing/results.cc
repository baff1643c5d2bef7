#include "standing/results.h"

#include <algorithm>

#include "records/targets.h"
#include "standing/state.h"

namespace wardplan {

std::vector<TargetResult> results_of_entries(const Row& row,
                                             const std::vector<const Update*>& entries) {
  std::vector<TargetResult> results;
  for (const Target& target : row.targets)
    results.push_back({.target = &target, .goal = parse_goal(target.goal.value).value});
  for (const Update* update : entries)
    for (const Result& result : results_of(row, *update)) {
      if (row.targets.empty())
        results.resize(1);
      else if (result.target < 0)
        continue;
      TargetResult& latest = results[static_cast<std::size_t>(std::max(result.target, 0))];
      latest.value = result.value;
      latest.update = update;
    }
  for (TargetResult& result : results) {
    if (result.value == nullptr) continue;
    result.quantity = parse_quantity(result.value->value).value;
    if (result.goal && result.quantity) result.judgement = judge(*result.goal, *result.quantity);
  }
  return results;
}

std::vector<TargetResult> results_at(const Row& row, const Date& as_of) {
  return results_of_entries(row, history(row, as_of));
}

}  // namespace wardplan
