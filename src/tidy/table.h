#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "records/project.h"
#include "text/phrase.h"
#include "times/date.h"

// Tables of what records hold and how it stands, one kind of thing each, for programs that count:
// one row a thing, one value a cell, keys by which they join.

namespace wardplan {

enum class TidyType : std::uint8_t { text, integer, number, flag, date, list };

struct TidyField {
  std::string_view key;
  TidyType type;
  Phrase meaning;
  /// The table and field that its values are from: `plans.plan`; empty: they are its own.
  std::string_view refers = {};
};

/// Nothing, or a value of the type: a date as its text (`2026-06-15`), a list as texts.
using TidyValue =
    std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>>;

/// A ward's records, and the day that is asked about.
struct TidyWard {
  const Project& project;
  const Report& report;
  Date as_of;
  int soon = 0;
};

/// Takes the values of one row, one a field.
using TakeTidy = std::function<void(std::vector<TidyValue>&& row)>;

struct TidyTable {
  std::string_view name;
  Phrase meaning;
  std::vector<TidyField> (*fields)();
  /// The rows of a ward, in the order of its files; plans with errors give none.
  void (*rows)(const TidyWard& ward, const TakeTidy& take);
};

/// All tables, those that others refer to first.
std::span<const TidyTable> tidy_tables();

}  // namespace wardplan
