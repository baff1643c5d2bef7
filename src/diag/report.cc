#include "diag/report.h"

#include <algorithm>
#include <tuple>

namespace wardplan {

std::size_t Report::count(Severity severity) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      findings_, [&](const Finding& finding) { return finding.code->severity == severity; }));
}

void Report::sort(const Sources& sources) {
  std::ranges::stable_sort(findings_, [&](const Finding& a, const Finding& b) {
    const Span& left = a.primary.span;
    const Span& right = b.primary.span;
    if (left.file == right.file) return left.begin < right.begin;
    return std::tie(sources[left.file].path(), left.file) <
           std::tie(sources[right.file].path(), right.file);
  });
}

bool Report::has_error_at(Span span) const {
  return std::ranges::any_of(findings_, [&](const Finding& finding) {
    return finding.code->severity == Severity::error && finding.primary.span == span;
  });
}

}  // namespace wardplan
