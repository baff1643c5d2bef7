#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "records/written.h"
#include "sheet/sheet.h"
#include "times/date.h"

// What several forms say in the same way.

namespace wardplan {

/// A place to be filled in by hand.
inline constexpr std::string_view kBlank = ".....";
inline constexpr std::string_view kLongBlank = "....................";

/// A text, or where it isn't given the place for it.
std::string or_blank(const Text& text, std::string_view blank);

/// `ngày 05 tháng 02 năm 2023`: days below 10 and the months 1 and 2 with a nought; without a day
/// dotted, in that year.
std::string date_line(const std::optional<Date>& day, int year);

/// What isn't empty of a cell, as one text.
std::string joined_given(const Cell& cell, std::string_view separator = "; ");

/// How many; empty for none, so that a template can ask.
std::string count_if_any(std::size_t count);

}  // namespace wardplan
