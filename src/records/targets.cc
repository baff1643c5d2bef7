#include "records/targets.h"

#include <fmt/format.h>

#include "text/utf8.h"
#include "yaml/write.h"

namespace wardplan {

int find_target(const Row& row, std::string_view name) {
  const std::string key = fold_tones(name);
  for (std::size_t at = 0; at < row.targets.size(); ++at) {
    const Text& known = row.targets[at].name;
    if (known.given && fold_tones(known.value) == key) return static_cast<int>(at);
  }
  return -1;
}

bool are_told_apart(const Row& row) {
  for (std::size_t at = 0; at < row.targets.size() && row.targets.size() > 1; ++at) {
    const Text& name = row.targets[at].name;
    if (!name.given || find_target(row, name.value) != static_cast<int>(at)) return false;
  }
  return true;
}

std::string values_for(const std::vector<const Text*>& names) {
  std::string list;
  for (const Text* name : names)
    list += fmt::format("{}{}: …", list.empty() ? "" : ", ", yaml::scalar(name->value, true));
  return fmt::format("values: {{{}}}", list);
}

std::vector<Result> results_of(const Row& row, const Update& update) {
  std::vector<Result> results;
  if (update.value.given)
    results.push_back({nullptr, &update.value, row.targets.size() == 1 ? 0 : -1});
  for (const NamedValue& named : update.values)
    if (named.name.given && named.value.given)
      results.push_back({&named.name, &named.value, find_target(row, named.name.value)});
  return results;
}

}  // namespace wardplan
