#include "standing/tally.h"

#include <numeric>

namespace wardplan {
namespace {

constexpr std::array<BucketWord, kBucketCount> kWords = {{
    {Bucket::done, "done", {"hoàn thành", "done"}},
    {Bucket::done_late, "done-late", {"hoàn thành quá hạn", "done late"}},
    {Bucket::open, "open", {"chưa xong, chưa quá hạn", "open, not overdue"}},
    {Bucket::overdue, "overdue", {"quá hạn", "overdue"}},
    {Bucket::aside, "set-aside", {"tạm dừng, hủy", "paused or cancelled"}},
}};

}  // namespace

std::span<const BucketWord> bucket_words() { return kWords; }

Bucket bucket_of(const Standing& standing) {
  switch (standing.state) {
    case State::done_early:
    case State::done_on_time:
    case State::done_without_deadline:
      return Bucket::done;
    case State::done_late:
      return Bucket::done_late;
    case State::overdue:
      return Bucket::overdue;
    case State::paused:
    case State::cancelled:
    case State::not_applicable:
      return Bucket::aside;
    case State::within_time:
    case State::due_soon:
    case State::without_deadline:
      break;
  }
  return Bucket::open;
}

int BucketCounts::total() const { return std::accumulate(counts.begin(), counts.end(), 0); }

BucketCounts& BucketCounts::operator+=(const BucketCounts& other) {
  for (std::size_t at = 0; at < kBucketCount; ++at) counts[at] += other.counts[at];
  return *this;
}

}  // namespace wardplan
