#pragma once

#include <array>
#include <cstddef>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include "records/record.h"
#include "standing/state.h"
#include "text/phrase.h"
#include "times/date.h"

// How many items of a plan stand in which way: the one count that reports, summaries, lists and
// pages tell people.

namespace wardplan {

struct BucketCounts {
  std::array<int, kBucketCount> counts = {};

  int& operator[](Bucket bucket) { return counts[static_cast<std::size_t>(bucket)]; }
  int operator[](Bucket bucket) const { return counts[static_cast<std::size_t>(bucket)]; }
  int total() const { return std::accumulate(counts.begin(), counts.end(), 0); }
  /// Done, in time or late.
  int done() const { return (*this)[Bucket::done] + (*this)[Bucket::done_late]; }
  BucketCounts& operator+=(const BucketCounts& other);
};

/// How many times of work had come due by a day or were done, by how: an item that comes back
/// counts at each of its times, any other once. What is set aside or has no deadline isn't among
/// them.
struct TimesKept {
  int in_time = 0;
  int late = 0;
  int overdue = 0;

  int all() const { return in_time + late + overdue; }
  TimesKept& operator+=(const TimesKept& other);
};

/// Of the standings of a row's times.
TimesKept kept_of(const std::vector<Standing>& times);

/// A figure as people are told it: `hoàn thành` is all that is done, `trong đó quá hạn` a part of
/// it.
struct CountWord {
  std::string_view token;
  Phrase words;
  int (*of)(const BucketCounts& counts);
};

/// Done, of them late, open, overdue, set aside.
std::span<const CountWord> count_words();

/// `hoàn thành 5, trong đó 1 quá hạn`; nothing done: `hoàn thành 0`.
Message done_in_words(const BucketCounts& counts);

/// An item that is counted, as it stands.
struct StandingRow {
  std::size_t row = 0;
  Standing standing = {};
  /// Its place among the sections.
  std::size_t section = 0;

  Bucket bucket() const { return bucket_of(standing); }
};

struct PlanCounts {
  struct Section {
    /// None: what stands under no numbered heading.
    RowIndex heading = {};
    BucketCounts counts = {};
  };
  BucketCounts all = {};
  TimesKept kept = {};
  /// How many of the items come back.
  int coming_back = 0;
  /// In the order of their first items.
  std::vector<Section> sections = {};
  std::vector<StandingRow> rows = {};
};

/// Whether a row is an item that is counted: no heading, condition or step, and none of the plan's
/// dates, which come up and aren't assigned.
bool is_item(const Row& row);

/// Every item of a plan on a day, each once.
PlanCounts count_items(const Plan& plan, const Date& as_of, int soon = kSoonDays);

}  // namespace wardplan
