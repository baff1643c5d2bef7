// Points: of a list, that they can be read and add up; of a year, that they are within what the
// list gives.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "rules/rule.h"
#include "standing/scores.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

template <class Check>
void each_list(const RuleRun& run, Check check) {
  for (const Catalogue& list : run.project.catalogues)
    if (list.asked || list.used) check(list, run);
}

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

/// What the rows right below one come to, by what they declare and by what stands below them.
struct Sum {
  std::optional<Ratio> declared = {};
  std::optional<Ratio> listed = {};
};

void add(std::optional<Ratio>& to, const std::optional<Ratio>& more) {
  if (more) to = to ? sum(*to, *more) : more;
}

/// The figure that a heading declares in points: `points`, or `declares: 20 điểm`.
struct Declared {
  std::optional<Ratio> figure = {};
  Span span = {};
};

Declared declared_points(const Row& row) {
  if (row.points.given) return {points_in(row.points), row.points.span};
  if (row.declares.given && fold_bare(row.declares.value.noun).starts_with("diem"))
    return {Ratio{row.declares.value.number, 1}, row.declares.span};
  return {};
}

Declared declared_weight(const Row& row) {
  return row.weight.given ? Declared{weight_in(row.weight), row.weight.span} : Declared{};
}

/// What is added up, and how it is told: `{0}` declares `{1}`, and what is below is `{2}`.
struct SumKind {
  Declared (*declared)(const Row&);
  Phrase told;
  /// The parts of a heading may also add up to 100.
  bool shares;
};
constexpr SumKind kPointSums = {declared_points,
                                {"{0} khai {1} điểm, các mục dưới cộng lại {2}",
                                 "{0} declares {1} points, what is below adds up to {2}"},
                                false};
constexpr SumKind kWeightSums = {declared_weight,
                                 {"{0} khai trọng số {1}, các mục dưới cộng lại {2}",
                                  "{0} declares the weight {1}, what is below adds up to {2}"},
                                 true};

void tell_sum(const std::string& at, const Declared& declared, const Ratio& below,
              const SumKind& kind, const RuleRun& run) {
  const Message whose = at.empty() ? Message{"bộ tiêu chí", "the list"} : say("`{}`", "`{}`", at);
  const std::string own = vietnamese(*declared.figure), parts = vietnamese(below);
  run.tell(at, {declared.span},
           {fmt::format(fmt::runtime(kind.told.vi), whose.vi, own, parts),
            fmt::format(fmt::runtime(kind.told.en), whose.en, own, parts)},
           {"cộng lại, hoặc sửa số của một mục; bản đã ban hành thì ghi vào `accepted`",
            "add up again, or mend one part; where it was issued so, put it under `accepted`"});
}

/// A sum that is right about its parts, or about what they hold, is wrong only because one of them
/// is, and that one is told.
bool is_wrong(const Declared& declared, const Sum& below, const SumKind& kind) {
  if (!declared.figure || !below.declared) return false;
  if (kind.shares && *below.declared == Ratio{100, 1}) return false;
  return *declared.figure != *below.declared && declared.figure != below.listed;
}

/// Sums of one kind of figure over a list.
void check_sums(const Catalogue& list, const Declared& whole, const SumKind& kind,
                const RuleRun& run) {
  std::vector<Sum> below(list.rows.size() + 1);
  for (std::size_t row = list.rows.size(); row-- > 0;) {
    const Declared declared = kind.declared(list.rows[row]);
    const Sum& own = below[row];
    if (is_wrong(declared, own, kind))
      tell_sum(list.outline[row].address, declared, *own.declared, kind, run);
    Sum& above = below[list.outline[row].section.value_or(list.rows.size())];
    add(above.declared, declared.figure ? declared.figure : own.declared);
    add(above.listed, kind.shares || !own.listed ? declared.figure : own.listed);
  }
  if (is_wrong(whole, below.back(), kind)) tell_sum("", whole, *below.back().declared, kind, run);
}

