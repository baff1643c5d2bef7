#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace wardplan {

using Date = std::chrono::year_month_day;

/// A day written as `2023-06-15` that the calendar has, or nothing.
std::optional<Date> parse_date(std::string_view text);

}  // namespace wardplan
