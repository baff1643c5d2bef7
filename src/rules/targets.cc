// Which target a value is for.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "records/targets.h"
#include "rules/items.h"
#include "rules/rule.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

Message use_a_name(const Row& row) {
  std::vector<const Text*> names;
  for (const Target& target : row.targets) names.push_back(&target.name);
  return say("viết `{}`, bỏ chỉ tiêu chưa có kết quả",
             "write `{}` and leave out the targets without a result", values_for(names));
}

Message which_name(const Row& row, const std::string& seen) {
  std::vector<std::string> names;
  for (const Target& target : row.targets)
    if (target.name.given) names.push_back(target.name.value);
  if (const auto near = nearest(seen, names)) return did_you_mean(near);
  if (row.targets.size() == 1)
    return {"việc có một chỉ tiêu: viết `value: …`", "there is one target: write `value: …`"};
  return say("một trong: {}", "one of: {}", quoted_list(names));
}

void value_for_none(const Row& row, const std::string& address, const Result& result,
                    const RuleRun& run) {
  if (result.name == nullptr) {
    run.tell(address, {result.value->span},
             say("`{}` có {} chỉ tiêu, không rõ kết quả này của chỉ tiêu nào",
                 "`{}` has {} targets, and which of them this value is for isn't said", address,
                 row.targets.size()),
             use_a_name(row));
    return;
  }
  run.tell(
      address, {result.name->span},
      say("`{}` không có chỉ tiêu `{}`", "`{}` has no target `{}`", address, result.name->value),
      which_name(row, result.name->value));
}

void values_without_targets(const Update& update, const std::string& address, const RuleRun& run) {
  const auto named =
      std::ranges::find_if(update.values, [](const NamedValue& value) { return value.name.given; });
  if (named == update.values.end()) return;
  run.tell(address, {named->name.span},
           say("`{}` không có chỉ tiêu nào, `values` nêu `{}`",
               "`{}` has no targets, yet `values` names `{}`", address, named->name.value),
           {"viết `value: …`, hoặc thêm `targets` cho việc",
            "write `value: …`, or add `targets` to the item"});
}

void no_such_target(const Project& project, const RuleRun& run) {
  each_item(project, [&](const Plan&, const Row& row, const Place& place) {
    for (const Update& update : row.updates) {
      if (row.targets.empty()) {
        values_without_targets(update, place.address, run);
        continue;
      }
      for (const Result& result : results_of(row, update))
        if (result.target == nullptr && (result.name != nullptr || are_told_apart(row)))
          value_for_none(row, place.address, result, run);
    }
  });
}

constexpr std::array kRules = {Rule{
    {.id = "P702",
     .severity = Severity::error,
     .title = {"kết quả của chỉ tiêu không có", "a value for a target that isn't there"},
     .what = {"`values` nêu tên một chỉ tiêu mà việc không có, hoặc `value` không nói là của "
              "chỉ tiêu nào trong nhiều chỉ tiêu. Việc không có chỉ tiêu thì ghi `value`.",
              "`values` names a target that the item doesn't have, or a `value` doesn't say "
              "for which of several it is. An item without targets takes a `value`."},
     .why = {"Kết quả ấy không được tính cho chỉ tiêu nào.", "The value counts for no target."},
     .frame = Frame::entry,
     .given = "targets:\n  - {name: cây xanh, goal: 100 cây}\n  - {name: vườn hoa, goal: 2 vườn}\n",
     .wrong = "date: 2026-05-20, values: {cây: 40 cây}",
     .right = "date: 2026-05-20, values: {cây xanh: 40 cây}"},
    no_such_target}};

}  // namespace

std::span<const Rule> target_rules() { return kRules; }

}  // namespace wardplan
