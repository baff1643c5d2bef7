#pragma once

#include <cstddef>
#include <vector>

#include "diag/finding.h"
#include "text/source.h"

namespace wardplan {

/// The findings of a run in the order in which they were made.
class Report {
 public:
  void add(Finding finding) { findings_.push_back(std::move(finding)); }

  const std::vector<Finding>& findings() const { return findings_; }
  std::vector<Finding>& findings() { return findings_; }

  std::size_t count(Severity severity) const;

  /// Orders by file path, then place; causes stay before effects at the same place.
  void sort(const Sources& sources);

  /// Whether there is an error at exactly this place.
  bool has_error_at(Span span) const;

 private:
  std::vector<Finding> findings_;
};

}  // namespace wardplan
