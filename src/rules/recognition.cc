// Being recognised: registered long enough, and every condition met.
#include <array>

#include "rules/criteria.h"
#include "rules/rule.h"
#include "standing/verdict.h"

namespace wardplan {
namespace {

void registered_too_short(const Project& project, const RuleRun& run) {
  each_criteria(project, [&](const Plan& plan) {
    if (!plan.registration.date.given || !plan.year.given) return;
    const Verdict verdict = verdict_at(plan, last_of_year(plan.year.value));
    for (const ConditionVerdict& condition : verdict.conditions) {
      const Condition& asked = *condition.condition;
      if (!asked.counts.given || asked.counts.value != Counts::years ||
          condition.outcome != Outcome::not_met)
        continue;
      run.tell("", {plan.registration.date.span, {"đăng ký ngày này", "registered then"}},
               say("đến hết năm {} mới đăng ký được {}, cần {}",
                   "by the end of {} it has been registered for {}, and {} is asked",
                   plan.year.value, condition.value, asked.goal.value),
               {"năm nay chưa đề nghị công nhận được; xem lại ngày nếu gõ nhầm",
                "it can't be recognised this year; look at the date if it is mistyped"},
               {{asked.goal.span, {"điều kiện", "the condition"}}});
    }
  });
}

void recognised_too_early(const Project& project, const RuleRun& run) {
  each_criteria(project, [&](const Plan& plan) {
    for (const Recognition& recognition : plan.recognised) {
      if (!recognition.date.given ||
          static_cast<int>(recognition.date.value.year()) != plan.year.value)
        continue;
      const Verdict verdict = verdict_at(plan, recognition.date.value);
      for (const ConditionVerdict& condition : verdict.conditions) {
        if (condition.outcome == Outcome::met) continue;
        run.tell("", {recognition.date.span},
                 say("ghi được công nhận ngày {} mà chưa đủ điều kiện “{}”",
                     "said to be recognised on {}, and the condition “{}” isn't met",
                     iso(recognition.date.value), condition.condition->title.value),
                 {"ghi đủ kết quả đến ngày ấy, hoặc sửa ngày",
                  "record what was reached by that day, or mend the date"},
                 {{condition.condition->goal.span, {"điều kiện", "the condition"}}});
      }
    }
  });
}

constexpr std::array kRules = {
    Rule{{.id = "C221",
          .title = {"đăng ký chưa đủ lâu", "registered too short"},
          .what = {"Đến hết năm, thời gian từ ngày đăng ký còn ngắn hơn điều kiện của bộ tiêu chí.",
                   "At the end of the year the ward has not been registered as long as the list "
                   "asks."},
          .why = {"Đạt mọi nội dung thì năm nay vẫn chưa được công nhận.",
                  "Even with every content met it can't be recognised this year."},
          .frame = Frame::year,
          .wrong = "registration: {date: 2025-03-01}\n",
          .right = "registration: {date: 2024-03-01}\n"},
         registered_too_short},
    Rule{{.id = "C222",
          .title = {"công nhận mà chưa đủ điều kiện", "recognised without the conditions"},
          .what = {"`recognised` nêu một ngày mà đến ngày ấy chưa đủ điều kiện công nhận.",
                   "`recognised` names a day by which a condition isn't met."},
          .why = {"Hồ sơ thiếu kết quả, hoặc ngày công nhận sai.",
                  "Results are missing from the record, or the day is wrong."},
          .frame = Frame::year,
          .wrong = "recognised: [{date: 2026-12-20}]\n",
          .right = "recognised: [{date: 2021-12-20}]\n"},
         recognised_too_early},
};

}  // namespace

std::span<const Rule> recognition_rules() { return kRules; }

}  // namespace wardplan
