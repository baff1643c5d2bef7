#pragma once

#include <string>
#include <unordered_map>

#include "records/record.h"

// What the texts of a run say: the only place that parses the times, goals and results of records.

namespace wardplan {

/// Each distinct text with its reading, parsed when it is met for the first time; readings keep
/// their place in memory.
struct Readings {
  /// Number of texts that were read.
  std::size_t size() const;

  /// By the plan's year, since `Tháng 3` is of another year in another plan.
  std::unordered_map<int, std::unordered_map<std::string, Schedule>> times;
  std::unordered_map<std::string, Reading<Goal>> goals;
  std::unordered_map<std::string, Reading<Quantity>> quantities;
};

/// Reads every time, goal and result of a record; `plan.year` must be loaded.
void read_texts(Plan& plan, Readings& readings);
void read_texts(Catalogue& list, Readings& readings);

/// Reads one goal that linking has put together.
void read_text(WrittenGoal& goal, Readings& readings);

}  // namespace wardplan
