// Points: of a list, that they can be read and add up; of a year, that they are within what the
// list gives.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "rules/listed_points.h"
#include "rules/rule.h"
#include "standing/scores.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

void tell_unread(const std::string& at, const WrittenQuantity& text, bool read,
                 const RuleRun& run) {
  if (!text.given || read) return;
  run.tell(at, {text.span},
           say("không đọc được số điểm `{}`", "the points `{}` can't be read", text.value),
           {"viết một con số, như `5`, `4,5` hay `5 điểm`; trọng số viết `30%`",
            "write one number, such as `5`, `4.5` or `5 điểm`; a weight as `30%`"});
}

void unread_in_list(const Catalogue& list, const RuleRun& run) {
  const auto points = [&](const std::string& at, const WrittenQuantity& text) {
    tell_unread(at, text, points_in(text).has_value(), run);
  };
  const auto weight = [&](const std::string& at, const WrittenQuantity& text) {
    tell_unread(at, text, weight_in(text).has_value(), run);
  };
  points("", list.points);
  weight("", list.weight);
  points("", list.pass);
  for (const WardGroup& group : list.groups) points(group.id.value, group.pass);
  for (const Band& band : list.bands) points("", band.from);
  for (const Row& row : list.rows) {
    points(list.outline[row.at].address, row.points);
    weight(list.outline[row.at].address, row.weight);
  }
  for (const Deduction& deduction : list.deductions) {
    points(deduction.id.value, deduction.points);
    weight(deduction.id.value, deduction.percent);
    if (deduction.points.absent() != deduction.percent.absent()) continue;
    if (!deduction.points.absent()) {
      run.tell(
          deduction.id.value, {deduction.percent.span},
          say("`{}` có cả `points` lẫn `percent`", "`{}` has both `points` and `percent`",
              deduction.id.value),
          {"giữ một trong hai: mỗi lần trừ bao nhiêu", "keep one: how much each time takes off"},
          {{deduction.points.span, {"`points` ở đây", "`points` here"}}});
      continue;
    }
    run.tell(deduction.id.value, {deduction.id.span},
             say("`{}` cần hoặc `points`, hoặc `percent`", "`{}` has either `points` or `percent`",
                 deduction.id.value),
             {"ghi một trong hai: mỗi lần trừ bao nhiêu", "say one: how much each time takes off"});
  }
}

/// Every entry of criteria that gives points, on the side that it gives them.
template <class Check>
void each_score(const RuleRun& run, Check check) {
  each_row(run, [&](const CheckedRow& item, const RuleRun&) {
    if (item.plan.catalogue == nullptr) return;
    for (const Update& update : item.row.updates)
      for (const Side side : {Side::self, Side::assessed})
        if (score_of(update, side).given) check(item, update, score_of(update, side));
  });
}

void unread(const RuleRun& run) {
  each_list(run, unread_in_list);
  each_score(run, [&](const CheckedRow& item, const Update&, const WrittenQuantity& score) {
    tell_unread(item.address, score, points_in(score).has_value(), run);
  });
}

void no_points(const RuleRun& run) {
  each_score(run, [&](const CheckedRow& item, const Update&, const WrittenQuantity& score) {
    const bool given = item.row.listed != nullptr && !item.row.is_heading() &&
                       (item.row.listed->points.given || item.row.listed->weight.given);
    if (given) return;
    run.tell(item.address, {score.span},
             item.row.is_heading() ? say("`{}` là tiêu chí; điểm ghi vào từng nội dung",
                                         "`{}` is a group; points go to its contents", item.address)
                                   : say("bộ tiêu chí không cho điểm `{}`",
                                         "the list gives no points to `{}`", item.address),
             {"bỏ điểm ở đây, hoặc thêm `points` vào bộ tiêu chí",
              "drop the points here, or add `points` to the list"});
  });
}

