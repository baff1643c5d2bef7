#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "text/phrase.h"

// The states that items can be in, what people call them, and where they count.

namespace wardplan {

/// How an item stands to its deadline.
enum class State {
  done_early,
  done_on_time,
  done_late,
  done_without_deadline,
  within_time,
  due_soon,
  overdue,
  without_deadline,
  paused,
  cancelled,
  not_applicable
};

/// What items are counted in: every one in exactly one, so that the buckets make the whole.
enum class Bucket { done, done_late, open, overdue, aside };

/// A state: the token for data and filters, the words that people say, and where it counts.
struct StateWord {
  State state;
  std::string_view token;
  Phrase words;
  Bucket bucket;
};

/// All states, in the order of the enumeration.
std::span<const StateWord> state_words();

/// The row of a state.
const StateWord& state_word(State state);

/// The row that `said` means: its token or its words in either language, without regard to case and
/// marks; or null.
const StateWord* state_by_words(std::string_view said);

inline constexpr std::size_t kBucketCount = 5;

struct BucketWord {
  Bucket bucket;
  std::string_view token;
  Phrase words;
};

/// All buckets, in the order of the enumeration.
std::span<const BucketWord> bucket_words();

struct BucketCounts {
  std::array<int, kBucketCount> counts = {};

  int& operator[](Bucket bucket) { return counts[static_cast<std::size_t>(bucket)]; }
  int operator[](Bucket bucket) const { return counts[static_cast<std::size_t>(bucket)]; }
  int total() const;
  /// Done, in time or late.
  int done() const { return (*this)[Bucket::done] + (*this)[Bucket::done_late]; }
  BucketCounts& operator+=(const BucketCounts& other);
};

}  // namespace wardplan
