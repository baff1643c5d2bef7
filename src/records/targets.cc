#include "records/targets.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/quoted.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {

const Target* find_target(const Row& row, std::string_view name) {
  const std::string key = fold_tones(name);
  for (const Target& target : row.targets)
    if (target.name.given && fold_tones(target.name.value) == key) return &target;
  return nullptr;
}

bool are_told_apart(const Row& row) {
  return row.targets.size() < 2 || std::ranges::all_of(row.targets, [&](const Target& target) {
           return target.name.given && find_target(row, target.name.value) == &target;
         });
}

std::string values_for(const std::vector<const Text*>& names) {
  std::string list;
  for (const Text* name : names) join(list, yaml::scalar(name->value, true) + ": …");
  return fmt::format("values: {{{}}}", list);
}

std::vector<Result> results_of(const Row& row, const Update& update) {
  std::vector<Result> results;
  if (update.value.given)
    results.push_back(
        {nullptr, &update.value, row.targets.size() == 1 ? &row.targets.front() : nullptr});
  for (const NamedValue& named : update.values)
    if (named.name.given && named.value.given)
      results.push_back({&named.name, &named.value, find_target(row, named.name.value)});
  return results;
}

}  // namespace wardplan
