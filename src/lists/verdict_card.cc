#include "lists/verdict_card.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <vector>

#include "lists/item.h"
#include "sheet/card_fields.h"
#include "standing/verdict.h"

namespace wardplan {
namespace {

struct ConclusionWord {
  std::string_view token;
  Phrase words;
};
constexpr std::array kConclusions = {
    ConclusionWord{"not-eligible", {"chưa đủ điều kiện công nhận", "not eligible"}},
    ConclusionWord{"eligible", {"đủ điều kiện công nhận", "eligible to be recognised"}},
    ConclusionWord{"recognised", {"đã được công nhận", "recognised"}}};

Cell number(int value) { return {std::to_string(value)}; }

Cell coded(Status status, Lang lang) {
  const StatusWord& word = status_word(status);
  return {std::string(word.token), std::string(word.words.in(lang))};
}

Tone tone_of(Status status) {
  if (status == Status::met) return Tone::done;
  return status == Status::not_met ? Tone::late : Tone::plain;
}

/// `7/9 tiêu chí, 47/52 nội dung`, as reports say it.
std::string counts(const Verdict& verdict, Lang lang) {
  std::string text =
      say("{}/{} tiêu chí, {}/{} nội dung", "{}/{} groups, {}/{} contents", verdict.group_tally.met,
          verdict.group_tally.total(), verdict.content_tally.met, verdict.content_tally.total())
          .in(lang);
  if (const int aside = verdict.content_tally.not_applicable; aside > 0)
    text += say(" ({} nội dung không áp dụng)", " ({} not applicable)", aside).in(lang);
  return text;
}

struct SheetMaker {
  Lang lang;

