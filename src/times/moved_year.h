#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "times/schedule.h"

namespace wardplan {

/// A time of one year's plan as the plan of another year says it: `Tháng 12/2023` is `Tháng
/// 12/2024`. Nothing where that isn't certain: it isn't understood, it is about several years
/// (`giai đoạn 2023-2025`), or the new text would be read as something else.
std::optional<std::string> moved_time(std::string_view text, const Schedule& read, int from,
                                      int to);

/// The text with the year `from`, wherever it stands alone, as `to`.
std::string with_year(std::string_view text, int from, int to);

/// Whether the text names that year.
bool names_year(std::string_view text, int year);

}  // namespace wardplan