void sums(const Catalogue& list, const RuleRun& run) {
  check_sums(list, {points_in(list.points), list.points.span}, kPointSums, run);
  check_sums(list, {weight_in(list.weight), list.weight.span}, kWeightSums, run);
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
             {"sửa số điểm", "mend the points"},
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

/// The first mark or deduction of a list, for those that give no points at all.
const WrittenQuantity* first_mark(const Catalogue& list) {
  if (list.pass.given) return &list.pass;
  for (const WardGroup& group : list.groups)
    if (group.pass.given) return &group.pass;
  if (!list.bands.empty()) return &list.bands.front().from;
  if (list.deductions.empty()) return nullptr;
  const Deduction& first = list.deductions.front();
  return first.points.given ? &first.points : &first.percent;
}

void no_points_at_all(const Catalogue& list, const RuleRun& run) {
  const WrittenQuantity* mark = first_mark(list);
  if (mark == nullptr || gives_points(list)) return;
  run.tell(
      "", {mark->span},
      {"bộ tiêu chí có mức điểm hay điểm trừ mà không nội dung nào có điểm",
       "the list has marks or deductions, and no content has points"},
      {"thêm `points` hoặc `weight` vào các nội dung", "add `points` or `weight` to contents"});
}

/// Contents with points that no weight of their own or above them covers, beside others that one
/// does: a weighted result passes over them.
void without_weight(const Catalogue& list, const RuleRun& run) {
  // By headings (the last one: outside of any): whether a row right under it has a weight.
  std::vector<bool> weighted_below(list.rows.size() + 1);
  const auto section_of = [&](const Row& row) {
    return list.outline[row.at].section.value_or(list.rows.size());
  };
  for (const Row& row : list.rows)
    if (row.weight.given) weighted_below[section_of(row)] = true;
  const bool any = std::ranges::find(weighted_below, true) != weighted_below.end();
  // What stands above has its own turn first.
  std::vector<bool> covered(list.rows.size());
  for (const Row& row : list.rows) {
    const std::size_t section = section_of(row);
    const bool above = section < row.at && covered[section] && !weighted_below[section];
    covered[row.at] = row.weight.given || above;
    if (!any || covered[row.at] || !row.points.given || row.is_heading()) continue;
    const std::string& address = list.outline[row.at].address;
    run.tell(address, {row.points.span},
             say("`{}` có điểm mà không có trọng số, trong khi mục khác có",
                 "`{}` has points and no weight, while others have one", address),
             {"thêm `weight: …`, hoặc bỏ `weight` ở các mục khác",
              "add `weight: …`, or drop the `weight` of the others"});
  }
}

/// A mark that can't be reached, or a second band from the same points on.
void odd_bands(const Catalogue& list, const RuleRun& run) {
  const auto most = points_in(list.points);
  const auto beyond = [&](const std::string& at, const WrittenQuantity& mark) {
    const auto points = points_in(mark);
    if (!most || !points || *points <= *most) return;
    run.tell(at, {mark.span},
             say("mức {} cao hơn tổng điểm tối đa {}", "the mark {} is beyond the most points {}",
                 vietnamese(*points), vietnamese(*most)),
             {"sửa mức ấy hoặc `points`", "mend the mark or `points`"},
             {{list.points.span, {"tổng điểm tối đa", "the most points"}}});
  };
  beyond("", list.pass);
  for (const WardGroup& group : list.groups) beyond(group.id.value, group.pass);
  for (std::size_t at = 0; at < list.bands.size(); ++at) {
    const Band& band = list.bands[at];
    beyond("", band.from);
    const auto from = points_in(band.from);
    for (std::size_t before = 0; before < at && from; ++before)
      if (points_in(list.bands[before].from) == from)
        run.tell_twice("", band.from.span, list.bands[before].from.span,
                       say("hai mức xếp loại cùng từ {} điểm", "two bands begin at {} points",
                           vietnamese(*from)),
                       {"sửa `from` của một mức", "mend the `from` of one"});
  }
}

constexpr std::string_view kYear =
    "kind: criteria\nformat: 1\nward: mau\ncatalogue: mau-diem\nyear: 2026\n"
    "title: Chấm điểm mẫu\nrounds: [{number: \"1\", when: Quý I/2026}]\n"
    "rows:\n  - number: \"1\"\n  - number: \"1.1\"\n    updates:\n";

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
      .what = {"Điểm hay trọng số mà tiêu chí, hoặc cả bộ, khai khác tổng của các mục dưới nó.",
               "The points or the weight that a group or the whole declares isn't the sum of what "
               "is below."},
      .why = {"Hoặc một mục ghi sai điểm, hoặc tổng sai; xếp loại sẽ lệch.",
              "Either a part or the sum is wrong, and so will be the band."},
      .frame = Frame::file,
      .given = kList,
      .wrong = "  - {number: \"1\", heading: Kỷ luật, points: 20}\n"
               "  - {number: \"1.1\", title: Giờ giấc, points: 5}\n",
      .right = "  - {number: \"1\", heading: Kỷ luật, points: 5}\n"
               "  - {number: \"1.1\", title: Giờ giấc, points: 5}\n"},
     [](const RuleRun& run) { each_list(run, sums); }},
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
      .what =
          {"Điểm phải đạt hay mức xếp loại cao hơn tổng điểm tối đa, hoặc hai mức xếp loại bắt "
           "đầu từ cùng một số điểm, hoặc không nội dung nào có điểm.",
           "A pass mark or a band is beyond the most points, two bands begin at the same, or no "
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
};

}  // namespace

std::span<const Rule> scored_rules() { return kRules; }

}  // namespace wardplan
