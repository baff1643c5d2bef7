// Verdicts on criteria: against their figures, their contents, and with what bears them out.
#include <algorithm>
#include <optional>
#include <vector>

#include "records/targets.h"
#include "rules/rule.h"
#include "standing/results.h"
#include "standing/verdict.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// One verdict: its entry, and the entries of its round up to it.
struct Said {
  const Update& entry;
  std::vector<const Update*> entries;

  Status status() const { return entry.status.value; }
};

/// Every verdict on a content.
template <class Check>
void each_verdict(const RuleRun& run, Check check) {
  each_content(run, [&](const CheckedRow& item, const RuleRun&) {
    for (const Update& update : item.row.updates) {
      if (!update.status.given || !update.round.given) continue;
      Said said{update, history_of_round(item.row, update.date.value, update.round.value)};
      // Of one day, those that stand below it in the file come after it.
      std::erase_if(said.entries, [&](const Update* entry) {
        return entry > &update && entry->date.value == update.date.value;
      });
      check(item, said, run);
    }
  });
}

/// How one value stands to the target and to the threshold behind it.
struct Figure {
  TargetResult result;
  /// The threshold, or the target where the list states none.
  const WrittenGoal* least;
  Outcome by_least;

  const std::string& value() const { return result.value->value; }
  const WrittenGoal& goal() const { return result.target->goal; }
  Outcome outcome() const { return result.judgement->outcome; }
};

std::vector<Figure> figures_of(const Row& row, const Said& said) {
  std::vector<Figure> figures;
  for (const TargetResult& result : results_of_entries(row, said.entries, said.entry.date.value)) {
    if (result.target == nullptr || !result.judgement) continue;
    if (result.by_listed)
      figures.push_back({result, result.listed, result.by_listed->outcome});
    else
      figures.push_back({result, &result.target->goal, result.judgement->outcome});
  }
  return figures;
}

/// Tells a verdict that a value is at odds with, by the goal that the value is held against.
void tell_against(const CheckedRow& item, const Said& said, const Figure& figure,
                  const WrittenGoal& goal, Message message, Message help, const RuleRun& run) {
  run.tell(item.address, {said.entry.status.span, {"kết luận", "the verdict"}}, std::move(message),
           std::move(help),
           {{figure.result.value->span, {"kết quả", "the value"}},
            {goal.span, {"mức phải đạt", "the goal"}}});
}

void met_against_figures(const CheckedRow& item, const Said& said, const RuleRun& run) {
  for (const Figure& figure : figures_of(item.row, said))
    if (figure.by_least == Outcome::not_met)
      tell_against(item, said, figure, *figure.least,
                   say("`{}` ghi đạt mà kết quả `{}` không đạt `{}`",
                       "`{}` is said to be met, yet the value `{}` doesn't meet `{}`", item.address,
                       figure.value(), figure.least->value),
                   {"ghi `not-met`, hoặc sửa kết quả", "record `not-met`, or mend the value"}, run);
}

/// Every figure is there and good; a note may say what else isn't.
void not_met_against_figures(const CheckedRow& item, const Said& said, const RuleRun& run) {
  const auto figures = figures_of(item.row, said);
  const auto is_met = [](const Figure& figure) { return figure.outcome() == Outcome::met; };
  if (figures.empty() || figures.size() != item.row.targets.size() || said.entry.note.given ||
      !std::ranges::all_of(figures, is_met))
    return;
  const Figure& figure = figures.front();
  tell_against(item, said, figure, figure.goal(),
               say("`{}` ghi chưa đạt mà kết quả `{}` đã đạt `{}`",
                   "`{}` is said not to be met, yet the value `{}` meets `{}`", item.address,
                   figure.value(), figure.goal().value),
               {"ghi `met`, hoặc nói rõ điều chưa đạt ở `note`",
                "record `met`, or say in the `note` what isn't met"},
               run);
}

void against_figures(const CheckedRow& item, const Said& said, const RuleRun& run) {
  if (said.status() == Status::met) met_against_figures(item, said, run);
  if (said.status() == Status::not_met) not_met_against_figures(item, said, run);
}

void own_target_missed(const CheckedRow& item, const Said& said, const RuleRun& run) {
  if (said.status() != Status::met) return;
  for (const Figure& figure : figures_of(item.row, said))
    if (figure.by_least != Outcome::not_met && figure.outcome() == Outcome::not_met)
      tell_against(
          item, said, figure, figure.goal(),
          say("`{}` đạt ngưỡng `{}` nhưng kết quả `{}` chưa đạt chỉ tiêu `{}` của phường",
              "`{}` meets the threshold `{}`, yet the value `{}` misses the ward's own target `{}`",
              item.address, figure.least->value, figure.value(), figure.goal().value),
          {"xem lại con số; nếu đúng là chưa đạt thì ghi mã cảnh báo này vào `accepted`",
           "check the figure; if it was really missed, put this code under `accepted`"},
          run);
}

