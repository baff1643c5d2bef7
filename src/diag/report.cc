#include "diag/report.h"

#include <algorithm>

#include "text/quoted.h"

namespace wardplan {

void Report::add(Finding finding) {
  const Span& span = finding.primary.span;
  finding.message = with_short_quotes(std::move(finding.message));
  if (finding.code->severity == Severity::error) errors_.emplace(span.file, span.begin, span.end);
  findings_.push_back(std::move(finding));
}

void Report::tell(const Code& code, Label primary, Message message, Message help,
                  std::vector<Label> related) {
  add({&code, std::move(message), std::move(primary), std::move(related), std::move(help)});
}

FindingCounts& FindingCounts::operator+=(const FindingCounts& other) {
  for (std::size_t at = 0; at < counts.size(); ++at) counts[at] += other.counts[at];
  return *this;
}

FindingCounts Report::counts() const {
  FindingCounts all;
  for (const Finding& finding : findings_) ++all[finding.code->severity];
  return all;
}

void Report::sort(const Sources& sources) {
  std::ranges::stable_sort(findings_, [&](const Finding& a, const Finding& b) {
    const Span& left = a.primary.span;
    const Span& right = b.primary.span;
    if (a.code->severity != b.code->severity) return a.code->severity < b.code->severity;
    if (left.file == right.file) return left.begin < right.begin;
    return std::tie(sources[left.file].path(), left.file) <
           std::tie(sources[right.file].path(), right.file);
  });
}

void Report::take_out(const std::set<std::size_t>& indices) {
  std::vector<Finding> kept;
  for (std::size_t at = 0; at < findings_.size(); ++at)
    if (!indices.contains(at)) kept.push_back(std::move(findings_[at]));
  findings_ = std::move(kept);
}

bool Report::has_error_in(FileId file) const {
  const auto first = errors_.lower_bound({file, 0, 0});
  return first != errors_.end() && std::get<0>(*first) == file;
}

bool Report::has_error_at(Span span) const {
  return errors_.contains({span.file, span.begin, span.end});
}

}  // namespace wardplan
