#include "standing/tally.h"

#include <numeric>

namespace wardplan {
namespace {

constexpr BucketWord kWords[] = {
    {Bucket::done, "done", {"hoàn thành", "done"}},
    {Bucket::done_late, "done-late", {"hoàn thành quá hạn", "done late"}},
    {Bucket::open, "open", {"chưa xong, chưa quá hạn", "open, not overdue"}},
    {Bucket::overdue, "overdue", {"quá hạn", "overdue"}},
    {Bucket::aside, "set-aside", {"tạm dừng, hủy", "paused or cancelled"}},
};

}  // namespace

std::span<const BucketWord> bucket_words() { return kWords; }

int BucketCounts::total() const { return std::accumulate(counts.begin(), counts.end(), 0); }

BucketCounts& BucketCounts::operator+=(const BucketCounts& other) {
  for (std::size_t at = 0; at < kBucketCount; ++at) counts[at] += other.counts[at];
  return *this;
}

}  // namespace wardplan
