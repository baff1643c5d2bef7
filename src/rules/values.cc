// The values that are reported against goals: readable, comparable, and for which target.
#include <algorithm>
#include <array>

#include "figures/goal.h"
#include "records/targets.h"
#include "rules/rule.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Every value of every item that could be read.
template <class Check>
void each_value(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    for (const Update& update : item.row.updates)
      for (const Result& result : results_of(item.row, update)) check(item, result, run);
  });
}

void unread_value(const CheckedRow& item, const Result& result, const RuleRun& run) {
  // How often a deduction applies is judged as such (C309).
  if (item.row.deduction != nullptr) return;
  tell_misread(
      item.address, *result.value, {"không đọc được kết quả", "the value can't be read"},
      {"viết một con số kèm đơn vị, như `93,5%`, `03 tuyến`, `11/12 tổ`; lời thì ghi ở `note`",
       "write one figure with its unit, such as `93,5%`, `03 tuyến`, `11/12 tổ`; words belong in "
       "the `note`"},
      run);
}

/// Every value that is read and whose target's goal is, with how it is judged by it.
struct Compared {
  const WrittenGoal& goal;
  const WrittenQuantity& value;
  Judgement judgement;
};
template <class Check>
void each_judgement(const RuleRun& run, Check check) {
  each_value(run, [&](const CheckedRow& item, const Result& result, const RuleRun&) {
    if (result.target == nullptr || !result.value->read->value) return;
    const WrittenGoal& goal = result.target->goal;
    if (const auto& read = goal.read->value)
      check(item, Compared{goal, *result.value, judge(*read, *result.value->read->value)}, run);
  });
}

void tell_obstacle(const CheckedRow& item, const Compared& pair, Message help, const RuleRun& run) {
  run.tell(item.address, {pair.value.span, Phrase{"kết quả", "the value"}}, pair.judgement.reason,
           std::move(help), {{pair.goal.span, Phrase{"chỉ tiêu", "the goal"}}});
}

