#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "records/record.h"

// What the headers of people's tables say their columns are.

namespace wardplan {

/// Longer texts are no headers.
inline constexpr std::size_t kLongestHeader = 120;

/// The id that a header's text means in a table of a kind of record (`Đơn vị chủ trì`: `lead`), or
/// nothing.
std::optional<std::string_view> heading_id(RecordKind kind, std::string_view text);

/// Whether a header means its id only as far as a letter in it is wrong.
bool is_misspelt_heading(RecordKind kind, std::string_view text);

/// Whether headers of any kind can mean an id.
bool is_heading_id(std::string_view id);

}  // namespace wardplan
