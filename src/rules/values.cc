// Goals and the values that are reported against them: readable and comparable.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "figures/goal.h"
#include "records/targets.h"
#include "rules/items.h"
#include "rules/part.h"
#include "rules/rule.h"

namespace wardplan {
namespace {

/// Calls `check(row, address, result)` on every value of every item that could be read.
template <class Check>
void each_value(const Project& project, Check check) {
  each_item(project, [&](const Plan&, const Row& row, const Place& place) {
    for (const Update& update : row.updates)
      for (const Result& result : results_of(row, update)) check(row, place.address, result);
  });
}

template <class T>
Finding misread(const Project& project, const T& text, Phrase what, Phrase help,
                const std::string& address) {
  const Misread& problem = text.read->problem;
  return {
      .message = say("{}: {}", "{}: {}", what, problem.reason),
      .primary = {part_of(project.sources, text.span, text.value, problem.begin, problem.end), {}},
      .help = problem.help.empty() ? Message(help) : problem.help,
      .at = address};
}

void unread_goal(const Project& project, const RuleRun& run) {
  each_item(project, [&](const Plan&, const Row& row, const Place& place) {
    for (const Target& target : row.targets)
      if (!target.goal.read->value)
        run.add(misread(project, target.goal, {"không đọc được chỉ tiêu", "the goal can't be read"},
                        {"viết một con số kèm đơn vị, như `93,5%`, `trên 97%`, `03 tuyến`; lời "
                         "thì để ở `title`",
                         "write one figure with its unit, such as `93,5%`, `trên 97%`, `03 "
                         "tuyến`; words belong "
                         "in the `title`"},
                        place.address));
  });
}

void unread_value(const Project& project, const RuleRun& run) {
  each_value(project, [&](const Row&, const std::string& address, const Result& result) {
    if (!result.value->read->value)
      run.add(misread(
          project, *result.value, {"không đọc được kết quả", "the value can't be read"},
          {"viết một con số kèm đơn vị, như `93,5%`, `03 tuyến`, `11/12 tổ`; lời thì ghi ở `note`",
           "write one figure with its unit, such as `93,5%`, `03 tuyến`, `11/12 tổ`; words belong "
           "in "
           "the `note`"},
          address));
  });
}

/// Calls `check(goal, value, address)` on every value that is read and whose target's goal is.
template <class Check>
void each_judgement(const Project& project, Check check) {
  each_value(project, [&](const Row&, const std::string& address, const Result& result) {
    if (result.target == nullptr) return;
    const WrittenGoal& goal = result.target->goal;
    if (goal.read->value && result.value->read->value) check(goal, *result.value, address);
  });
}

Finding between(const Judgement& judgement, const WrittenGoal& goal, const WrittenQuantity& value,
                Message help, const std::string& address) {
  return {.message = judgement.reason,
          .primary = {value.span, Phrase{"kết quả", "the value"}},
          .related = {{goal.span, Phrase{"chỉ tiêu", "the goal"}}},
          .help = std::move(help),
          .at = address};
}

Message in_measure_of(const Goal& goal, const WrittenQuantity& value, const Quantity& read) {
  const Quantity& wanted = goal.quantity;
  const bool bare = read.measure == Measure::count && read.noun.empty() && read.per.empty();
  switch (wanted.measure) {
    case Measure::percent:
    case Measure::fraction:
      // Of `0,935` and `1.800` nobody knows whether they were meant so.
      if (bare && read.least >= Decimal{1, 0} && read.least <= Decimal{100, 0} &&
          reads_as_rate(value.value))
        return say("nếu là tỷ lệ, viết `{}%`", "if it is a rate, write `{}%`", value.value);
      return {"viết tỷ lệ hoặc phân số, như `94%`, `11/12 tổ`",
              "write a rate or a fraction, such as `94%`, `11/12 tổ`"};
    case Measure::money:
      return {"viết số tiền kèm đơn vị, như `150 triệu đồng`",
              "write the amount with its unit, such as `150 triệu đồng`"};
    case Measure::rank:
      return {"viết thứ hạng, như `top 2`", "write the rank, such as `top 2`"};
    case Measure::count:
      break;
  }
  return say("viết số lượng, như `5{}{}`", "write a count, such as `5{}{}`",
             wanted.noun.empty() ? "" : " ", wanted.noun);
}

void other_measure(const Project& project, const RuleRun& run) {
  each_judgement(project, [&](const WrittenGoal& goal, const WrittenQuantity& value,
                              const std::string& address) {
    const Judgement judgement = judge(*goal.read->value, *value.read->value);
    if (judgement.obstacle == Obstacle::measure)
      run.add(between(judgement, goal, value,
                      in_measure_of(*goal.read->value, value, *value.read->value), address));
  });
}

Message in_unit_of(const Quantity& wanted, const Quantity& value) {
  if (!wanted.noun.empty() && wanted.noun != value.noun && value.per.empty())
    return say("viết kết quả theo `{}`", "write the value in `{}`", wanted.noun);
  return {"viết kết quả theo đơn vị của chỉ tiêu", "write the value in the goal's unit"};
}

void not_comparable(const Project& project, const RuleRun& run) {
  each_judgement(project, [&](const WrittenGoal& goal, const WrittenQuantity& value,
                              const std::string& address) {
    const Judgement judgement = judge(*goal.read->value, *value.read->value);
    if (judgement.obstacle == Obstacle::thing || judgement.obstacle == Obstacle::size)
      run.add(between(judgement, goal, value,
                      in_unit_of(goal.read->value->quantity, *value.read->value), address));
  });
}

void rate_at_odds(Span span, const Quantity& quantity, const std::string& address,
                  const RuleRun& run) {
  if (!contradicts_itself(quantity)) return;
  const auto [part, whole] = *quantity.fraction;
  const auto exact = percentage(part, whole);
  if (!exact) return;
  const std::string rate = vietnamese(*exact);
  const std::size_t digit = rate.find_first_of("0123456789");
  run.tell(address, {span},
           say("tỷ lệ {}% không khớp phân số {}/{} ({}%)",
               "the rate {}% is not that of the fraction {}/{} ({}%)", vietnamese(quantity.least),
               part, whole, rate),
           say("nếu phân số đúng, viết `{}%`", "if the fraction is right, write `{}%`",
               rate.substr(digit)));
}

void rates(const Project& project, const RuleRun& run) {
  each_item(project, [&](const Plan&, const Row& row, const Place& place) {
    for (const Target& target : row.targets)
      if (const auto& goal = target.goal.read->value)
        rate_at_odds(target.goal.span, goal->quantity, place.address, run);
    for (const Update& update : row.updates)
      for (const Result& result : results_of(row, update))
        if (const auto& value = result.value->read->value)
          rate_at_odds(result.value->span, *value, place.address, run);
  });
}

/// Whether a rate is more than all there is, where its goal isn't.
bool is_beyond_whole(const Quantity& value, const Goal* goal) {
  if (value.fraction) return value.fraction->part > value.fraction->whole;
  const Decimal all{100, 0};
  return value.measure == Measure::percent && value.most > all && goal != nullptr &&
         goal->quantity.measure == Measure::percent && goal->quantity.most <= all;
}

void beyond_whole(const Project& project, const RuleRun& run) {
  each_value(project, [&](const Row&, const std::string& address, const Result& result) {
    const auto& value = result.value->read->value;
    std::optional<Goal> goal;
    if (result.target != nullptr) goal = result.target->goal.read->value;
    if (!value || !is_beyond_whole(*value, goal ? &*goal : nullptr)) return;
    run.tell(address, {result.value->span},
             say("kết quả `{}` của `{}` lớn hơn toàn bộ",
                 "the value `{}` of `{}` is more than the whole", result.value->value, address),
             {"xem lại dấu phẩy, hoặc tử số và mẫu số; vượt chỉ tiêu thật thì để nguyên",
              "look at the comma, or at which of the two stands first; where more was "
              "done than was to be done leave it"});
  });
}

constexpr std::array kRules = {
    Rule{{.id = "P701",
          .severity = Severity::error,
          .title = {"chỉ tiêu không đọc được", "a goal that can't be read"},
          .what =
              {"`goal` không phải là một con số kèm đơn vị, hoặc đọc được hai cách (`12.345%`).",
               "A `goal` isn't one figure with its unit, or can be read in two ways (`12.345%`)."},
          .why = {"Không có mức để so thì không biết đạt hay chưa.",
                  "Without a figure nobody can tell whether it is met."},
          .wrong = "targets:\n  - {goal: trồng nhiều cây}\n",
          .right = "targets:\n  - {goal: 100 cây}\n"},
         unread_goal},
    Rule{{.id = "P703",
          .severity = Severity::error,
          .title = {"kết quả không đọc được", "a value that can't be read"},
          .what =
              {"Kết quả không phải là một con số kèm đơn vị, hoặc đọc được hai cách (`12.345%`).",
               "A value isn't one figure with its unit, or can be read in two ways (`12.345%`)."},
          .why = {"Không so được với chỉ tiêu, không cộng được vào báo cáo.",
                  "It can't be compared with the goal or added up in a report."},
          .frame = Frame::entry,
          .given = "targets:\n  - {goal: \"93,5%\"}\n",
          .wrong = R"(date: 2026-05-20, value: "12.345%")",
          .right = R"(date: 2026-05-20, value: "12,345%")"},
         unread_value},
    Rule{{.id = "P704",
          .severity = Severity::error,
          .title = {"kết quả khác loại với chỉ tiêu", "a value of another measure than its goal"},
          .what =
              {"Chỉ tiêu là tỷ lệ mà kết quả là số lượng, chỉ tiêu là số tiền mà kết quả là tỷ lệ…",
               "The goal is a rate and the value a count, the goal an amount of money and the "
               "value a rate…"},
          .why = {"Hai số khác loại không so được với nhau.",
                  "Figures of two kinds can't be compared."},
          .frame = Frame::entry,
          .given = "targets:\n  - {goal: \"93,5%\"}\n",
          .wrong = "date: 2026-05-20, value: 94 hộ",
          .right = "date: 2026-05-20, value: 94/100 hộ"},
         other_measure},
    Rule{{.id = "P705",
          .title = {"kết quả không so được với chỉ tiêu",
                    "a value that can't be compared with its goal"},
          .what = {"Kết quả đếm thứ khác với chỉ tiêu (`cây`, `hộ`), tính cho mỗi đơn vị mà chỉ "
                   "tiêu thì không, hoặc số quá lớn.",
                   "The value counts other things than the goal (`cây`, `hộ`), is for each of "
                   "something where the goal isn't, or is too big."},
          .why = {"Không biết chỉ tiêu đã đạt hay chưa.",
                  "Nobody can tell whether the goal is met."},
          .frame = Frame::entry,
          .given = "targets:\n  - {goal: 100 hộ gia đình}\n",
          .wrong = "date: 2026-05-20, value: 94 cây",
          .right = "date: 2026-05-20, value: 94 hộ"},
         not_comparable},
    Rule{{.id = "P706",
          .title = {"tỷ lệ không khớp phân số", "a rate at odds with its fraction"},
          .what = {"Tỷ lệ đứng cạnh một phân số cho tỷ lệ khác; làm tròn theo số chữ số đã ghi thì "
                   "không sao.",
                   "A rate stands beside a fraction that gives another one; rounding to the digits "
                   "written is fine."},
          .why = {"Một trong hai con số sai, nên không so được với chỉ tiêu.",
                  "One of the two is wrong, so that nothing can be compared."},
          .frame = Frame::entry,
          .given = "targets:\n  - {goal: \"90%\"}\n",
          .wrong = R"yaml(date: 2026-05-20, value: "91,6% (11/12)")yaml",
          .right = R"yaml(date: 2026-05-20, value: "91,7% (11/12)")yaml"},
         rates},
    Rule{{.id = "P709",
          .severity = Severity::info,
          .title = {"kết quả lớn hơn toàn bộ", "a value that is more than the whole"},
          .what = {"Kết quả trên 100% của một chỉ tiêu không quá 100%, hoặc phân số có tử số lớn "
                   "hơn mẫu số.",
                   "A value of more than 100% for a goal of 100% at most, or a fraction whose part "
                   "is bigger than its whole."},
          .why = {"Thường là thiếu dấu phẩy (`875%`) hay viết ngược phân số.",
                  "Mostly a comma is missing (`875%`), or the fraction is turned round."},
          .frame = Frame::entry,
          .given = "targets:\n  - {goal: \"93,5%\"}\n",
          .wrong = R"(date: 2026-05-20, value: "945%")",
          .right = R"(date: 2026-05-20, value: "94,5%")"},
         beyond_whole},
};

}  // namespace

std::span<const Rule> value_rules() { return kRules; }

}  // namespace wardplan
