#include "lists/points.h"

#include <fmt/format.h>

#include <algorithm>

#include "figures/said.h"

namespace wardplan {
namespace {

constexpr std::array kSideWords = {CodedWord{"self", {"tự chấm", "self-assessed"}},
                                   CodedWord{"assessed", {"được chấm", "assessed"}}};

Cell part_of(int part, int whole) { return {fmt::format("{}/{}", part, whole)}; }

/// One line each side.
Sheet sides_sheet(const Plan& plan, const Scores& scores, Lang lang) {
  const Catalogue& list = *plan.catalogue;
  const bool weights = has_weights(list);
  SheetMaker made("scores", {"Kết quả chấm điểm", "Points"}, lang);
  made.word("side", {"Ai chấm", "By whom"}, 0, 8);
  made.text("scored", {"Đã chấm", "Scored"}, 0, 5);
  made.text("sum", {"Tổng điểm", "Sum"}, 0, 5);
  made.text("most", {"Tối đa", "Most"}, 0, 5);
  if (weights) made.text("weighted", {"Theo trọng số", "Weighted"}, 0, 5);
  if (!list.deductions.empty()) made.text("off", {"Điểm trừ", "Taken off"}, 0, 5);
  made.text("result", {"Kết quả", "Result"}, 0, 5);
  if (!list.bands.empty()) made.text("band", {"Xếp loại", "Band"}, 2, 8);
  if (scores.pass != nullptr) made.text("pass", {"Phải đạt", "Pass mark"}, 0, 5);
  if (scores.pass != nullptr) made.word("passed", {"Kết luận", "Verdict"});
  for (std::size_t side = 0; side < scores.sides.size(); ++side) {
    const ScoreResult& result = scores.sides[side];
    std::vector<Cell> cells = {coded(kSideWords[side], lang),
                               part_of(scores.scored[side], scores.asked), points_cell(result.sum),
                               points_cell(scores.most)};
    if (weights) cells.push_back(points_cell(result.weighted));
    if (!list.deductions.empty())
      cells.push_back(result.off == Ratio{} ? Cell() : points_cell(result.off));
    cells.push_back(points_cell(result.result));
    if (!list.bands.empty())
      cells.push_back(result.band == nullptr ? Cell() : one(result.band->name));
    if (scores.pass != nullptr) {
      cells.push_back(figure_cell(*scores.pass));
      cells.push_back(coded(passed_word(result.passed), lang));
    }
    made.row(std::move(cells));
  }
  return std::move(made.sheet);
}

/// Groups and contents in the order of the list.
Sheet rows_sheet(const Plan& plan, const Scores& scores, Lang lang) {
  const bool weights = has_weights(*plan.catalogue);
  SheetMaker made("points", {"Điểm từng nội dung", "Points of each content"}, lang);
  made.text("number", {"TT", "No"}, 0);
  made.text("content", {"Nội dung", "Content"}, 5);
  made.text("most", {"Tối đa", "Most"}, 0, 5);
  if (weights) made.text("weight", {"Trọng số", "Weight"}, 0, 5);
  made.text("self_score", {"Tự chấm", "Self-assessed"}, 0, 5);
  made.text("score", {"Được chấm", "Assessed"}, 0, 5);
  if (weights) made.text("self_weighted", {"Tự chấm, theo trọng số", "Self, weighted"}, 0, 5);
  if (weights) made.text("weighted", {"Được chấm, theo trọng số", "Assessed, weighted"}, 0, 5);
  for (const RowPoints& row : scores.rows) {
    if (row.asked == 0) continue;
    const std::string& address = plan.catalogue->outline[row.listed->at].address;
    std::vector<Cell> cells = {{address}, {row.listed->text().value}, points_cell(row.most)};
    if (weights) cells.push_back(figure_cell(row.listed->weight));
    for (const auto& points : row.points) cells.push_back(points_cell(points));
    if (weights)
      for (const auto& points : row.weighted) cells.push_back(points_cell(points));
    made.row(std::move(cells), address);
    made.sheet.rows.back().heading = row.listed->is_heading();
  }
  return std::move(made.sheet);
}

Sheet deducted_sheet(const Scores& scores, Lang lang) {
  SheetMaker made("deducted", {"Điểm trừ", "Taken off"}, lang);
  made.text("deduction", {"Lỗi", "For what"}, 4);
  made.text("each", {"Mỗi lần", "Each time"}, 0, 5);
  made.text("times", {"Số lần", "Times"}, 0, 5);
  made.date("date", {"Ngày", "Date"});
  made.text("evidence", {"Minh chứng", "Evidence"}, 2, 8);
  for (const Deducted& deducted : scores.deducted) {
    const Deduction& of = *deducted.deduction;
    made.row({one(of.title), figure_cell(of.points.given ? of.points : of.percent),
              points_cell(deducted.times), one(deducted.by->date.value, lang),
              one(deducted.by->evidence)},
             of.id.value);
  }
  return std::move(made.sheet);
}

}  // namespace

Cell points_cell(const std::optional<Ratio>& points) {
  return points ? Cell{vietnamese(*points)} : Cell();
}

Cell figure_cell(const WrittenQuantity& figure) {
  return figure.given ? Cell{with_comma(figure)} : Cell();
}

void add_result_columns(SheetMaker& made) {
  made.text("self_result", {"Tự chấm", "Self-assessed"}, 0, 5);
  made.text("result", {"Được chấm", "Assessed"}, 0, 5);
  made.text("band", {"Xếp loại", "Band"}, 1, 8);
}

void add_results(const Scores& scores, std::vector<Cell>& cells) {
  const auto& [self, assessed] = scores.sides;
  cells.push_back(points_cell(self.result));
  cells.push_back(points_cell(assessed.result));
  cells.push_back(assessed.band == nullptr ? Cell() : one(assessed.band->name));
}

CodedWord passed_word(const std::optional<bool>& passed) {
  if (!passed) return {"not-judged", {"chưa chấm đủ", "not fully scored"}};
  return *passed ? CodedWord{"met", {"đạt", "met"}} : CodedWord{"not-met", {"chưa đạt", "not met"}};
}

void add_points(Card& card, const Plan& plan, const Date& as_of, std::string_view round,
                Lang lang) {
  if (plan.catalogue == nullptr || !gives_points(*plan.catalogue)) return;
  const Scores scores = scores_at(plan, as_of, round);
  Fields{card, lang}.add("scored_round", {"Đợt chấm điểm", "Scored in round"}, one(scores.round));
  card.tables.push_back(sides_sheet(plan, scores, lang));
  card.tables.push_back(rows_sheet(plan, scores, lang));
  if (!scores.deducted.empty()) card.tables.push_back(deducted_sheet(scores, lang));
}

}  // namespace wardplan