void met_without_value(const CheckedRow& item, const Said& said, const RuleRun& run) {
  const bool asked =
      !item.row.targets.empty() || item.row.measured.given || !item.row.asked.empty();
  if (said.status() != Status::met || !asked) return;
  auto results = results_of_entries(item.row, said.entries, said.entry.date.value);
  const bool any = !results.empty();
  std::erase_if(results, [](const TargetResult& result) { return result.value != nullptr; });
  if (any && results.empty()) return;
  std::vector<const Text*> names;
  for (const TargetResult& result : results)
    if (result.target != nullptr && result.target->name.given)
      names.push_back(&result.target->name);
  const bool several = item.row.targets.size() > 1 && !names.empty();
  run.tell(item.address, {said.entry.status.span},
           several ? say("`{}` ghi đạt mà không có con số của {}",
                         "`{}` is said to be met without a figure for {}", item.address,
                         quoted_list(texts(names, &Text::value)))
                   : say("`{}` ghi đạt mà không có con số",
                         "`{}` is said to be met without a figure", item.address),
           say("thêm `{0}`", "add `{0}`", several ? values_for(names) : "value: …"));
}

void met_without_evidence(const CheckedRow& item, const Said& said, const RuleRun& run) {
  const auto has = [](const Update* entry) { return entry->evidence.given; };
  if (said.status() != Status::met || std::ranges::any_of(said.entries, has)) return;
  run.tell(item.address, {said.entry.status.span},
           say("`{}` ghi đạt mà không có minh chứng", "`{}` is said to be met without evidence",
               item.address),
           {"thêm `evidence: …`", "add `evidence: …`"});
}

void no_reason(const CheckedRow& item, const Said& said, const RuleRun& run) {
  if (said.status() != Status::not_applicable || said.entry.note.given) return;
  run.tell(item.address, {said.entry.status.span},
           say("`{}` ghi không áp dụng mà không nói vì sao",
               "`{}` is said not to apply, and nothing says why", item.address),
           {"thêm `note: …`", "add `note: …`"});
}

/// The first content of a group that is at odds with what was said of the group.
const ContentVerdict* odd_content(const Verdict& verdict, const Row& listed) {
  for (const ContentVerdict& content : verdict.contents)
    if (content.group && verdict.groups[*content.group].listed == &listed &&
        content.judged.status != Status::met && content.judged.status != Status::scored &&
        content.judged.status != Status::not_applicable)
      return &content;
  return nullptr;
}

void group_against_contents(const Plan& plan, const RuleRun& run) {
  std::vector<std::optional<Verdict>> verdicts(plan.rounds.size());
  for (const Row& row : plan.rows) {
    if (!row.is_heading() || row.listed == nullptr) continue;
    const std::string& address = plan.outline[row.at].address;
    for (std::size_t at = 0; at < verdicts.size(); ++at) {
      const Round& round = plan.rounds[at];
      const Judged said = judged_at(row, kEndOfHistory, round.number.value);
      if (said.status != Status::met) continue;
      if (!verdicts[at]) verdicts[at] = verdict_at(plan, kEndOfHistory, round.number.value);
      const ContentVerdict* odd = odd_content(*verdicts[at], *row.listed);
      if (odd == nullptr) continue;
      run.tell(
          address, {said.by->status.span},
          say("tiêu chí `{}` ghi đạt ở đợt {} mà nội dung `{}` {}",
              "group `{}` is said to be met in round {}, yet content `{}` is {}", address,
              round.number.value, odd->place->address, status_word(odd->judged.status).words),
          {"xét đủ các nội dung trước, rồi mới ghi cho cả tiêu chí", "judge its contents first"});
    }
  }
}

