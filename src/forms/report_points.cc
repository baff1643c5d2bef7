// What a report says of criteria with points: each side's result, the contents, what was taken off
// and the conditions.
#include "figures/said.h"
#include "forms/report_fields.h"
#include "lists/points.h"
#include "standing/scores.h"
#include "standing/verdict.h"

namespace wardplan {
namespace {

constexpr Lang kLang = Lang::vi;

std::string in_words(const std::optional<Ratio>& points) {
  return points ? in_short(*points) : std::string();
}

/// Points of the last round that has any by the report's day, as `verdict` gives them.
Scores scores_of(const PeriodReport& report) { return scores_at(*report.plan, report.day); }

/// One side of a report's points.
struct SideLine {
  Scores scores;
  Side side;

  const ScoreResult& result() const { return scores.sides[static_cast<std::size_t>(side)]; }
};

std::vector<SideLine> sides_of(const PeriodReport& report) {
  const Scores scores = scores_of(report);
  if (scores.round.empty()) return {};
  return {{scores, Side::self}, {scores, Side::assessed}};
}

std::string passed(const SideLine& line) {
  if (!has_mark(line.scores)) return {};
  return std::string(passed_word(line.scores, line.side).words.vi);
}

const FormFields<SideLine> kSideFields = {
    {"ai_chấm", "`tự chấm` hay `được chấm`", "by whom",
     [](auto& of) { return std::string(of.side == Side::self ? "Tự chấm" : "Được chấm"); }},
    {"đã_chấm", "đã chấm mấy nội dung: `3/4`", "contents scored",
     [](auto& of) {
       return fmt::format("{}/{}", of.scores.scored[static_cast<std::size_t>(of.side)],
                          of.scores.asked);
     }},
    {"tổng", "tổng điểm", "sum", [](auto& of) { return in_words(of.result().sum); }},
    {"tối_đa", "tổng điểm tối đa", "most points",
     [](auto& of) { return in_words(of.scores.most); }},
    {"theo_trọng_số", "kết quả theo trọng số", "weighted result",
     [](auto& of) { return in_words(of.result().weighted); }},
    {"trừ", "điểm bị trừ, trống nếu không", "taken off; empty if nothing",
     [](auto& of) {
       if (!of.scores.unclear.empty()) return std::string("không rõ");
       return of.result().off == Ratio{} ? std::string() : in_words(of.result().off);
     }},
    {"kết_quả", "điểm sau khi trừ", "result",
     [](auto& of) { return in_words(of.result().result); }},
    {"xếp_loại", "mức xếp loại", "band",
     [](auto& of) {
       return of.result().band == nullptr ? std::string() : of.result().band->name.value;
     }},
    {"phải_đạt", "điểm phải đạt, trống nếu không có", "pass mark; empty if none",
     [](auto& of) {
       return of.scores.pass == nullptr ? std::string() : with_comma(*of.scores.pass);
     }},
    {"kết_luận", "đạt hay chưa, trống nếu không có mức phải đạt", "whether it passes", passed},
};

/// A row of the list with the points of a report.
struct PointLine {
  std::string address;
  RowPoints points;

