#include "lists/points.h"

#include <fmt/format.h>

#include <algorithm>

#include "figures/said.h"

namespace wardplan {
namespace {

constexpr std::array kSideWords = {CodedWord{"self", {"tự chấm", "self-assessed"}},
                                   CodedWord{"assessed", {"được chấm", "assessed"}}};

constexpr std::array kSides = {Side::self, Side::assessed};

constexpr CodedWord kUnclear = {"unclear-deductions",
                                {"không rõ số lần trừ điểm", "unclear deductions"}};

constexpr CodedWord kGroupUnknown = {"group-unknown",
                                     {"chưa rõ phường thuộc nhóm nào", "group not known"}};

Cell part_of(int part, int whole) { return {fmt::format("{}/{}", part, whole)}; }

/// What nobody can count is no figure.
Cell off_cell(const Scores& scores, const ScoreResult& result, Lang lang) {
  if (!scores.unclear.empty()) return figure("", Phrase{"không rõ", "unclear"}.in(lang));
  return result.off == Ratio{} ? Cell() : computed_cell(result.off);
}

/// One line each side.
Sheet sides_sheet(const Plan& plan, const Scores& scores, Lang lang) {
  const Catalogue& list = *plan.catalogue;
  const bool weights = has_weights(list);
  SheetMaker made("scores", {"Kết quả chấm điểm", "Points"}, lang);
  made.word("side", {"Ai chấm", "By whom"}, 0, 8);
  made.text("scored", {"Đã chấm", "Scored"}, 0, 5);
  made.figure("sum", {"Tổng điểm", "Sum"});
  made.figure("most", {"Tối đa", "Most"});
  if (weights) made.figure("weighted", {"Theo trọng số", "Weighted"});
  if (!list.deductions.empty()) made.figure("off", {"Điểm trừ", "Taken off"});
  made.figure("result", {"Kết quả", "Result"});
  if (!list.bands.empty()) made.text("band", {"Xếp loại", "Band"}, 2, 8);
  const bool marked = has_mark(scores);
  if (marked) made.text("pass", {"Phải đạt", "Pass mark"}, 0, 5);
  if (marked) made.word("passed", {"Kết luận", "Verdict"});
  for (std::size_t side = 0; side < scores.sides.size(); ++side) {
    const ScoreResult& result = scores.sides[side];
    std::vector<Cell> cells = {coded(kSideWords[side], lang),
                               part_of(scores.scored[side], scores.asked),
                               computed_cell(result.sum), computed_cell(scores.most)};
    if (weights) cells.push_back(computed_cell(result.weighted));
    if (!list.deductions.empty()) cells.push_back(off_cell(scores, result, lang));
    cells.push_back(computed_cell(result.result));
    if (!list.bands.empty())
      cells.push_back(result.band == nullptr ? Cell() : one(result.band->name));
    if (marked) {
      cells.push_back(scores.pass == nullptr ? Cell() : figure_cell(*scores.pass));
      cells.push_back(coded(passed_word(scores, kSides[side]), lang));
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
  made.figure("most", {"Tối đa", "Most"});
  if (weights) made.text("weight", {"Trọng số", "Weight"}, 0, 5);
  made.figure("self_score", {"Tự chấm", "Self-assessed"});
  made.figure("score", {"Được chấm", "Assessed"});
  if (weights) made.figure("self_weighted", {"Tự chấm, theo trọng số", "Self, weighted"});
  if (weights) made.figure("weighted", {"Được chấm, theo trọng số", "Assessed, weighted"});
  for (const RowPoints& row : scores.rows) {
    if (row.asked == 0) continue;
    const std::string& address = plan.catalogue->outline[row.listed->at].address;
    // What a content has is as it was written, what a group has is computed.
    const auto points_of = row.listed->is_heading() ? computed_cell : points_cell;
    std::vector<Cell> cells = {{address}, {row.listed->text().value}, points_of(row.most)};
    if (weights) cells.push_back(figure_cell(row.listed->weight));
    for (const auto& points : row.points) cells.push_back(points_of(points));
    if (weights)
      for (const auto& points : row.weighted) cells.push_back(computed_cell(points));
    made.row(std::move(cells), address);
    made.sheet.rows.back().heading = row.listed->is_heading();
  }
  return std::move(made.sheet);
}

Sheet deducted_sheet(const Scores& scores, Lang lang) {
  SheetMaker made("deducted", {"Điểm trừ", "Taken off"}, lang);
  made.text("deduction", {"Lỗi", "For what"}, 4);
  made.text("each", {"Mỗi lần", "Each time"}, 0, 5);
  made.figure("times", {"Số lần", "Times"});
  made.date("date", {"Ngày", "Date"});
  made.text("evidence", {"Minh chứng", "Evidence"}, 2, 8);
  for (const Deducted& deducted : told_deductions(scores)) {
    const Deduction& of = *deducted.deduction;
    made.row({one(of.title), figure_cell(of.points.given ? of.points : of.percent),
              times_cell(deducted, lang), one(deducted.by->date.value, lang),
              one(deducted.by->evidence)},
             of.id.value);
  }
  return std::move(made.sheet);
}

}  // namespace

Cell points_cell(const std::optional<Ratio>& points) {
  return points ? Cell{vietnamese(*points)} : Cell();
}

Cell computed_cell(const std::optional<Ratio>& points) { return points ? figure(*points) : Cell(); }

Cell figure_cell(const WrittenQuantity& figure) {
  return figure.given ? Cell{with_comma(figure)} : Cell();
}

void add_result_columns(SheetMaker& made) {
  made.figure("self_result", {"Tự chấm", "Self-assessed"});
  made.figure("result", {"Được chấm", "Assessed"});
  made.text("band", {"Xếp loại", "Band"}, 1, 8);
}

void add_results(const Scores& scores, std::vector<Cell>& cells) {
  const auto& [self, assessed] = scores.sides;
  cells.push_back(computed_cell(self.result));
  cells.push_back(computed_cell(assessed.result));
  cells.push_back(assessed.band == nullptr ? Cell() : one(assessed.band->name));
}

std::vector<Deducted> told_deductions(const Scores& scores) {
  std::vector<Deducted> all = scores.deducted;
  all.insert(all.end(), scores.unclear.begin(), scores.unclear.end());
  return all;
}

Cell times_cell(const Deducted& deducted, Lang lang) {
  if (deducted.times != Ratio{}) return points_cell(deducted.times);
  const std::string& written = deducted.by->value.value;
  return figure(written, say("{} (không đếm được)", "{} (can't be counted)", written).in(lang));
}

const Phrase* unclear_words(const Scores& scores) {
  return scores.unclear.empty() ? nullptr : &kUnclear.words;
}

bool has_mark(const Scores& scores) { return scores.pass != nullptr || scores.group_unknown; }

CodedWord passed_word(const Scores& scores, Side side) {
  const auto at = static_cast<std::size_t>(side);
  const std::optional<bool>& passed = scores.sides[at].passed;
  if (scores.scored[at] < scores.asked) return {"not-judged", {"chưa chấm đủ", "not fully scored"}};
  if (!scores.unclear.empty()) return kUnclear;
  if (scores.group_unknown) return kGroupUnknown;
  if (!passed) return {"not-judged", {"chưa kết luận", "not judged"}};
  return *passed ? CodedWord{"met", {"đạt", "met"}} : CodedWord{"not-met", {"chưa đạt", "not met"}};
}

void add_points(Card& card, const Plan& plan, const Date& as_of, std::string_view round,
                Lang lang) {
  if (plan.catalogue == nullptr || !gives_points(*plan.catalogue)) return;
  const Scores scores = scores_at(plan, as_of, round);
  Fields{card, lang}.add("scored_round", {"Đợt chấm điểm", "Scored in round"}, one(scores.round));
  card.tables.push_back(sides_sheet(plan, scores, lang));
  card.tables.push_back(rows_sheet(plan, scores, lang));
  if (!told_deductions(scores).empty()) card.tables.push_back(deducted_sheet(scores, lang));
}

}  // namespace wardplan