constexpr Rule kRules[] = {
    {{.id = "C201",
      .title = {"kết luận trái với con số", "a verdict against its figures"},
      .what =
          {"Ghi đạt mà kết quả không đạt ngưỡng (hay chỉ tiêu, khi bộ tiêu chí không nêu ngưỡng), "
           "hoặc ghi chưa đạt mà mọi kết quả đều đạt và không nói vì sao.",
           "Said to be met while a value doesn't meet the threshold (or the target, where the list "
           "states none), or said not to be met while all values do and no note says why."},
      .why = {"Một trong hai sai; báo cáo sẽ nói hai điều.",
              "One of the two is wrong, and reports would say both."},
      .frame = Frame::verdict,
      .wrong = R"(date: 2026-05-20, round: "1", status: met, value: 87.5%, evidence: BC 1)",
      .right = R"(date: 2026-05-20, round: "1", status: met, value: 91%, evidence: BC 1)",
      .guarded = true},
     [](const RuleRun& run) { each_verdict(run, against_figures); }},
    {{.id = "C202",
      .title = {"đạt ngưỡng mà chưa đạt chỉ tiêu của phường",
                "met, yet the ward's own target missed"},
      .what = {"Kết quả đạt ngưỡng của bộ tiêu chí nhưng chưa đạt chỉ tiêu phường tự đặt.",
               "A value meets the list's threshold and not the ward's own target."},
      .why = {"Nội dung được tính là đạt; kế hoạch của phường thì chưa.",
              "The content counts as met; the ward's own plan doesn't."},
      .frame = Frame::verdict,
      .given = "targets: [{goal: \"100%\"}]\n",
      .wrong = R"(date: 2026-05-20, round: "1", status: met, value: 95%, evidence: BC 1)",
      .right = R"(date: 2026-05-20, round: "1", status: met, value: 100%, evidence: BC 1)"},
     [](const RuleRun& run) { each_verdict(run, own_target_missed); }},
    {{.id = "C203",
      .title = {"đạt mà không có con số", "met without a figure"},
      .what = {"Nội dung đo bằng số được ghi đạt mà đợt ấy không có kết quả.",
               "A content that is measured is said to be met, and the round has no value."},
      .why = {"Không ai kiểm tra lại được.", "Nobody can check it."},
      .frame = Frame::verdict,
      .wrong = R"(date: 2026-05-20, round: "1", status: met, evidence: BC 1)",
      .right = R"(date: 2026-05-20, round: "1", status: met, value: 91%, evidence: BC 1)"},
     [](const RuleRun& run) { each_verdict(run, met_without_value); }},
    {{.id = "C204",
      .title = {"đạt mà không có minh chứng", "met without evidence"},
      .what = {"Nội dung được ghi đạt mà đợt ấy không có `evidence`.",
               "A content is said to be met, and the round has no `evidence`."},
      .why = {"Hồ sơ đề nghị công nhận cần văn bản chứng minh.",
              "To be recognised a ward has to show documents."},
      .frame = Frame::verdict,
      .wrong = R"(date: 2026-05-20, round: "1", status: met, value: 91%)",
      .right = R"(date: 2026-05-20, round: "1", status: met, value: 91%, evidence: BC 1)"},
     [](const RuleRun& run) { each_verdict(run, met_without_evidence); }},
    {{.id = "C205",
      .title = {"không áp dụng mà không nói vì sao", "not applicable without a reason"},
      .what = {"Nội dung được ghi không áp dụng mà không có `note`.",
               "A content is said not to apply, without a `note`."},
      .why = {"Nội dung ấy không còn cản tiêu chí; lý do phải xem lại được.",
              "It no longer stands in the group's way, so the reason must be on record."},
      .frame = Frame::verdict,
      .wrong = R"(date: 2026-05-20, round: "1", status: not-applicable)",
      .right = R"(date: 2026-05-20, round: "1", status: not-applicable, note: chưa có mạng)"},
     [](const RuleRun& run) { each_verdict(run, no_reason); }},
    {{.id = "C206",
      .title = {"tiêu chí đạt mà nội dung chưa đạt", "a group met with a content that isn't"},
      .what = {"Cả tiêu chí được ghi đạt ở một đợt, mà có nội dung của nó chưa đạt hay chưa xét ở "
               "đợt ấy.",
               "A group is said to be met in a round in which one of its contents isn't met or "
               "wasn't judged."},
      .why = {"Tiêu chí chỉ đạt khi mọi nội dung đạt.",
              "A group is met when all its contents are."},
      .frame = Frame::criteria,
      .given = "- number: \"1\"\n  updates:\n",
      .wrong = "    - {date: 2026-05-20, round: \"1\", status: met}\n",
      .right = "    - {date: 2026-05-20, round: \"1\", status: not-met}\n",
      .guarded = true},
     [](const RuleRun& run) { each_criteria(run, group_against_contents); }},
};

}  // namespace

std::span<const Rule> verdict_rules() { return kRules; }

}  // namespace wardplan