Message in_measure_of(const Quantity& wanted, const WrittenQuantity& value) {
  const Quantity& read = *value.read->value;
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

void other_measure(const CheckedRow& item, const Compared& pair, const RuleRun& run) {
  if (pair.judgement.obstacle == Obstacle::measure)
    tell_obstacle(item, pair, in_measure_of(pair.goal.read->value->quantity, pair.value), run);
}

Message in_unit_of(const Quantity& wanted, const WrittenQuantity& written) {
  const Quantity& value = *written.read->value;
  if (!wanted.noun.empty() && wanted.noun != value.noun && value.per.empty() && wanted.per.empty())
    return say("viết kết quả theo `{}`", "write the value in `{}`", wanted.noun);
  if (!wanted.per.empty() && value.per.empty())
    return say("nếu con số là của mỗi `{0}`, viết `{1}/{0}`",
               "if the figure is for each `{0}`, write `{1}/{0}`", wanted.per, written.value);
  if (wanted.trend != Trend::none && value.trend == Trend::none)
    return say("nếu đó là mức {0}, viết `{0} {1}`",
               "if that is how much it changed, write `{0} {1}`",
               wanted.trend == Trend::up ? "tăng" : "giảm", written.value);
  return {"viết kết quả theo đơn vị của chỉ tiêu", "write the value in the goal's unit"};
}

void not_comparable(const CheckedRow& item, const Compared& pair, const RuleRun& run) {
  const Obstacle obstacle = pair.judgement.obstacle;
  if (obstacle == Obstacle::thing || obstacle == Obstacle::size)
    tell_obstacle(item, pair, in_unit_of(pair.goal.read->value->quantity, pair.value), run);
}

/// `104,66%` of what was planned is more than planned, and no mistake.
bool is_of_plan(const Quantity& quantity) {
  const std::string of = fold_bare(quantity.noun);
  return std::ranges::any_of(
      std::array{"ke hoach", "du toan", "chi tieu", "nghi quyet", "cung ky", "dinh muc"},
      [&](const char* words) { return of.find(words) != std::string::npos; });
}

/// Whether a rate is more than all there is, where its goal isn't.
bool is_beyond_whole(const Row& row, const Quantity& value, const Target* target) {
  if (is_of_plan(value) || value.trend != Trend::none || contradicts_itself(value)) return false;
  if (target != nullptr && is_of_named_plan(target->name.value, row.text().value, value))
    return false;
  const bool has_goal = target != nullptr && target->goal.read->value;
  if (value.fraction)
    return value.fraction->part > value.fraction->whole &&
           !(has_goal && is_whole_of(target->goal.read->value->quantity, *value.fraction));
  if (!has_goal) return false;
  const Quantity& goal = target->goal.read->value->quantity;
  const Decimal all{100, 0};
  if (is_of_plan(goal)) return false;
  return value.measure == Measure::percent && value.most > all &&
         goal.measure == Measure::percent && goal.most <= all;
}

void beyond_whole(const CheckedRow& item, const Result& result, const RuleRun& run) {
  const auto& value = result.value->read->value;
  if (!value || !is_beyond_whole(item.row, *value, result.target)) return;
  run.tell(item.address, {result.value->span},
           say("kết quả `{}` của `{}` vượt quá 100%", "the value `{}` of `{}` is more than 100%",
               result.value->value, item.address),
           {"xem lại dấu phẩy, hoặc tử số và mẫu số; vượt chỉ tiêu thật thì để nguyên",
            "check the comma, or numerator and denominator; if more was really done than was "
            "planned, leave it"});
}

void far_beyond(const CheckedRow& item, const Compared& pair, const RuleRun& run) {
  const Quantity& goal = pair.goal.read->value->quantity;
  const Comparator comparator = pair.goal.read->value->comparator;
  if (comparator == Comparator::at_most || comparator == Comparator::less_than) return;
  if (pair.judgement.outcome != Outcome::met ||
      (goal.measure != Measure::count && goal.measure != Measure::money))
    return;
  const auto bound = times_power_of_ten(goal.most, 1);
  // `01 mô hình` may well become ten.
  const Quantity& value = *pair.value.read->value;
  const Decimal reached = value.fraction ? Decimal{value.fraction->part, 0} : value.least;
  if (!bound || goal.most < Decimal{3, 0} || reached < *bound) return;
  run.tell(
      item.address, {pair.value.span, Phrase{"kết quả", "the value"}},
      say("kết quả `{}` của `{}` gấp ít nhất mười lần chỉ tiêu",
          "the value `{}` of `{}` is at least ten times its goal", pair.value.value, item.address),
      {"xem lại dấu chấm, dấu phẩy và đơn vị; vượt chỉ tiêu thật thì để nguyên",
       "check points, commas and the unit; if so much was really done, leave it"},
      {{pair.goal.span, Phrase{"chỉ tiêu", "the goal"}}});
}

/// A figure that doesn't say of what is of `noun`.
void thousands_in(const CheckedRow& item, const WrittenQuantity& text, const std::string& noun,
                  const RuleRun& run) {
  if (const auto& read = text.read->value; read && may_be_thousands(*read, noun))
    tell_thousands(item.address, text, run);
}

void thousands(const CheckedRow& item, const RuleRun& run) {
  for (const Update& update : item.row.updates) {
    for (const Result& result : results_of(item.row, update)) {
      const bool has_goal = result.target != nullptr && result.target->goal.read->value;
      thousands_in(item, *result.value,
                   has_goal ? result.target->goal.read->value->quantity.noun : std::string(), run);
    }
    const auto& total = update.value.read->value;
    for (const NamedValue& part : update.parts)
      thousands_in(item, part.value, total ? total->noun : std::string(), run);
  }
}

Message use_a_name(const Row& row) {
  std::vector<const Text*> names;
  for (const Target& target : row.targets) names.push_back(&target.name);
  return say("viết `{}`, bỏ chỉ tiêu chưa có kết quả",
             "write `{}` and leave out the targets without a result", values_for(names));
}

Message which_name(const Row& row, const std::string& seen) {
  std::vector<std::string> names;
  for (const Target& target : row.targets)
    if (target.name.given) names.push_back(target.name.value);
  if (const auto near = nearest(seen, names)) return did_you_mean(near);
  if (row.targets.size() == 1)
    return {"việc có một chỉ tiêu: viết `value: …`", "there is one target: write `value: …`"};
  return say("một trong: {}", "one of: {}", quoted_list(names));
}

void value_for_none(const CheckedRow& item, const Result& result, const RuleRun& run) {
  if (result.name == nullptr)
    run.tell(item.address, {result.value->span},
             say("`{}` có {} chỉ tiêu, không rõ kết quả này của chỉ tiêu nào",
                 "`{}` has {} targets, and this value doesn't say for which it is", item.address,
                 item.row.targets.size()),
             use_a_name(item.row));
  else
    run.tell(item.address, {result.name->span},
             say("`{}` không có chỉ tiêu `{}`", "`{}` has no target `{}`", item.address,
                 result.name->value),
             which_name(item.row, result.name->value));
}

void values_without_targets(const CheckedRow& item, const Update& update, const RuleRun& run) {
  const auto named =
      std::ranges::find_if(update.values, [](const NamedValue& value) { return value.name.given; });
  if (named == update.values.end()) return;
  run.tell(item.address, {named->name.span},
           say("`{}` không có chỉ tiêu nào mà `values` lại nêu `{}`",
               "`{}` has no targets, yet `values` names `{}`", item.address, named->name.value),
           {"viết `value: …`, hoặc thêm `targets` cho việc",
            "write `value: …`, or add `targets` to the item"});
}

void no_such_target(const CheckedRow& item, const RuleRun& run) {
  for (const Update& update : item.row.updates) {
    if (item.row.targets.empty()) {
      values_without_targets(item, update, run);
      continue;
    }
    for (const Result& result : results_of(item.row, update))
      if (result.target == nullptr && (result.name != nullptr || are_told_apart(item.row)))
        value_for_none(item, result, run);
  }
}

constexpr Rule kRules[] = {
    {{.id = "P702",
      .severity = Severity::error,
      .title = {"kết quả của chỉ tiêu không có", "a value for a target that isn't there"},
      .what = {"`values` nêu tên một chỉ tiêu mà việc không có, hoặc `value` không nói là của chỉ "
               "tiêu nào trong nhiều chỉ tiêu. Việc không có chỉ tiêu thì ghi `value`.",
               "`values` names a target that the item doesn't have, or a `value` doesn't say for "
               "which of several it is. An item without targets takes a `value`."},
      .why = {"Kết quả ấy không được tính cho chỉ tiêu nào.", "The value counts for no target."},
      .frame = Frame::entry,
      .given =
          "targets:\n  - {name: cây xanh, goal: 100 cây}\n  - {name: vườn hoa, goal: 2 vườn}\n",
      .wrong = "date: 2026-05-20, values: {cây: 40 cây}",
      .right = "date: 2026-05-20, values: {cây xanh: 40 cây}"},
     [](const RuleRun& run) { each_item(run, no_such_target); }},
    {{.id = "P703",
      .title = {"kết quả không đọc được", "a value that can't be read"},
      .what = {"Kết quả không phải là một con số kèm đơn vị, hoặc đọc được hai cách (`12.345%`).",
               "A value isn't one figure with its unit, or can be read in two ways (`12.345%`)."},
      .why = {"Không so được với chỉ tiêu, không cộng được vào báo cáo.",
              "It can't be compared with the goal or added up in a report."},
      .frame = Frame::entry,
      .given = "targets:\n  - {goal: \"93,5%\"}\n",
      .wrong = R"(date: 2026-05-20, value: "12.345%")",
      .right = R"(date: 2026-05-20, value: "12,345%")",
      .guarded = true},
     [](const RuleRun& run) { each_value(run, unread_value); }},
    {{.id = "P704",
      .title = {"kết quả khác loại với chỉ tiêu", "a value of another measure than its goal"},
      .what = {"Chỉ tiêu là tỷ lệ mà kết quả là số lượng, chỉ tiêu là số tiền mà kết quả là tỷ lệ…",
               "The goal is a rate and the value a count, the goal an amount of money and the "
               "value a rate…"},
      .why = {"Hai số khác loại không so được với nhau.",
              "Figures of two kinds can't be compared."},
      .frame = Frame::entry,
      .given = "targets:\n  - {goal: \"93,5%\"}\n",
      .wrong = "date: 2026-05-20, value: 94 hộ",
      .right = "date: 2026-05-20, value: 94/100 hộ",
      .guarded = true},
     [](const RuleRun& run) { each_judgement(run, other_measure); }},
    {{.id = "P705",
      .title = {"kết quả không so được với chỉ tiêu",
                "a value that can't be compared with its goal"},
      .what = {"Kết quả đếm thứ khác với chỉ tiêu (`cây`, `hộ`), tính cho mỗi đơn vị mà chỉ tiêu "
               "thì không, hoặc số quá lớn.",
               "The value counts other things than the goal (`cây`, `hộ`), is per unit where the "
               "goal isn't, or is too big."},
      .why = {"Không biết chỉ tiêu đã đạt hay chưa.", "Nobody can tell whether the goal is met."},
      .frame = Frame::entry,
      .given = "targets:\n  - {goal: 100 hộ gia đình}\n",
      .wrong = "date: 2026-05-20, value: 94 cây",
      .right = "date: 2026-05-20, value: 94 hộ",
      .guarded = true},
     [](const RuleRun& run) { each_judgement(run, not_comparable); }},
    {{.id = "P709",
      .severity = Severity::info,
      .title = {"kết quả vượt quá 100%", "a value of more than 100%"},
      .what = {"Kết quả trên 100% của một chỉ tiêu không quá 100%, hoặc phân số có tử số lớn hơn "
               "mẫu số.",
               "A value of more than 100% for a goal of 100% at most, or a fraction whose part is "
               "bigger than its whole."},
      .why = {"Thường là thiếu dấu phẩy (`875%`) hay viết ngược phân số.",
              "Usually a comma is missing (`875%`), or the fraction is upside down."},
      .frame = Frame::entry,
      .given = "targets:\n  - {goal: \"93,5%\"}\n",
      .wrong = R"(date: 2026-05-20, value: "945%")",
      .right = R"(date: 2026-05-20, value: "94,5%")"},
     [](const RuleRun& run) { each_value(run, beyond_whole); }},
    {{.id = "P710",
      .severity = Severity::info,
      .title = {"kết quả gấp mười lần chỉ tiêu", "a value ten times its goal"},
      .what = {"Kết quả là số lượng hay số tiền, và gấp từ mười lần chỉ tiêu trở lên.",
               "A value is a count or an amount of money, and ten times its goal or more."},
      .why = {"Thường là thừa một số không, thiếu dấu phẩy hay nhầm đơn vị.",
              "Usually there is a zero too many, a comma is missing or the unit is wrong."},
      .frame = Frame::entry,
      .given = "targets:\n  - {goal: 100 cây}\n",
      .wrong = "date: 2026-05-20, value: 1.050 cây",
      .right = "date: 2026-05-20, value: 105 cây",
      .guarded = true},
     [](const RuleRun& run) { each_judgement(run, far_beyond); }},
    {{.id = "P723",
      .title = {"dấu phẩy có lẽ là dấu phân cách nghìn",
                "a comma that is probably a thousands separator"},
      .what =
          {"Kết quả đếm người, lượt, hộ, đồng và những thứ không chia lẻ được mà có dấu phẩy trước "
           "ba chữ số. Kết quả ấy không được so với chỉ tiêu.",
           "A value counts people, visits, households, đồng or other things that come whole, and "
           "has a comma before three digits. It isn't compared with its goal."},
      .why = {"Dấu phẩy là dấu thập phân: `1,250 lượt` là một phẩy hai lăm lượt.",
              "A comma begins decimals: `1,250 lượt` is one and a quarter."},
      .frame = Frame::entry,
      .given = "targets:\n  - {goal: 1.000 lượt}\n",
      .wrong = R"(date: 2026-05-20, value: "1,250 lượt")",
      .right = R"(date: 2026-05-20, value: 1.250 lượt)",
      .guarded = true},
     [](const RuleRun& run) { each_item(run, thousands); }},
};

}  // namespace

std::span<const Rule> value_rules() { return kRules; }

}  // namespace wardplan
