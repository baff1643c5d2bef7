#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "diag/report.h"
#include "records/project.h"
#include "times/date.h"

namespace wardplan {

struct Met;

/// One rule at work: the day that is asked about, which only codes that go `by_day` can rely on,
/// and where what it finds goes.
struct RuleRun {
  const Code& code;
  const std::optional<Date>& as_of;
  Report& report;

  /// Adds a finding of this rule.
  void add(Finding finding) const {
    finding.code = &code;
    report.add(std::move(finding));
  }

  /// The same by its parts; `at` is what an acceptance names it by.
  void tell(std::string at, Label primary, Message message, Message help = {},
            std::vector<Label> related = {}) const {
    add({.message = std::move(message),
         .primary = std::move(primary),
         .related = std::move(related),
         .help = std::move(help),
         .at = std::move(at)});
  }
};

/// A kind of finding and the function that looks for it in a ward's records; a rule across wards
/// has instead one that compares them with what was met before.
struct Rule {
  Code code;
  void (*check)(const Project& project, const RuleRun& run) = nullptr;
  void (*across)(Project& project, Met& met, const RuleRun& run) = nullptr;
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
