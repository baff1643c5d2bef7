#pragma once

#include <span>

#include "diag/report.h"
#include "records/project.h"

namespace wardplan {

/// A kind of finding and the function that looks for it in everything that was read.
struct Rule {
  Code code;
  void (*check)(const Project& project, const Code& code, Report& report);
};

// One function a topic (one file each): its rules in the order of their codes.
std::span<const Rule> copy_rules();
std::span<const Rule> register_rules();
std::span<const Rule> name_rules();
std::span<const Rule> numbering_rules();
std::span<const Rule> count_rules();
std::span<const Rule> item_rules();
std::span<const Rule> time_rules();
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
