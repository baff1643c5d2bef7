// The rounds of criteria: when they are held, and what was judged in them. Being recognised:
// registered long enough, and every condition met.
#include <algorithm>
#include <set>

#include "rules/rule.h"
#include "standing/verdict.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Every entry of criteria.
template <class Check>
void each_entry(const RuleRun& run, Check check) {
  each_row(run, [&](const CheckedRow& item, const RuleRun&) {
    if (item.plan.catalogue == nullptr || item.row.kind == RowKind::report_day) return;
    for (const Update& update : item.row.updates) check(item, update, run);
  });
}

const Round* find_round(const Plan& plan, const Text& name) {
  for (const Round& round : plan.rounds)
    if (name.given && fold(round.number.value) == fold(name.value)) return &round;
  return nullptr;
}

std::string known_rounds(const Plan& plan) {
  return quoted_list(texts(plan.rounds, [](const Round& round) { return round.number.value; }));
}

void bad_round(const Plan& plan, const RuleRun& run) {
  std::set<std::string> met;
  for (const Round& round : plan.rounds) {
    if (round.number.given && !met.insert(fold(round.number.value)).second)
      run.tell("", {round.number.span},
               say("hai đợt cùng tên `{}`", "two rounds are named `{}`", round.number.value),
               {"đổi `number` của một đợt", "change the `number` of one"});
  }
}

void unknown_round(const CheckedRow& item, const Update& update, const RuleRun& run) {
  if (update.round.given && find_round(item.plan, update.round) == nullptr)
    run.tell(item.address, {update.round.span},
             say("không có đợt `{}`", "there is no round `{}`", update.round.value),
             say("một trong {}", "one of {}", known_rounds(item.plan)));
  if (update.round.absent() && update.status.given && !item.row.is_condition())
    run.tell(item.address, {update.status.span},
             say("kết luận của `{}` không nói ở đợt nào",
                 "the verdict on `{}` doesn't say in which round", item.address),
             say("thêm `round`, một trong {}", "add `round`, one of {}", known_rounds(item.plan)));
  if (update.status.given && item.row.is_condition())
    run.tell(item.address, {update.status.span},
             item.row.deduction != nullptr
                 ? say("`{}` là lỗi bị trừ điểm, chỉ ghi số lần",
                       "`{}` is a deduction and takes how often only", item.address)
                 : say("`{}` là điều kiện, chỉ ghi con số",
                       "`{}` is a condition and takes a figure only", item.address),
             {"bỏ `status`, ghi `value`", "drop `status`, record `value`"});
}

/// What was said in a round whose days are known.
struct Dated {
  const Update& update;
  const Round& round;
  Stretch days;
};
template <class Check>
void each_dated(const RuleRun& run, Check check) {
  each_entry(run, [&](const CheckedRow& item, const Update& update, const RuleRun&) {
    const Round* round = find_round(item.plan, update.round);
    if (round == nullptr || !item.plan.year.given || is_of_other_year(item.plan, *round)) return;
    const Schedule& when = *round->when.read;
    if (!when.occurrences.empty())
      check(item, Dated{update, *round, {*when.first, when.occurrences.back().last}}, run);
  });
}

void too_early(const CheckedRow& item, const Dated& dated, const RuleRun& run) {
  const auto& [update, round, days] = dated;
  if (update.date.value >= days.first) return;
  run.tell(item.address, {update.date.span},
           say("`{}` ghi ngày {}, mà đợt {} đến ngày {} mới bắt đầu",
               "`{}` has an entry of {}, yet round {} begins on {}", item.address,
               iso(update.date.value), round.number.value, iso(days.first)),
           {"sửa `date` hoặc `round`", "mend `date` or `round`"},
           {{round.when.span, {"thời gian của đợt", "when the round is"}}});
}

/// Those who assess come once a round is over.
bool is_assessment(const Update& update) {
  const bool own = update.status.given || update.value.given || !update.values.empty() ||
                   update.self_score.given;
  return update.score.given && !own;
}

void after_round(const CheckedRow& item, const Dated& dated, const RuleRun& run) {
  const auto& [update, round, days] = dated;
  if (update.date.value <= days.last || is_assessment(update)) return;
  run.tell(item.address, {update.date.span},
           say("`{}` ghi ngày {}, sau đợt {} ({})", "`{}` has an entry of {}, after round {} ({})",
               item.address, iso(update.date.value), round.number.value, round.when.value),
           {"sửa `date` hoặc `round` nếu gõ nhầm", "mend `date` or `round` if mistyped"},
           {{round.when.span, {"thời gian của đợt", "when the round is"}}});
}

void registered_too_short(const Plan& plan, const RuleRun& run) {
  if (!plan.registration.date.given || !plan.year.given) return;
  // Once the year is over it goes on being registered, as `verdict` counts.
  const Date end = last_of_year(plan.year.value), day = std::max(end, *run.as_of);
  const Message until = day == end ? say("hết năm {0}", "the end of {0}", plan.year.value)
                                   : say("ngày {}", "{}", iso(day));
  const Verdict verdict = verdict_at(plan, day);
  for (const ConditionVerdict& condition : verdict.conditions) {
    const Condition& asked = *condition.condition;
    if (!asked.counts.given || asked.counts.value != Counts::years ||
        condition.outcome != Outcome::not_met)
      continue;
    run.tell("", {plan.registration.date.span, {"đăng ký ngày này", "registered then"}},
             say("đến {} mới đăng ký được {}, cần {}",
                 "by {} it has been registered for {}, and {} is asked", until, condition.value,
                 asked.goal.value),
             {"năm nay chưa đề nghị công nhận được; sửa ngày nếu gõ nhầm",
              "it can't be recognised this year; mend the date if it is mistyped"},
             {{asked.goal.span, {"điều kiện", "the condition"}}});
  }
}

