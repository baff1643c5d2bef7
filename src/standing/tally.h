#pragma once

#include <array>
#include <span>
#include <string_view>

#include "standing/state.h"
#include "text/phrase.h"

// Items counted by where they stand: every one in exactly one part, so that the parts make the
// whole.

namespace wardplan {

enum class Part { done, done_late, open, overdue, aside };
inline constexpr std::size_t kPartCount = 5;

struct PartWord {
  Part part;
  std::string_view token;
  Phrase words;
};

/// All parts, in the order of the enumeration.
std::span<const PartWord> part_words();

/// The part that an item of this standing counts in.
Part part_of(const Standing& standing);

struct PartCounts {
  std::array<int, kPartCount> counts = {};

  int& operator[](Part part) { return counts[static_cast<std::size_t>(part)]; }
  int operator[](Part part) const { return counts[static_cast<std::size_t>(part)]; }
  int total() const;
  /// Done, in time or late.
  int done() const { return (*this)[Part::done] + (*this)[Part::done_late]; }
  PartCounts& operator+=(const PartCounts& other);
};

}  // namespace wardplan