/// What to write: a point before three digits is one of thousands, and may be meant as a comma.
Message points_meant(const WrittenQuantity& score, const Ratio& points, const Ratio& most) {
  const std::size_t mark = score.value.find('.');
  const bool one =
      mark != std::string::npos && score.value.find('.', mark + 1) == std::string::npos;
  const auto meant = one ? product(points, {1, 1000}) : std::nullopt;
  if (!meant || most < *meant) return {"sửa số điểm", "mend the points"};
  std::string with_comma = score.value;
  with_comma[mark] = ',';
  return say("dấu chấm trước ba chữ số là dấu hàng nghìn; nếu là số lẻ thì viết `{}`",
             "a point before three digits is one of thousands; for decimals write `{}`",
             with_comma);
}

void above_most(const RuleRun& run) {
  each_score(run, [&](const CheckedRow& item, const Update&, const WrittenQuantity& score) {
    if (item.row.listed == nullptr || item.row.is_heading()) return;
    const auto most = most_of(*item.row.listed);
    const auto points = points_in(score);
    if (!most || !points || *points <= *most) return;
    const Row& listed = *item.row.listed;
    run.tell(item.address, {score.span},
             say("`{}` được {} điểm, nhiều nhất là {}", "`{}` has {} points, and {} is the most",
                 item.address, vietnamese(*points), vietnamese(*most)),
             points_meant(score, *points, *most),
             {{listed.points.given ? listed.points.span : listed.weight.span,
               {"điểm tối đa", "the most points"}}});
  });
}

std::string rounds_of(const Plan& plan) {
  return quoted_list(texts(plan.rounds, [](const Round& round) { return round.number.value; }));
}

void without_round(const RuleRun& run) {
  each_row(run, [&](const CheckedRow& item, const RuleRun&) {
    if (item.plan.catalogue == nullptr) return;
    for (const Update& update : item.row.updates) {
      const bool points = update.score.given || update.self_score.given;
      const bool deducted = item.row.deduction != nullptr && update.value.given;
      if (!update.round.absent() || !(points || deducted)) continue;
      const WrittenQuantity& score = update.score.given ? update.score : update.self_score;
      run.tell(item.address, {deducted ? update.value.span : score.span},
               say("điểm của `{}` không nói ở đợt nào",
                   "the points of `{}` don't say in which round", item.address),
               say("thêm `round`, một trong {}", "add `round`, one of {}", rounds_of(item.plan)));
    }
  });
}

// How often deductions apply.

/// Every entry that says how often a deduction applies.
template <class Check>
void each_count(const RuleRun& run, Check check) {
  each_row(run, [&](const CheckedRow& item, const RuleRun&) {
    if (item.row.deduction == nullptr) return;
    for (const Update& update : item.row.updates)
      if (update.value.given) check(item, update.value);
  });
}

void uncounted(const RuleRun& run) {
  each_count(run, [&](const CheckedRow& item, const WrittenQuantity& value) {
    const auto times = times_in(value);
    if (times && times->numerator >= 0) return;
    run.tell(item.address, {value.span},
             say("`{}` không phải số lần bị trừ của `{}`",
                 "`{}` isn't how often `{}` takes points off", value.value, item.address),
             {"ghi số lần, như `2` hay `2 lần`; mỗi lần trừ bao nhiêu là do bộ tiêu chí",
              "write how often, such as `2` or `2 lần`; the list says how much each time takes"});
  });
}

void tell_broken_count(const CheckedRow& item, const WrittenQuantity& value, const RuleRun& run) {
  const auto times = times_in(value);
  if (!times || times->denominator == 1 || times->numerator < 0) return;
  run.tell(item.address, {value.span},
           say("`{}` bị trừ {} lần, mà số lần là số nguyên",
               "`{}` applies {} times, which is no whole number", item.address, vietnamese(*times)),
           {"sửa số lần; mỗi lần trừ bao nhiêu là do bộ tiêu chí",
            "mend how often; the list says how much each time takes"});
}

