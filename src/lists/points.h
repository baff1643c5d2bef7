#pragma once

#include <optional>

#include "lists/item.h"
#include "sheet/sheet.h"
#include "standing/scores.h"
#include "standing/verdict.h"

// Points as people read them: what the ward gave itself beside what it was given.

namespace wardplan {

/// Points in Vietnamese notation; nothing where there are none.
Cell points_cell(const std::optional<Ratio>& points);

/// Points, a weight or a share as it is written, with a decimal comma.
Cell figure_cell(const WrittenQuantity& figure);

/// Adds to a card of criteria whose list gives points: each side's sums, result, band and whether
/// it passes; the points of each group and content; what was taken off. Nothing where it gives
/// none.
void add_points(Card& card, const Plan& plan, const Date& as_of, std::string_view round, Lang lang);

/// Adds to the table of criteria whose list gives points what they come to: the sum of points and
/// weights, and where the table has rounds, of a day, what each side gave, took off and came to.
void add_point_sums(Sheet& sheet, const Plan& plan, const std::optional<Date>& as_of);

/// What each side comes to in a round, and the band of those who assess: columns and cells.
void add_result_columns(SheetMaker& made);
void add_results(const Scores& scores, std::vector<Cell>& cells);

/// `đạt`, `chưa đạt`, or of what isn't fully scored yet nothing is known.
CodedWord passed_word(const std::optional<bool>& passed);

/// What a record of criteria comes to; `open` has no words for people.
const CodedWord& conclusion_word(Conclusion conclusion);

}  // namespace wardplan