  /// What a content has is as it was written, what a group has is computed.
  std::string in_words(const std::optional<Ratio>& number) const {
    if (!number) return {};
    return points.listed->is_heading() ? in_short(*number) : vietnamese(*number);
  }
};

std::vector<PointLine> rows_of(const PeriodReport& report) {
  const Scores scores = scores_of(report);
  std::vector<PointLine> lines;
  if (scores.round.empty()) return lines;
  for (const RowPoints& row : scores.rows)
    if (row.asked > 0)
      lines.push_back({report.plan->catalogue->outline[row.listed->at].address, row});
  return lines;
}

const FormFields<PointLine> kRowFields = {
    {"địa_chỉ", "số của tiêu chí hay nội dung", "its number", &PointLine::address},
    {"tên", "tiêu chí hay nội dung", "group or content",
     [](auto& of) { return of.points.listed->text().value; }},
    {"nhóm", "`1` nếu là tiêu chí", "`1` of a group",
     [](auto& of) { return std::string(of.points.listed->is_heading() ? "1" : ""); }},
    {"tối_đa", "điểm tối đa", "most points", [](auto& of) { return of.in_words(of.points.most); }},
    {"trọng_số", "trọng số", "weight",
     [](auto& of) { return with_comma(of.points.listed->weight); }},
    {"tự_chấm", "điểm tự chấm", "points by the ward itself",
     [](auto& of) { return of.in_words(of.points.points[0]); }},
    {"được_chấm", "điểm được chấm", "points as assessed",
     [](auto& of) { return of.in_words(of.points.points[1]); }},
};

const FormFields<Deducted> kOffFields = {
    {"tên", "lỗi bị trừ", "for what", [](auto& of) { return of.deduction->title.value; }},
    {"mỗi_lần", "trừ mỗi lần", "each time",
     [](auto& of) {
       return with_comma(of.deduction->points.given ? of.deduction->points : of.deduction->percent);
     }},
    {"số_lần", "số lần", "how often", [](auto& of) { return times_cell(of, kLang).back(); }},
    {"minh_chứng", "minh chứng", "evidence", [](auto& of) { return of.by->evidence.value; }},
};

/// A condition as it stands on the report's day.
struct ConditionLine {
  ConditionVerdict verdict;
  std::string goal;
};

std::string goal_of(const Plan& plan, const Condition& condition) {
  for (const Row& row : plan.rows)
    if (row.condition == &condition) return joined_given(goals_in_words(row, kLang));
  return with_comma(condition.goal);
}

std::vector<ConditionLine> conditions_of(const PeriodReport& report) {
  std::vector<ConditionLine> lines;
  if (scores_of(report).round.empty()) return lines;
  for (ConditionVerdict& verdict : verdict_at(*report.plan, report.day).conditions) {
    std::string goal = goal_of(*report.plan, *verdict.condition);
    lines.push_back({std::move(verdict), std::move(goal)});
  }
  return lines;
}

const FormFields<ConditionLine> kConditionFields = {
    {"tên", "điều kiện", "condition", [](auto& of) { return of.verdict.condition->title.value; }},
    {"cần", "mức cần", "what is asked", &ConditionLine::goal},
    {"có", "số hiện có", "what it has", [](auto& of) { return of.verdict.value; }},
    {"kết_luận", "đạt hay chưa", "outcome",
     [](auto& of) { return std::string(outcome_word(of.verdict.outcome).words.vi); }},
};

std::string flag(bool is) { return is ? "1" : ""; }

/// Whether the list of a report has something.
template <class Has>
auto list_has(Has has) {
  return [has](const PeriodReport& of) {
    const Catalogue* list = of.plan->catalogue;
    return flag(list != nullptr && has(*list));
  };
}

}  // namespace

FormFields<PeriodReport> point_fields() {
  return {
      {"đợt_chấm", "đợt chấm điểm gần nhất đến ngày cuối kỳ, trống nếu không có điểm",
       "the last round with points by the last day; empty without points",
       [](auto& of) { return scores_of(of).round; }},
      {"có_trọng_số", "`1` nếu bộ tiêu chí có trọng số", "`1` where the list has weights",
       list_has([](auto& list) { return has_weights(list); })},
      {"có_điểm_trừ", "`1` nếu bộ tiêu chí có điểm trừ", "`1` where the list has deductions",
       list_has([](auto& list) { return !list.deductions.empty(); })},
      {"có_xếp_loại", "`1` nếu bộ tiêu chí có mức xếp loại", "`1` where the list has bands",
       list_has([](auto& list) { return !list.bands.empty(); })},
      {"có_mức_đạt", "`1` nếu có điểm phải đạt", "`1` where there is a pass mark",
       [](auto& of) { return flag(has_mark(scores_of(of))); }},
      {"điểm", "kết quả chấm điểm: tự chấm, được chấm", "points: the ward's own, as assessed",
       kSideFields, sides_of},
      {"điểm_nội_dung", "điểm từng tiêu chí, nội dung", "points of each group and content",
       kRowFields, rows_of},
      {"số_điểm_trừ", "số dòng của `điểm_trừ`, trống nếu không có", "how many; empty if none",
       [](auto& of) { return count_if_any(told_deductions(scores_of(of)).size()); }},
      {"điểm_trừ", "các lỗi bị trừ điểm", "what points were taken off for", kOffFields,
       [](auto& of) { return told_deductions(scores_of(of)); }},
      {"số_điều_kiện", "số dòng của `điều_kiện`, trống nếu không có", "how many; empty if none",
       [](auto& of) { return count_if_any(conditions_of(of).size()); }},
      {"điều_kiện", "điều kiện công nhận của bộ tiêu chí có điểm",
       "conditions of a list with points", kConditionFields, conditions_of},
  };
}

}  // namespace wardplan
