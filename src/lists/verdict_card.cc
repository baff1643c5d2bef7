#include "lists/cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "lists/points.h"
#include "standing/verdict.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

constexpr std::array kConclusions = {
    CodedWord{"not-eligible", {"chưa đủ điều kiện công nhận", "not eligible"}},
    CodedWord{"eligible", {"đủ điều kiện công nhận", "eligible to be recognised"}},
    CodedWord{"recognised", {"đã được công nhận", "recognised"}}, CodedWord{"open", {}},
    CodedWord{
        "group-unknown",
        {"chưa kết luận được: hồ sơ không nói phường thuộc nhóm nào (thêm `group`)",
         "can't be concluded: the year doesn't say which group the ward is in (add `group`)"}}};

/// `7/9 tiêu chí, 47/52 nội dung`, as reports say it.
std::string counts(const Verdict& verdict, Lang lang) {
  std::string text =
      say("{}/{} tiêu chí, {}/{} nội dung", "{}/{} groups, {}/{} contents", verdict.group_tally.met,
          verdict.group_tally.total(), verdict.content_tally.met, verdict.content_tally.total())
          .in(lang);
  if (const int scored = verdict.content_tally.scored; scored > 0)
    text += say(", {} nội dung đã chấm", ", {} scored", scored).in(lang);
  if (const int aside = verdict.content_tally.not_applicable; aside > 0)
    text += say(" ({} nội dung không áp dụng)", " ({} not applicable)", aside).in(lang);
  return text;
}

void add_counts(SheetMaker& made, bool points) {
  made.count("met", {"Đạt", "Met"});
  made.count("not_met", {"Chưa đạt", "Not met"});
  made.count("not_judged", {"Chưa xét", "Not judged"});
  made.count("not_applicable", {"Không áp dụng", "Not applicable"});
  if (points) made.count("scored", {"Đã chấm", "Scored"});
}
void add_counts(std::vector<Cell>& cells, const Tally& tally, bool points) {
  for (const int value : {tally.met, tally.not_met, tally.not_judged, tally.not_applicable})
    cells.push_back(number(value));
  if (points) cells.push_back(number(tally.scored));
}

Sheet rounds_sheet(const Plan& plan, const Date& as_of, Lang lang) {
  SheetMaker made("rounds", {"Các đợt", "Rounds"}, lang);
  made.text("round", {"Đợt", "Round"});
  made.text("when", {"Thời gian", "When"});
  const bool scored = gives_points(*plan.catalogue), only = is_only_scored(plan);
  if (only) {
    made.count("scored", {"Đã chấm", "Scored"});
  } else {
    made.count("groups_met", {"Tiêu chí đạt", "Groups met"});
    add_counts(made, scored);
  }
  if (scored) add_result_columns(made);
  for (const Round& round : plan.rounds) {
    const Verdict verdict = verdict_at(plan, as_of, round.number.value);
    std::vector<Cell> cells = {{round.number.value}, {round.when.value}};
    if (only) {
      cells.push_back(number(verdict.content_tally.scored));
    } else {
      cells.push_back(number(verdict.group_tally.met));
      add_counts(cells, verdict.content_tally, scored);
    }
    if (scored) add_results(scores_at(plan, as_of, round.number.value), cells);
    made.row(std::move(cells));
  }
  return std::move(made.sheet);
}

Sheet groups_sheet(const Plan& plan, const Verdict& verdict, Lang lang) {
  const bool points = gives_points(*plan.catalogue);
  SheetMaker made("groups", {"Các tiêu chí", "Groups"}, lang);
  made.text("number", {"TT", "No"}, 0);
  made.text("group", {"Tiêu chí", "Group"}, 4);
  made.word("status", {"Kết luận", "Verdict"});
  add_counts(made, points);
  for (const GroupVerdict& group : verdict.groups) {
    std::vector<Cell> cells = {{group.place->address},
                               {group.listed->heading.value},
                               coded(status_word(group.status), lang)};
    add_counts(cells, group.contents, points);
    made.row(std::move(cells), group.place->address, tone_of(group.status));
  }
  return std::move(made.sheet);
}

Sheet conditions_sheet(const Plan& plan, const Verdict& verdict, Lang lang) {
  SheetMaker made("conditions", {"Điều kiện công nhận", "Conditions"}, lang);
  made.text("condition", {"Điều kiện", "Condition"}, 4);
  made.text("goal", {"Cần", "Asked"});
  made.text("value", {"Có", "Has"});
  made.word("outcome", {"Kết luận", "Verdict"});
  static constexpr std::array kStatuses = {Status::met, Status::not_met, Status::not_judged};
  for (const ConditionVerdict& condition : verdict.conditions) {
    const Status status = kStatuses[static_cast<std::size_t>(condition.outcome)];
    const auto row = std::ranges::find(plan.rows, condition.condition, &Row::condition);
    made.row({{condition.condition->title.value},
              {row == plan.rows.end() ? condition.condition->goal.value
                                      : joined(goals_in_words(*row, lang), "; ")},
              one(condition.value),
              coded(status_word(status), lang)},
             condition.condition->id.value, tone_of(status));
  }
  return std::move(made.sheet);
}

