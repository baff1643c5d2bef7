#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"

// The columns that the table of every plan, or of every year of criteria, can have.

namespace wardplan {

/// A column: its id in records and in data, its usual heading, whether it stands in tables that say
/// nothing of columns, and whether it takes its text from a key of that name.
struct PlanColumnWord {
  std::string_view id;
  std::string_view title;
  bool usual;
  bool is_key = true;
};

/// Those of a kind of record, in their usual order.
std::span<const PlanColumnWord> plan_columns(RecordKind kind);

/// The index of one of them.
std::optional<std::size_t> find_plan_column(RecordKind kind, std::string_view id);

/// The ids that a plan's table can be asked for: those of its kind, then its own.
std::vector<std::string> column_ids(const Plan& plan);

/// The text of a row in a column of the plan's own, or null.
const Text* own_cell(const Row& row, std::string_view id);

}  // namespace wardplan
