#pragma once

#include <string>
#include <string_view>
#include <vector>

// The figures that a title asks for, as targets that somebody may take over.

namespace wardplan {

struct ProposedTarget {
  /// What is measured, by the words beside the figure; empty where there is one target alone.
  std::string name = {};
  /// As the title has it, with the words that say which way: `trên 97%`, `03 tuyến`.
  std::string goal = {};
};

/// The percentages and counts of a text that can be read as goals, in order: no years, days,
/// numbers of documents and of places.
std::vector<ProposedTarget> targets_in(std::string_view text);

}  // namespace wardplan