/// What deductions of a round can be taken off: what was scored, once all of it is, or else the
/// most that there is.
Ratio points_to_take(const Plan& plan, const Scores& scores) {
  constexpr auto kAssessed = static_cast<std::size_t>(Side::assessed);
  const ScoreResult& side = scores.sides[kAssessed];
  if (side.sum && scores.scored[kAssessed] == scores.asked)
    return side.weighted.value_or(*side.sum);
  return most_weighted(*plan.catalogue).value_or(scores.most);
}

void tell_beyond(const Plan& plan, const Round& round, const RuleRun& run) {
  const Scores scores = scores_at(plan, kEndOfHistory, round.number.value);
  if (scores.deducted.empty()) return;
  const Ratio there = points_to_take(plan, scores);
  const auto taken = [&](const Deducted& deducted) { return taken_off(deducted, there); };
  Ratio off;
  for (const Deducted& deducted : scores.deducted) off = sum(off, taken(deducted)).value_or(off);
  if (off <= there) return;
  const Deducted& most = *std::ranges::max_element(scores.deducted, {}, taken);
  const auto row = std::ranges::find(plan.rows, most.deduction, &Row::deduction);
  run.tell(plan.outline[row->at].address, {most.by->value.span},
           say("điểm trừ ở đợt `{}` là {}, mà chỉ có {} điểm để trừ",
               "deductions of round `{}` come to {}, and there are {} points to take",
               round.number.value, vietnamese(off), vietnamese(there)),
           {"xem lại số lần; kết quả không xuống dưới 0",
            "check how often; a result never goes below 0"});
}

void odd_counts(const RuleRun& run) {
  each_count(run, [&](const CheckedRow& item, const WrittenQuantity& value) {
    tell_broken_count(item, value, run);
  });
  each_criteria(run, [&](const Plan& plan, const RuleRun&) {
    for (const Round& round : plan.rounds)
      if (round.number.given) tell_beyond(plan, round, run);
  });
}

constexpr std::string_view kYear =
    "kind: criteria\nformat: 1\nward: mau\ncatalogue: mau-diem\nyear: 2026\n"
    "title: Chấm điểm mẫu\nrounds: [{number: \"1\", when: Quý I/2026}]\n"
    "rows:\n  - number: \"1\"\n  - number: \"1.1\"\n    updates:\n";

constexpr std::string_view kDeducted =
    "kind: criteria\nformat: 1\nward: mau\ncatalogue: mau-diem\nyear: 2026\n"
    "title: Chấm điểm mẫu\nrounds: [{number: \"1\", when: Quý I/2026}]\n"
    "rows:\n  - number: \"1\"\n  - number: \"1.1\"\n  - number: nhac\n    updates:\n";

constexpr std::string_view kList = "kind: catalogue\nformat: 1\nid: thu\nname: Bộ thử\nrows:\n";

