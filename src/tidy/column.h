#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "figures/number.h"
#include "lists/item.h"
#include "records/record.h"
#include "tidy/table.h"

// What the tables are made of: a row of a table is made from one `Of`, by a column for each value.

namespace wardplan {

template <class Of>
struct TidyColumn {
  TidyField field;
  TidyValue (*value)(const Of& of);
};

template <const auto& kColumns>
std::vector<TidyField> fields_of() {
  std::vector<TidyField> fields;
  for (const auto& column : kColumns) fields.push_back(column.field);
  return fields;
}

template <class Columns, class Of>
void take_row(const Columns& columns, const Of& of, const TakeTidy& take) {
  std::vector<TidyValue> row;
  row.reserve(std::size(columns));
  for (const auto& column : columns) row.push_back(column.value(of));
  take(std::move(row));
}

/// A text as it was written; nothing where it wasn't, or is empty.
inline TidyValue tidy(std::string_view text) {
  return text.empty() ? TidyValue() : TidyValue(std::string(text));
}
template <class Written>
requires requires(const Written& text) { text.given; }
TidyValue tidy(const Written& text) {
  if (!text.given) return {};
  if constexpr (requires { std::string_view(text.value); })
    return tidy(std::string_view(text.value));
  else if constexpr (std::is_same_v<std::decay_t<decltype(text.value)>, Date>)
    return iso(text.value);
  else if constexpr (std::is_same_v<std::decay_t<decltype(text.value)>, bool>)
    return text.value;
  else
    return static_cast<std::int64_t>(text.value);
}
inline TidyValue tidy(const std::optional<Date>& day) {
  return day ? TidyValue(iso(*day)) : TidyValue();
}
inline TidyValue tidy_count(int number) { return static_cast<std::int64_t>(number); }
inline TidyValue tidy(std::vector<std::string> list) { return TidyValue(std::move(list)); }

}  // namespace wardplan
