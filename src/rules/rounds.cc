// The rounds of criteria: when they are held, and what was judged in them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "rules/criteria.h"
#include "rules/rule.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "times/schedule.h"

namespace wardplan {
namespace {

/// Calls `check(plan, row, update, address)` on every entry of criteria.
template <class Check>
void each_entry(const Project& project, Check check) {
  each_criteria(project, [&](const Plan& plan) {
    for (std::size_t at = 0; at < plan.rows.size(); ++at)
      if (plan.rows[at].sound)
        for (const Update& update : plan.rows[at].updates)
          check(plan, plan.rows[at], update, plan.outline[at].address);
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

void bad_round(const Project& project, const RuleRun& run) {
  each_criteria(project, [&](const Plan& plan) {
    std::set<std::string> met;
    for (const Round& round : plan.rounds) {
      if (round.number.given && !met.insert(fold(round.number.value)).second)
        run.tell("", {round.number.span},
                 say("hai đợt cùng là `{}`", "two rounds are `{}`", round.number.value),
                 {"đổi `number` của một đợt", "change the `number` of one"});
      if (!round.when.given || !plan.year.given) continue;
      if (!round.when.read->occurrences.empty()) continue;
      run.tell(
          "", {round.when.span},
          say("thời gian `{}` của đợt `{}` không cho ngày nào",
              "the time `{}` of round `{}` gives no days", round.when.value, round.number.value),
          say("viết như `Tháng 5/{}`", "write as in `Tháng 5/{}`", plan.year.value));
    }
  });
}

void unknown_round(const Project& project, const RuleRun& run) {
  each_entry(project, [&](const Plan& plan, const Row& row, const Update& update,
                          const std::string& address) {
    if (update.round.given && find_round(plan, update.round) == nullptr)
      run.tell(address, {update.round.span},
               say("không có đợt `{}`", "there is no round `{}`", update.round.value),
               say("một trong {}", "one of {}", known_rounds(plan)));
    if (update.round.absent() && update.status.given && row.condition == nullptr)
      run.tell(address, {update.status.span},
               say("kết luận của `{}` không nói ở đợt nào",
                   "the verdict on `{}` doesn't say in which round", address),
               say("thêm `round`, một trong {}", "add `round`, one of {}", known_rounds(plan)));
    if (update.status.given && row.condition != nullptr)
      run.tell(address, {update.status.span},
               say("`{}` là điều kiện, chỉ ghi con số",
                   "`{}` is a condition and takes a figure only", address),
               {"bỏ `status`, ghi `value`", "drop `status`, record `value`"});
  });
}

/// Calls `check(round, days, update, address)` on what was said in a round whose days are known.
template <class Check>
void each_dated(const Project& project, Check check) {
  each_entry(project, [&](const Plan& plan, const Row&, const Update& update,
                          const std::string& address) {
    const Round* round = find_round(plan, update.round);
    if (round == nullptr || !plan.year.given) return;
    const Schedule& schedule = *round->when.read;
    if (!schedule.occurrences.empty())
      check(*round, Stretch{*schedule.first, schedule.occurrences.back().last}, update, address);
  });
}

void too_early(const Project& project, const RuleRun& run) {
  each_dated(project, [&](const Round& round, const Stretch& days, const Update& update,
                          const std::string& address) {
    if (update.date.value >= days.first) return;
    run.tell(address, {update.date.span},
             say("`{}` được xét ngày {}, đợt {} từ ngày {} mới có",
                 "`{}` was judged on {}, and round {} begins on {}", address,
                 iso(update.date.value), round.number.value, iso(days.first)),
             {"sửa `date` hoặc `round`", "mend `date` or `round`"},
             {{round.when.span, {"thời gian của đợt", "when the round is"}}});
  });
}

void after_round(const Project& project, const RuleRun& run) {
  each_dated(project, [&](const Round& round, const Stretch& days, const Update& update,
                          const std::string& address) {
    if (update.date.value <= days.last) return;
    run.tell(
        address, {update.date.span},
        say("`{}` ghi ngày {}, sau đợt {} ({})", "`{}` has an entry of {}, after round {} ({})",
            address, iso(update.date.value), round.number.value, round.when.value),
        {"sửa `date` hoặc `round` nếu gõ nhầm", "mend `date` or `round` if mistyped"},
        {{round.when.span, {"thời gian của đợt", "when the round is"}}});
  });
}

constexpr std::array kRules = {
    Rule{{.id = "C211",
          .severity = Severity::error,
          .title = {"đợt kiểm tra không rõ", "a round that isn't clear"},
          .what = {"Hai đợt trùng tên, hoặc thời gian của đợt không cho ngày nào.",
                   "Two rounds have one name, or a round's time gives no days."},
          .why = {"Kết luận ghi cho đợt nào phải rõ.", "Verdicts belong to one round."},
          .frame = Frame::year,
          .wrong = "rounds: [{number: \"1\", when: Thường xuyên}]\n",
          .right = "rounds: [{number: \"1\", when: Tháng 5/2026}]\n"},
         bad_round},
    Rule{{.id = "C212",
          .severity = Severity::error,
          .title = {"kết luận không thuộc đợt nào", "a verdict of no round"},
          .what = {"`round` không có trong `rounds`, kết luận không có `round`, hoặc điều kiện lại "
                   "có kết luận.",
                   "A `round` that isn't among `rounds`, a verdict without `round`, or one on a "
                   "condition."},
          .why = {"Kết luận ấy không được tính vào đợt nào.", "It counts for no round."},
          .frame = Frame::verdict,
          .wrong = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-20, round: "3")",
          .right = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-20, round: "1")"},
         unknown_round},
    Rule{{.id = "C213",
          .severity = Severity::error,
          .title = {"xét ở một đợt chưa đến", "judged in a round that hasn't come"},
          .what = {"Ngày ghi đứng trước ngày đầu của đợt.",
                   "An entry is dated before the first day of its round."},
          .why = {"Thường là nhầm đợt hoặc nhầm tháng.", "Mostly a mistyped round or month."},
          .frame = Frame::verdict,
          .wrong = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-20, round: "2")",
          .right = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-20, round: "1")"},
         too_early},
    Rule{{.id = "C214",
          .title = {"ngày nằm ngoài đợt", "a date outside its round"},
          .what = {"Ngày ghi đứng sau ngày cuối của đợt.",
                   "An entry is dated after the last day of its round."},
          .why = {"Kết quả có thể thuộc đợt sau.", "It may belong to the next round."},
          .frame = Frame::verdict,
          .wrong = R"(value: 91%, evidence: BC 1, status: met, date: 2026-06-02, round: "1")",
          .right = R"(value: 91%, evidence: BC 1, status: met, date: 2026-05-31, round: "1")"},
         after_round},
};

}  // namespace

std::span<const Rule> round_rules() { return kRules; }

}  // namespace wardplan
