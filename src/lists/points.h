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

/// Points that were computed, rounded for people where they are long.
Cell computed_cell(const std::optional<Ratio>& points);

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

/// All deductions that were recorded; those that can't be counted come last.
std::vector<Deducted> told_deductions(const Scores& scores);

/// How often a deduction applies, or what stands there where that can't be counted: `hai lần (không
/// đếm được)`.
Cell times_cell(const Deducted& deducted, Lang lang);

/// What is to be said where a deduction can't be counted; null where all can.
const Phrase* unclear_words(const Scores& scores);

/// Whether there is a pass mark, or would be if it were known which group the ward is in.
bool has_mark(const Scores& scores);

/// `đạt`, `chưa đạt`, or why nothing is known: not all is scored, a deduction can't be counted, or
/// nobody knows which group's pass mark holds.
CodedWord passed_word(const Scores& scores, Side side);

/// What a record of criteria comes to; `open` has no words for people.
const CodedWord& conclusion_word(Conclusion conclusion);

}  // namespace wardplan
