#pragma once

#include <cstdint>

namespace wardplan {

/// Index of a file in `Sources`.
using FileId = std::uint32_t;

/// Half-open range of bytes [begin, end) of one file as it lies on disk (a BOM counts).
struct Span {
  FileId file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// A place for people: both count from 1; the column counts code points, a BOM not at all.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

}  // namespace wardplan