  std::string in(Phrase words) const { return std::string(words.in(lang)); }
  Column text(std::string key, Phrase title, int weight = 1) const {
    return {std::move(key), in(title), "", weight, 8};
  }
  Column count(std::string key, Phrase title) const {
    return {std::move(key), in(title), "", 0, 4, Align::right, CellKind::number};
  }
  Column word(std::string key, Phrase title) const {
    return {std::move(key), in(title), "", 0, 8, Align::left, CellKind::coded};
  }
};

void add_counts(std::vector<Cell>& cells, const Tally& tally) {
  for (const int value : {tally.met, tally.not_met, tally.not_judged, tally.not_applicable})
    cells.push_back(number(value));
}

Sheet rounds_sheet(const Plan& plan, const Date& as_of, Lang lang) {
  const SheetMaker make{lang};
  Sheet sheet{.kind = "rounds",
              .title = make.in({"Các đợt", "Rounds"}),
              .subtitle = {},
              .about = {},
              .columns = {},
              .rows = {}};
  sheet.columns = {make.text("round", {"Đợt", "Round"}),
                   make.text("when", {"Thời gian", "When"}),
                   make.count("groups_met", {"Tiêu chí đạt", "Groups met"}),
                   make.count("met", {"Đạt", "Met"}),
                   make.count("not_met", {"Chưa đạt", "Not met"}),
                   make.count("not_judged", {"Chưa xét", "Not judged"}),
                   make.count("not_applicable", {"Không áp dụng", "Not applicable"})};
  for (const Round& round : plan.rounds) {
    const Verdict verdict = verdict_at(plan, as_of, round.number.value);
    std::vector<Cell> cells = {
        {round.number.value}, {round.when.value}, number(verdict.group_tally.met)};
    add_counts(cells, verdict.content_tally);
    sheet.rows.push_back({.address = {}, .cells = std::move(cells)});
  }
  return sheet;
}

Sheet groups_sheet(const Verdict& verdict, Lang lang) {
  const SheetMaker make{lang};
  Sheet sheet{.kind = "groups",
              .title = make.in({"Các tiêu chí", "Groups"}),
              .subtitle = {},
              .about = {},
              .columns = {},
              .rows = {}};
  sheet.columns = {make.text("number", {"TT", "No"}, 0),
                   make.text("group", {"Tiêu chí", "Group"}, 4),
                   make.word("status", {"Kết luận", "Verdict"}),
                   make.count("met", {"Đạt", "Met"}),
                   make.count("not_met", {"Chưa đạt", "Not met"}),
                   make.count("not_judged", {"Chưa xét", "Not judged"}),
                   make.count("not_applicable", {"Không áp dụng", "Not applicable"})};
  for (const GroupVerdict& group : verdict.groups) {
    std::vector<Cell> cells = {
        {group.place->address}, {group.listed->heading.value}, coded(group.status, lang)};
    add_counts(cells, group.contents);
    sheet.rows.push_back({.address = group.place->address,
                          .cells = std::move(cells),
                          .tone = tone_of(group.status)});
  }
  return sheet;
}

Sheet conditions_sheet(const Verdict& verdict, Lang lang) {
  const SheetMaker make{lang};
  Sheet sheet{.kind = "conditions",
              .title = make.in({"Điều kiện công nhận", "Conditions"}),
              .subtitle = {},
              .about = {},
              .columns = {},
              .rows = {}};
  sheet.columns = {make.text("condition", {"Điều kiện", "Condition"}, 4),
                   make.text("goal", {"Cần", "Asked"}), make.text("value", {"Có", "Has"}),
                   make.word("outcome", {"Kết luận", "Verdict"})};
  static constexpr std::array kStatuses = {Status::met, Status::not_met, Status::not_judged};
  for (const ConditionVerdict& condition : verdict.conditions) {
    const Status status = kStatuses[static_cast<std::size_t>(condition.outcome)];
    sheet.rows.push_back({.address = condition.condition->id.value,
                          .cells = {{condition.condition->title.value},
                                    {condition.condition->goal.value},
                                    condition.value.empty() ? Cell{} : Cell{condition.value},
                                    coded(status, lang)},
                          .tone = tone_of(status)});
  }
  return sheet;
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

/// Contents in the order given: verdict and values.
Sheet contents_sheet(std::string kind, Phrase title,
                     const std::vector<const ContentVerdict*>& contents, const Date& as_of,
                     std::string_view round, Lang lang) {
  const SheetMaker make{lang};
  Sheet sheet{.kind = std::move(kind),
              .title = make.in(title),
              .subtitle = {},
              .about = {},
              .columns = {},
              .rows = {}};
  sheet.columns = {
      make.text("number", {"TT", "No"}, 0), make.text("content", {"Nội dung", "Content"}, 5),
      make.word("status", {"Kết luận", "Verdict"}), make.text("value", {"Kết quả", "Value"}, 3)};
  sheet.columns.back().separator = "; ";
  for (const ContentVerdict* content : contents) {
    Cell values;
    if (content->row != nullptr)
      values = values_in_words(*content->row, history_of_round(*content->row, as_of, round), lang);
    sheet.rows.push_back({.address = content->place->address,
                          .cells = {{content->place->address},
                                    {content->listed->title.value},
                                    coded(content->judged.status, lang),
                                    std::move(values)},
                          .tone = tone_of(content->judged.status)});
  }
  return sheet;
}

Sheet obstacles_sheet(const Verdict& verdict, const Date& as_of, std::string_view round,
                      Lang lang) {
  return contents_sheet("obstacles", {"Còn vướng (gần đạt trước)", "In the way (nearest first)"},
                        obstacles(verdict), as_of, round, lang);
}

void add_numbers(Card& card, const Verdict& verdict) {
  const auto add = [&](const char* key, int value) { card.about.emplace_back(key, value); };
  add("groups_total", verdict.group_tally.total());
  add("groups_met", verdict.group_tally.met);
  add("contents_total", verdict.content_tally.total());
  add("contents_met", verdict.content_tally.met);
  add("contents_not_met", verdict.content_tally.not_met);
  add("contents_not_judged", verdict.content_tally.not_judged);
  add("contents_not_applicable", verdict.content_tally.not_applicable);
}

void add_authority(Fields& fields, const Catalogue& list, const Date& as_of) {
  const Authority* authority = authority_at(list, as_of);
  if (authority == nullptr) return;
  const auto add = [&](std::string_view key, Phrase title, const Text& text) {
    if (text.given) fields.add(key, title, Cell{text.value});
  };
  add("registers", {"Nơi nhận đăng ký", "Registers"}, authority->registers);
  add("recognises", {"Nơi công nhận", "Recognises"}, authority->recognises);
  add("authority_note", {"Thẩm quyền", "Authority"}, authority->note);
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
  add_numbers(card, verdict);
  Fields fields{card, lang};
  fields.add("as_of", {"Tính đến ngày", "As of"}, as_of);
  if (!round.empty()) fields.add("round", {"Đợt", "Round"}, Cell{std::string(round)});
  fields.add("counts", {"Đạt", "Met"}, Cell{counts(verdict, lang)});
  const ConclusionWord& word = kConclusions[static_cast<std::size_t>(verdict.conclusion)];
  fields.add("conclusion", {"Kết luận", "Conclusion"},
             {std::string(word.token), std::string(word.words.in(lang))}, CellKind::coded);
  if (plan.registration.date.given)
    fields.add("registered_on", {"Đăng ký ngày", "Registered on"},
               std::optional(plan.registration.date.value));
  if (verdict.recognition != nullptr)
    fields.add("recognised_on", {"Công nhận ngày", "Recognised on"},
               std::optional(verdict.recognition->date.value));
  add_authority(fields, *plan.catalogue, as_of);
  card.tables.push_back(rounds_sheet(plan, as_of, lang));
  card.tables.push_back(groups_sheet(verdict, lang));
  card.tables.push_back(conditions_sheet(verdict, lang));
  card.tables.push_back(obstacles_sheet(verdict, as_of, round, lang));
  return card;
}

Sheet group_contents(const Plan& plan, const Row& group, const Date& as_of, Lang lang) {
  const Verdict verdict = verdict_at(plan, as_of);
  std::vector<const ContentVerdict*> contents;
  for (const ContentVerdict& content : verdict.contents)
    if (content.group && verdict.groups[*content.group].listed == group.listed)
      contents.push_back(&content);
  return contents_sheet("contents", {"Các nội dung", "Contents"}, contents, as_of, "", lang);
}

}  // namespace wardplan
