#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "figures/number.h"
#include "text/phrase.h"

namespace wardplan {

/// Why a text could not be read: its bytes [begin, end) that are wrong, what is wrong with them,
/// and what to type instead where that is known.
struct Misread {
  std::size_t begin = 0;
  std::size_t end = 0;
  Message reason = {};
  Message help = {};
  /// Both readings of a number that has two: thousands first, then the ISO decimal.
  std::vector<Decimal> readings = {};
};

/// What a text says, or why it could not be read.
template <class T>
struct Reading {
  std::optional<T> value = {};
  Misread problem = {};
};

}  // namespace wardplan
