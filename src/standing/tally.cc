#include "standing/tally.h"

#include <numeric>

namespace wardplan {
namespace {

constexpr std::array<PartWord, kPartCount> kWords = {{
    {Part::done, "done", {"hoàn thành", "done"}},
    {Part::done_late, "done-late", {"hoàn thành quá hạn", "done late"}},
    {Part::open, "open", {"chưa xong, chưa quá hạn", "open, not overdue"}},
    {Part::overdue, "overdue", {"quá hạn", "overdue"}},
    {Part::aside, "set-aside", {"tạm dừng, hủy", "paused or cancelled"}},
}};

}  // namespace

std::span<const PartWord> part_words() { return kWords; }

Part part_of(const Standing& standing) {
  switch (standing.state) {
    case State::done_early:
    case State::done_on_time:
    case State::done_without_deadline:
      return Part::done;
    case State::done_late:
      return Part::done_late;
    case State::overdue:
      return Part::overdue;
    case State::paused:
    case State::cancelled:
    case State::not_applicable:
      return Part::aside;
    case State::within_time:
    case State::due_soon:
    case State::without_deadline:
      break;
  }
  return Part::open;
}

int PartCounts::total() const { return std::accumulate(counts.begin(), counts.end(), 0); }

PartCounts& PartCounts::operator+=(const PartCounts& other) {
  for (std::size_t at = 0; at < kPartCount; ++at) counts[at] += other.counts[at];
  return *this;
}

}  // namespace wardplan
