#pragma once

#include <optional>
#include <span>
#include <variant>

#include "diag/report.h"
#include "records/project.h"
#include "times/date.h"

namespace wardplan {

/// Looks for one kind of finding in everything that was read.
using CheckRule = void (*)(const Project& project, const Code& code, Report& report);

/// The same with the day that is asked about, which only codes that go `by_day` can rely on.
using CheckRuleOn = void (*)(const Project& project, const std::optional<Date>& as_of,
                             const Code& code, Report& report);

/// A kind of finding and the function that looks for it.
struct Rule {
  Code code;
  std::variant<CheckRule, CheckRuleOn> check;
};

// One function a topic (one file each): its rules in the order of their codes.
std::span<const Rule> copy_rules();
std::span<const Rule> register_rules();
std::span<const Rule> name_rules();
std::span<const Rule> numbering_rules();
std::span<const Rule> count_rules();
std::span<const Rule> item_rules();
std::span<const Rule> time_rules();
std::span<const Rule> target_rules();
std::span<const Rule> value_rules();
std::span<const Rule> sum_rules();
std::span<const Rule> update_rules();
std::span<const Rule> done_rules();
std::span<const Rule> date_rules();
std::span<const Rule> listed_rules();
std::span<const Rule> verdict_rules();
std::span<const Rule> round_rules();
std::span<const Rule> recognition_rules();
std::span<const Rule> model_rules();

}  // namespace wardplan
