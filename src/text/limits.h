#pragma once

#include <cstddef>

// More than these a person doesn't write; what goes beyond is refused or left out with a word, so
// that no file takes more than it should.

namespace wardplan {

/// Bytes of a file.
inline constexpr std::size_t kMaxFileSize = 16u << 20;

/// Folders within each other, below the one that was named.
inline constexpr int kMaxFolders = 64;

/// Containers within each other, and values, in a file of YAML.
inline constexpr int kMaxDepth = 32;
inline constexpr std::size_t kMaxValues = 1'000'000;

/// Targets of a row.
inline constexpr std::size_t kMaxTargets = 100;

/// Bytes of a time or a figure.
inline constexpr std::size_t kMaxExpression = 1000;

/// Unknown names of a file for which the nearest known one is looked for.
inline constexpr std::size_t kMaxOffers = 100;

/// Entries that one run puts into one row, each of which reads the file anew.
inline constexpr std::size_t kMaxEntriesAtOnce = 100;

}  // namespace wardplan