void recognised_too_early(const Plan& plan, const RuleRun& run) {
  for (const Recognition& recognition : plan.recognised) {
    if (!recognition.date.given ||
        static_cast<int>(recognition.date.value.year()) != plan.year.value)
      continue;
    const Verdict verdict = verdict_at(plan, recognition.date.value);
    for (const ConditionVerdict& condition : verdict.conditions) {
      if (condition.outcome == Outcome::met) continue;
      run.tell("", {recognition.date.span},
               say("ghi được công nhận ngày {} mà chưa đủ điều kiện “{}”",
                   "said to be recognised on {}, yet the condition “{}” isn't met",
                   iso(recognition.date.value), condition.condition->title.value),
               {"ghi đủ kết quả đến ngày ấy, hoặc sửa ngày",
                "record what was reached by that day, or mend the date"},
               {{condition.condition->goal.span, {"điều kiện", "the condition"}}});
    }
  }
}

constexpr Rule kRules[] = {
    {{.id = "C211",
      .severity = Severity::error,
      .title = {"hai đợt kiểm tra trùng tên", "two rounds of one name"},
      .what = {"Hai đợt trong `rounds` có cùng số hay tên.", "Two of the `rounds` have one name."},
      .why = {"Kết luận ghi cho đợt nào phải rõ.", "Verdicts belong to one round."},
      .frame = Frame::year,
      .wrong =
          "rounds: [{number: \"1\", when: Tháng 5/2026}, {number: \"1\", when: Tháng 9/2026}]\n",
      .right =
          "rounds: [{number: \"1\", when: Tháng 5/2026}, {number: \"2\", when: Tháng 9/2026}]\n"},
     [](const RuleRun& run) { each_criteria(run, bad_round); }},
    {{.id = "C212",
      .severity = Severity::error,
      .title = {"kết luận không thuộc đợt nào", "a verdict of no round"},
      .what = {"`round` không có trong `rounds`, kết luận không có `round`, hoặc điều kiện lại có "
               "kết luận.",
               "A `round` that isn't among `rounds`, a verdict without `round`, or one on a "
               "condition."},
      .why = {"Kết luận ấy không được tính vào đợt nào.", "It counts for no round."},
      .frame = Frame::verdict,
      .wrong = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-20, round: "3")",
      .right = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-20, round: "1")"},
     [](const RuleRun& run) { each_entry(run, unknown_round); }},
    {{.id = "C213",
      .title = {"xét ở một đợt chưa đến", "judged in a round that hasn't come"},
      .what = {"Ngày ghi đứng trước ngày đầu của đợt.",
               "An entry is dated before the first day of its round."},
      .why = {"Thường là nhầm đợt hoặc nhầm tháng.", "Usually the round or the month is mistyped."},
      .frame = Frame::verdict,
      .wrong = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-20, round: "2")",
      .right = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-20, round: "1")",
      .guarded = true},
     [](const RuleRun& run) { each_dated(run, too_early); }},
    {{.id = "C214",
      .title = {"ngày ghi ở sau đợt", "an entry after its round"},
      .what = {"Ngày ghi đứng sau ngày cuối của đợt; lần ghi chỉ có điểm được chấm (`score`) thì "
               "không sao.",
               "An entry is dated after the last day of its round; one that has only the points of "
               "those who assess (`score`) may be."},
      .why = {"Kết quả có thể thuộc đợt sau.", "It may belong to the next round."},
      .frame = Frame::verdict,
      .wrong = R"(value: 91%, evidence: BC 1, status: met, date: 2026-06-02, round: "1")",
      .right = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-31, round: "1")"},
     [](const RuleRun& run) { each_dated(run, after_round); }},
    {{.id = "C221",
      .title = {"đăng ký chưa đủ lâu", "registered too short"},
      .what = {"Đến hết năm, hay đến ngày đang xét nếu năm đã hết, thời gian từ ngày đăng ký còn "
               "ngắn hơn điều kiện của bộ tiêu chí.",
               "At the end of the year, or on the day asked about where that is later, the ward "
               "has not been registered as long as the list asks."},
      .why = {"Đạt mọi nội dung thì năm nay vẫn chưa được công nhận.",
              "Even with every content met it can't be recognised this year."},
      .frame = Frame::year,
      .wrong = "registration: {date: 2025-03-01}\n",
      .right = "registration: {date: 2024-03-01}\n",
      .by_day = true},
     [](const RuleRun& run) { each_criteria(run, registered_too_short); }},
    {{.id = "C222",
      .title = {"công nhận mà chưa đủ điều kiện", "recognised without the conditions"},
      .what = {"`recognised` nêu một ngày mà đến ngày ấy chưa đủ điều kiện công nhận.",
               "`recognised` names a day by which a condition isn't met."},
      .why = {"Hồ sơ thiếu kết quả, hoặc ngày công nhận sai.",
              "Results are missing from the record, or the day is wrong."},
      .frame = Frame::year,
      .wrong = "recognised: [{date: 2026-12-20}]\n",
      .right = "recognised: [{date: 2021-12-20}]\n"},
     [](const RuleRun& run) { each_criteria(run, recognised_too_early); }},
};

}  // namespace

std::span<const Rule> round_rules() { return kRules; }

}  // namespace wardplan
