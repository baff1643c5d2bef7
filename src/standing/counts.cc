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

TimesKept& TimesKept::operator+=(const TimesKept& other) {
  in_time += other.in_time;
  late += other.late;
  overdue += other.overdue;
  return *this;
}

TimesKept kept_of(const std::vector<Standing>& times) {
  TimesKept kept;
  for (const Standing& at : times) {
    const State state = kept_state(at);
    const bool done_in_time = state == State::done_early || state == State::done_on_time;
    kept.in_time += done_in_time ? 1 : 0;
    kept.late += state == State::done_late ? 1 : 0;
    kept.overdue += state == State::overdue ? 1 : 0;
  }
  return kept;
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
    const auto times = standings_at(plan.row(row), plan.ward, as_of, soon);
    counts.kept += kept_of(times);
    counts.coming_back += comes_back(plan.row(row)) ? 1 : 0;
    counts.rows.push_back(
        {row, first_open(times), section_at(counts, plan.outline[row].numbered_section)});
    const StandingRow& counted = counts.rows.back();
    ++counts.all[counted.bucket()];
    ++counts.sections[counted.section].counts[counted.bucket()];
  }
  return counts;
}

}  // namespace wardplan
