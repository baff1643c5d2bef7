#pragma once

#include <vector>

#include "records/project.h"

namespace wardplan {

/// Numbered rows: a plan's, or a list's of criteria. (The rows of criteria go by their list.)
struct NumberedRows {
  const std::vector<Row>& rows;
  const std::vector<Place>& outline;
};

/// Of every plan, and of every list that was asked for or is relied on.
inline std::vector<NumberedRows> numbered_rows_of(const Project& project) {
  std::vector<NumberedRows> tables;
  for (const Plan& plan : project.plans)
    if (plan.kind == RecordKind::plan) tables.push_back({plan.rows, plan.outline});
  for (const Catalogue& list : project.catalogues)
    if (list.asked || list.used) tables.push_back({list.rows, list.outline});
  return tables;
}

}  // namespace wardplan
