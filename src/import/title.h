#pragma once

#include <cstddef>
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
  /// Their places among the lines.
  std::vector<std::size_t> others = {};
};

/// The last lines above a table: `(Ban hành kèm …)` and before it the title, several lines where
/// all are in capitals, those of who issued it and what figures are measured in aside. With a
/// title that was said other lines are none.
TableTitle title_of(const std::vector<std::string>& lines,
                    const std::optional<std::string>& said = {});

/// What stands in quotation marks in a title: `Dân vận khéo` of `Mô hình “Dân vận khéo” năm 2026`;
/// empty where nothing does.
std::string quoted_in(std::string_view title);

}  // namespace wardplan
