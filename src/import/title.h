#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a table is called in the lines above it.

namespace wardplan {

/// Titles of a table in the lines above it, and the lines that are none.
struct TableTitle {
  std::string title = {};
  /// Without its brackets.
  std::string issued = {};
  std::vector<std::string> others = {};
};

/// The last lines above a table: `(Ban hành kèm …)` and before it the title, several lines where
/// all are in capitals. With a title that was said other lines are none.
TableTitle title_of(const std::vector<std::string>& lines,
                    const std::optional<std::string>& said = {});

/// What stands in quotation marks in a title: `Dân vận khéo` of `Mô hình “Dân vận khéo” năm 2026`;
/// empty where nothing does.
std::string quoted_in(std::string_view title);

}  // namespace wardplan