constexpr Rule kRules[] = {
    {{.id = "C301",
      .severity = Severity::error,
      .title = {"số điểm không đọc được", "points that can't be read"},
      .what =
          {"`points`, `weight`, `pass`, `from`, `score` hay `self_score` không phải một con số "
           "không âm, hoặc một lỗi bị trừ không nói rõ trừ bao nhiêu.",
           "`points`, `weight`, `pass`, `from`, `score` or `self_score` is no number from 0 on, "
           "or a deduction doesn't say how much it takes off."},
      .why = {"Không cộng được.", "It can't be added up."},
      .frame = Frame::file,
      .given = kYear,
      .wrong = "      - {date: 2026-03-20, round: \"1\", score: khá}\n",
      .right = "      - {date: 2026-03-20, round: \"1\", score: 4}\n"},
     unread},
    {{.id = "C302",
      .title = {"tổng điểm không khớp", "points that don't add up"},
      .what =
          {"Điểm hay trọng số mà tiêu chí, hoặc cả bộ, khai khác tổng của các mục dưới nó; hoặc "
           "trọng số của cả bộ cộng lại không được 100%.",
           "The points or the weight that a group or the whole declares isn't the sum of what "
           "is below; or the weights of the whole don't come to 100%."},
      .why = {"Hoặc một mục ghi sai điểm, hoặc tổng sai; xếp loại sẽ lệch.",
              "Either a part or the sum is wrong, and so will be the band."},
      .frame = Frame::file,
      .given = kList,
      .wrong = "  - {number: \"1\", heading: Kỷ luật, points: 20}\n"
               "  - {number: \"1.1\", title: Giờ giấc, points: 5}\n",
      .right = "  - {number: \"1\", heading: Kỷ luật, points: 5}\n"
               "  - {number: \"1.1\", title: Giờ giấc, points: 5}\n"},
     [](const RuleRun& run) { each_list(run, points_add_up); }},
    {{.id = "C303",
      .severity = Severity::error,
      .title = {"điểm cho mục không có điểm", "points where there are none"},
      .what = {"Một lần xét ghi điểm cho nội dung mà bộ tiêu chí không cho điểm, hoặc cho cả tiêu "
               "chí.",
               "An entry gives points to a content that the list has none for, or to a group."},
      .why = {"Điểm ấy không được cộng vào đâu.", "They would be added to nothing."},
      .frame = Frame::verdict,
      .wrong = R"(date: 2026-05-20, round: "1", score: 4)",
      .right = R"(date: 2026-05-20, round: "1", value: 87.5%)"},
     no_points},
    {{.id = "C304",
      .severity = Severity::error,
      .title = {"điểm quá mức tối đa", "more points than there are"},
      .what = {"Điểm được chấm hay tự chấm cao hơn điểm tối đa của nội dung.",
               "The points of an entry are more than the most that the content has."},
      .why = {"Thường là gõ nhầm; tổng sẽ sai.", "Usually mistyped; the sum would be wrong."},
      .frame = Frame::file,
      .given = kYear,
      .wrong = "      - {date: 2026-03-20, round: \"1\", score: 50}\n",
      .right = "      - {date: 2026-03-20, round: \"1\", score: 5}\n"},
     above_most},
    {{.id = "C305",
      .severity = Severity::error,
      .title = {"điểm không thuộc đợt nào", "points of no round"},
      .what = {"Một lần xét ghi điểm, hay số lần bị trừ điểm, mà không có `round`.",
               "An entry gives points, or how often a deduction applies, without `round`."},
      .why = {"Điểm được cộng theo từng đợt.", "Points are added up by rounds."},
      .frame = Frame::file,
      .given = kYear,
      .wrong = "      - {date: 2026-03-20, score: 4}\n",
      .right = "      - {date: 2026-03-20, round: \"1\", score: 4}\n"},
     without_round},
    {{.id = "C306",
      .title = {"mức điểm không thể đạt hoặc trùng nhau", "a mark out of reach, or twice"},
      .what = {"Điểm phải đạt hay mức xếp loại cao hơn tổng điểm tối đa (khi có trọng số: tổng "
               "trọng số), hoặc hai mức xếp loại bắt "
               "đầu từ cùng một số điểm, hoặc không nội dung nào có điểm.",
               "A pass mark or a band is beyond the most points (with weights: the sum of these), "
               "two bands begin at the same, or no "
               "content has points."},
      .why = {"Không ai xếp được vào mức ấy.", "Nobody can come to it."},
      .frame = Frame::file,
      .given = "kind: catalogue\nformat: 1\nid: thu\nname: Bộ thử\npoints: 5\n"
               "rows: [{number: \"1\", title: Giờ giấc, points: 5}]\n",
      .wrong = "pass: 50\n",
      .right = "pass: 4\n"},
     [](const RuleRun& run) {
       each_list(run, odd_bands);
       each_list(run, no_points_at_all);
     }},
    {{.id = "C307",
      .title = {"có điểm mà không có trọng số", "points without a weight"},
      .what =
          {"Một nội dung có điểm mà nó và tiêu chí của nó không có `weight`, trong khi mục khác "
           "của bộ tiêu chí có.",
           "A content has points, and neither it nor its group has the `weight` that others of "
           "the list have."},
      .why = {"Kết quả theo trọng số bỏ qua nội dung ấy.", "The weighted result passes over it."},
      .frame = Frame::file,
      .given = kList,
      .wrong = "  - {number: \"1\", title: Giờ giấc, points: 5, weight: 60%}\n"
               "  - {number: \"2\", title: Giao tiếp, points: 5}\n",
      .right = "  - {number: \"1\", title: Giờ giấc, points: 5, weight: 60%}\n"
               "  - {number: \"2\", title: Giao tiếp, points: 5, weight: 40%}\n"},
     [](const RuleRun& run) { each_list(run, without_weight); }},
    {{.id = "C308",
      .title = {"điểm của bộ tiêu chí có lẽ gõ nhầm", "points of a list that are probably a slip"},
      .what =
          {"Một nội dung có 0 điểm, mỗi lần trừ quá 100%, mã của điểm trừ trùng số của nội dung, "
           "hai mức xếp loại cùng tên, hoặc dấu phẩy trước ba chữ số (`1,000`).",
           "A content has 0 points, more than 100% is taken off each time, the id of a deduction "
           "is a content's number, two bands have one name, or a comma stands before three "
           "digits (`1,000`)."},
      .why = {"Điểm hay xếp loại tính ra sẽ khác với văn bản.",
              "Points or bands would come out other than in the document."},
      .frame = Frame::file,
      .given = kList,
      .wrong = "  - {number: \"1\", title: Giờ giấc, points: 0}\n"
               "  - {number: \"2\", title: Giao tiếp, points: 5}\n",
      .right = "  - {number: \"1\", title: Giờ giấc, points: 5}\n"
               "  - {number: \"2\", title: Giao tiếp, points: 5}\n"},
     [](const RuleRun& run) { each_list(run, odd_points); }},
    {{.id = "C309",
      .severity = Severity::error,
      .title = {"không rõ số lần bị trừ điểm", "a count of deductions that can't be read"},
      .what = {"Một lần ghi của điểm trừ không nói số lần: không phải con số, là phần trăm, là số "
               "điểm, hay âm.",
               "An entry of a deduction doesn't say how often it applies: no number, a share, "
               "points, or below 0."},
      .why = {"Không biết trừ bao nhiêu, nên không trừ gì.",
              "Nobody can tell how much to take off, so nothing is."},
      .frame = Frame::file,
      .given = kDeducted,
      .wrong = "      - {date: 2026-03-20, round: \"1\", value: 2 điểm}\n",
      .right = "      - {date: 2026-03-20, round: \"1\", value: 2 lần}\n"},
     uncounted},
    {{.id = "C310",
      .title = {"số lần bị trừ điểm khó tin", "an unlikely count of deductions"},
      .what = {"Số lần bị trừ không phải số nguyên, hoặc các mục trừ của một đợt cộng lại nhiều "
               "hơn số điểm có để trừ: điểm được chấm nếu đã chấm đủ, nếu chưa thì điểm tối đa.",
               "How often a deduction applies is no whole number, or the deductions of a round "
               "come to more than there is to take: the points that were given once all are, "
               "before that the most points."},
      .why = {"Thường là gõ nhầm, hoặc ghi số điểm thay số lần; kết quả sẽ sai.",
              "Usually mistyped, or points instead of how often; the result would be wrong."},
      .frame = Frame::file,
      .given = kDeducted,
      .wrong = "      - {date: 2026-03-20, round: \"1\", value: 1.5}\n",
      .right = "      - {date: 2026-03-20, round: \"1\", value: 2}\n",
      .guarded = true},
     odd_counts},
};

}  // namespace

std::span<const Rule> scored_rules() { return kRules; }

}  // namespace wardplan
