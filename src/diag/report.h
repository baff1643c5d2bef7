#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <tuple>
#include <vector>

#include "diag/finding.h"
#include "text/source.h"

namespace wardplan {

/// Findings by severity.
struct FindingCounts {
  std::array<std::size_t, 3> counts = {};

  std::size_t& operator[](Severity severity) { return counts[static_cast<std::size_t>(severity)]; }
  std::size_t operator[](Severity severity) const {
    return counts[static_cast<std::size_t>(severity)];
  }
  std::size_t total() const { return counts[0] + counts[1] + counts[2]; }
  FindingCounts& operator+=(const FindingCounts& other);
};

/// The findings of a run in the order in which they were made.
class Report {
 public:
  void add(Finding finding);

  const std::vector<Finding>& findings() const { return findings_; }

  FindingCounts counts() const;

  /// Orders by file path, then place; causes stay before effects at the same place.
  void sort(const Sources& sources);

  /// Removes the findings with these indices; of errors it still knows.
  void take_out(const std::set<std::size_t>& indices);

  /// Whether there is an error anywhere in this file.
  bool has_error_in(FileId file) const;

  /// Whether there is an error at exactly this place.
  bool has_error_at(Span span) const;

 private:
  std::vector<Finding> findings_;
  std::set<std::tuple<FileId, std::uint32_t, std::uint32_t>> errors_;
};

}  // namespace wardplan
