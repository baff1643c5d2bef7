#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"

namespace wardplan {

/// The target of this name (composed, without regard to case and spacing), or null.
const Target* find_target(const Row& row, std::string_view name);

/// Whether each of several targets has a name of its own.
bool are_told_apart(const Row& row);

/// `values: {cây: …, "hoa, cỏ": …}`, to show how results for these names are written.
std::string values_for(const std::vector<const Text*>& names);

/// One result of an update, with the target it is for.
struct Result {
  /// As written in `values`; null for a plain `value`.
  const Text* name = nullptr;
  const WrittenQuantity* value = nullptr;
  /// Null: none of the row's, or not known which.
  const Target* target = nullptr;
};

/// The results of an update: a plain `value` is the only target's.
std::vector<Result> results_of(const Row& row, const Update& update);

}  // namespace wardplan
