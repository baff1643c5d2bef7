#pragma once

#include <cstdint>
#include <string_view>

#include "text/phrase.h"

// What records and their rows are; what belongs to one kind stands in these tables alone.

namespace wardplan {

enum class RowKind {
  heading,
  /// Of a plan.
  item,
  /// Of criteria: a content of the list, or a condition of being recognised.
  content,
  condition,
  /// Of a movement.
  model,
  /// A date of the calendar beside the rows.
  report_day
};

/// Several kinds of rows.
struct RowKinds {
  std::uint8_t bits = 0;

  constexpr RowKinds() = default;
  template <class... Kind>
  constexpr RowKinds(RowKind first, Kind... more) : bits(bit(first)) {
    ((bits = static_cast<std::uint8_t>(bits | bit(more))), ...);
  }
  constexpr bool has(RowKind kind) const { return (bits & bit(kind)) != 0; }

 private:
  static constexpr std::uint8_t bit(RowKind kind) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
  }
};

/// What one row of a kind is called (`việc`), and what its status is called.
struct RowKindWords {
  RowKind kind;
  Phrase noun;
  Phrase status;
};

const RowKindWords& row_kind_words(RowKind kind);

enum class RecordKind { plan, criteria, movement };

/// What a kind of record holds.
struct RecordKindWords {
  RecordKind kind;
  /// As the key `kind` has it.
  std::string_view token;
  /// Its rows, beside headings.
  RowKind rows;
  /// Rows go by ids of their own rather than by numbers.
  bool has_ids;
};

const RecordKindWords& record_kind_words(RecordKind kind);

}  // namespace wardplan
