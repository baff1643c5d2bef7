#pragma once

#include <string>

#include "rules/items.h"

namespace wardplan {

/// Calls `check(plan)` on all criteria whose list is known.
template <class Check>
void each_criteria(const Project& project, Check check) {
  for (const Plan& plan : project.plans)
    if (plan.catalogue != nullptr) check(plan);
}

/// Calls `check(plan, row, address)` on every row of criteria that could be read and stands for a
/// content of the list.
template <class Check>
void each_content(const Project& project, Check check) {
  each_criteria(project, [&](const Plan& plan) {
    for (std::size_t row = 0; row < plan.rows.size(); ++row)
      if (is_sound_item(plan.rows[row]) && plan.rows[row].listed != nullptr)
        check(plan, plan.rows[row], plan.outline[row].address);
  });
}

}  // namespace wardplan
