#include "standing/counts.h"

#include <algorithm>

#include "records/steps.h"

namespace wardplan {
namespace {

template <Bucket kBucket>
int in(const BucketCounts& counts) {
  return counts[kBucket];
}

constexpr CountWord kCountWords[] = {
    {"done", {"hoàn thành", "done"}, [](const BucketCounts& counts) { return counts.done(); }},
    {"done_late", {"trong đó quá hạn", "of them late"}, in<Bucket::done_late>},
    {"open", {"chưa xong, chưa quá hạn", "open, not overdue"}, in<Bucket::open>},
    {"overdue", {"quá hạn", "overdue"}, in<Bucket::overdue>},
    {"set_aside", {"tạm dừng, hủy", "paused or cancelled"}, in<Bucket::aside>},
};

std::size_t section_at(PlanCounts& counts, RowIndex heading) {
  auto& all = counts.sections;
  const auto known = std::ranges::find(all, heading, &PlanCounts::Section::heading);
  if (known != all.end()) return static_cast<std::size_t>(known - all.begin());
  all.push_back({heading});
  return all.size() - 1;
}

}  // namespace

BucketCounts& BucketCounts::operator+=(const BucketCounts& other) {
  for (std::size_t at = 0; at < kBucketCount; ++at) counts[at] += other.counts[at];
  return *this;
}

std::span<const CountWord> count_words() { return kCountWords; }

Message done_in_words(const BucketCounts& counts) {
  const int late = counts[Bucket::done_late];
  if (late == 0) return say("hoàn thành {}", "done {}", counts.done());
  return say("hoàn thành {}, trong đó {} quá hạn", "done {}, {} of them late", counts.done(), late);
}

bool is_item(const Row& row) { return is_counted(row) && row.kind != RowKind::report_day; }

PlanCounts count_items(const Plan& plan, const Date& as_of, int soon) {
  PlanCounts counts;
  for (std::size_t row = 0; row < plan.row_count(); ++row) {
    if (!is_item(plan.row(row))) continue;
    counts.rows.push_back({row, standing_at(plan.row(row), as_of, soon),
                           section_at(counts, plan.outline[row].numbered_section)});
    const StandingRow& counted = counts.rows.back();
    ++counts.all[counted.bucket()];
    ++counts.sections[counted.section].counts[counted.bucket()];
  }
  return counts;
}

}  // namespace wardplan