/// What stands in the way: the groups with the fewest open contents first, and in each of them what
/// is nearest to its figure; what was never judged comes last.
std::vector<const ContentVerdict*> obstacles(const Verdict& verdict) {
  std::vector<const ContentVerdict*> open;
  for (const ContentVerdict& content : verdict.contents)
    if (content.judged.status == Status::not_met || content.judged.status == Status::not_judged)
      open.push_back(&content);
  const auto key = [&](const ContentVerdict* content) {
    const bool judged = content->judged.status == Status::not_met;
    const int in_group = content->group ? verdict.groups[*content->group].contents.open() : 0;
    return std::tuple(in_group, content->group, judged ? 0 : 1,
                      content->gap.value_or(std::numeric_limits<double>::max()));
  };
  std::ranges::stable_sort(open, {}, key);
  return open;
}

/// Contents in the order given: what is asked, verdict and values.
Sheet contents_sheet(std::string_view kind, Phrase title, const Plan& plan,
                     const std::vector<const ContentVerdict*>& contents, const Date& as_of,
                     std::string_view round, Lang lang) {
  SheetMaker made(kind, title, lang);
  made.text("number", {"TT", "No"}, 0);
  made.text("content", {"Nội dung", "Content"}, 5);
  made.text("goal", {"Cần", "Asked"}, 2, 8, "; ");
  made.word("status", {"Kết luận", "Verdict"});
  made.text("value", {"Kết quả", "Value"}, 3, 8, "; ");
  for (const ContentVerdict* content : contents) {
    made.row({{content->place->address},
              {content->listed->title.value},
              goals_in_words(
                  content->row != nullptr ? *content->row : as_asked(*content->listed, plan), lang),
              coded(status_word(content->judged.status), lang),
              values_of_round(plan, *content, as_of, round, lang)},
             content->place->address, tone_of(content->judged.status));
  }
  return std::move(made.sheet);
}

void add_numbers(Card& card, const Plan& plan, const Verdict& verdict) {
  const auto add = [&](const char* key, int value) { card.about.emplace_back(key, value); };
  add("groups_total", verdict.group_tally.total());
  add("groups_met", verdict.group_tally.met);
  add("contents_total", verdict.content_tally.total());
  add("contents_met", verdict.content_tally.met);
  add("contents_not_met", verdict.content_tally.not_met);
  add("contents_not_judged", verdict.content_tally.not_judged);
  add("contents_not_applicable", verdict.content_tally.not_applicable);
  if (gives_points(*plan.catalogue)) add("contents_scored", verdict.content_tally.scored);
}

void add_authority(Fields& fields, const Catalogue& list, const Date& as_of) {
  const Authority* authority = authority_at(list, as_of);
  if (authority == nullptr) return;
  fields.add("registers", {"Nơi nhận đăng ký", "Registers"}, one(authority->registers));
  fields.add("recognises", {"Nơi công nhận", "Recognises"}, one(authority->recognises));
  fields.add("authority_note", {"Thẩm quyền", "Authority"}, one(authority->note));
}

}  // namespace

Card verdict_card(const Plan& plan, std::string_view file, const Date& as_of,
                  std::string_view round, Lang lang) {
  const Verdict verdict = verdict_at(plan, as_of, round);
  Card card;
  card.kind = "verdict";
  card.title = plan.title.value;
  card.subtitle = fmt::format("{}, {}", ward_name(plan), plan.year.value);
  card.about = {{"file", std::string(file)},
                {"ward", plan.ward_id.value},
                {"ward_name", ward_name(plan)},
                {"year", plan.year.value},
                {"catalogue", plan.catalogue_id.value}};
  add_numbers(card, plan, verdict);
  Fields fields{card, lang};
  fields.add("as_of", {"Tính đến ngày", "As of"}, as_of);
  fields.add("round", {"Đợt", "Round"}, one(round));
  const bool only_scored = is_only_scored(plan);
  if (!only_scored) fields.add("counts", {"Đạt", "Met"}, Cell{counts(verdict, lang)});
  if (verdict.conclusion != Conclusion::open)
    fields.add("conclusion", {"Kết luận", "Conclusion"},
               coded(conclusion_word(verdict.conclusion), lang), CellKind::coded);
  if (plan.ward_group != nullptr)
    fields.add("group", {"Nhóm", "Group of wards"}, one(plan.ward_group->name));
  if (plan.registration.date.given)
    fields.add("registered_on", {"Đăng ký ngày", "Registered on"}, plan.registration.date.value);
  if (verdict.recognition != nullptr)
    fields.add("recognised_on", {"Công nhận ngày", "Recognised on"},
               verdict.recognition->date.value);
  add_authority(fields, *plan.catalogue, as_of);
  add_points(card, plan, as_of, round, lang);
  card.tables.push_back(rounds_sheet(plan, as_of, lang));
  if (!only_scored) card.tables.push_back(groups_sheet(plan, verdict, lang));
  card.tables.push_back(conditions_sheet(plan, verdict, lang));
  card.tables.push_back(contents_sheet("obstacles",
                                       {"Còn vướng (gần đạt trước)", "In the way (nearest first)"},
                                       plan, obstacles(verdict), as_of, round, lang));
  return card;
}

Sheet group_contents(const Plan& plan, const Row& group, const Date& as_of, Lang lang) {
  const Verdict verdict = verdict_at(plan, as_of);
  std::vector<const ContentVerdict*> contents;
  for (const ContentVerdict& content : verdict.contents)
    if (content.group && verdict.groups[*content.group].listed == group.listed)
      contents.push_back(&content);
  return contents_sheet("contents", {"Các nội dung", "Contents"}, plan, contents, as_of, "", lang);
}

const CodedWord& conclusion_word(Conclusion conclusion) {
  return kConclusions[static_cast<std::size_t>(conclusion)];
}

}  // namespace wardplan
