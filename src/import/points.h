#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/entry_columns.h"
#include "import/headings.h"
#include "import/record.h"
#include "import/rows.h"

// What a table of criteria says of points: those that its list gives, and those of each round.

namespace wardplan {

/// Whether a column holds points that a round gave: `self_score`, `score`.
bool is_score_column(std::string_view id);

/// The place of the round that a column's points are of, by its header or because there is but one;
/// or none.
std::optional<std::size_t> round_of(const ImportColumn& column, std::size_t rounds);

/// Columns of points stay the record's own where no round, or nothing that gives points, can hold
/// each of their cells, and where the list (of `read`) says other points; why is told. With
/// `of_list` the list is made of this table.
SettledHeadings settle_points(const Headings& headings, const ImportedRows& rows,
                              const RecordHead& head, const Plan& read, bool of_list,
                              std::size_t table);

/// All columns of points as own ones: a table that is brought into a record brings none.
void keep_points_as_text(Headings& headings);

/// What a row got in one round: keys and points.
struct RoundPoints {
  std::size_t round = 0;
  std::vector<std::pair<std::string_view, std::string>> said = {};
};

/// What a row got in each round that says something of it, in their order.
std::vector<RoundPoints> points_of(const ImportRow& row, const Headings& headings,
                                   std::size_t rounds);

/// A title and the threshold that the program prints behind it: `Nước sạch: >= 95%`; without one an
/// empty goal.
struct TitleAndGoal {
  std::string title;
  std::string goal;
};
TitleAndGoal goal_parted(const std::string& text);

}  // namespace wardplan
