#pragma once

#include <array>
#include <span>
#include <string_view>

#include "standing/state.h"
#include "text/phrase.h"

// Items counted by where they stand: every one in exactly one bucket, so that the buckets make the
// whole.

namespace wardplan {

inline constexpr std::size_t kBucketCount = 5;

struct BucketWord {
  Bucket bucket;
  std::string_view token;
  Phrase words;
};

/// All buckets, in the order of the enumeration.
std::span<const BucketWord> bucket_words();

/// The bucket that an item of this standing counts in.
inline Bucket bucket_of(const Standing& standing) { return state_word(standing.state).bucket; }

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
