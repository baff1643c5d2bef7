// What goals ask for: readable, and possible.
#include "figures/goal.h"
#include "figures/said.h"

#include <algorithm>
#include <array>

#include "rules/rule.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// One goal where it stands: of a plan's row, of a list's, or of a list's condition.
struct CheckedGoal {
  const WrittenGoal& goal;
  /// What the figure is of: its name, which may be empty, and the text of its row or condition.
  const std::string& name;
  const std::string& text;
  const std::string& address;
  /// What the list says that the figure is measured in; may be empty.
  std::string_view measured = {};
  /// Of a list of criteria.
  const Catalogue* list = nullptr;
  const Condition* condition = nullptr;
};

CheckedGoal goal_of(const Row& row, const Target& target, const std::string& address,
                    const Catalogue* list) {
  return {target.goal, target.name.value, row.text().value, address, row.measured.value, list};
}

template <class Check>
void each_goal_of(const std::vector<Row>& rows, const std::vector<Place>& outline,
                  const Catalogue* list, Check check) {
  for (const Row& row : rows)
    for (const Target& target : row.targets)
      if (is_sound_item(row) && target.goal.given)
        check(goal_of(row, target, outline[row.at].address, list));
}

/// Every goal that is written, once: the thresholds that rows of criteria take stand in their list.
template <class Check>
void each_goal(const RuleRun& run, Check check) {
  for (const Plan& plan : run.project.plans)
    each_goal_of(plan.rows, plan.outline, nullptr, [&](const CheckedGoal& goal) {
      if (goal.goal.span.file == plan.file) check(goal, run);
    });
  for (const Catalogue& list : run.project.catalogues) {
    if (!list.asked && !list.used) continue;
    each_goal_of(list.rows, list.outline, &list,
                 [&](const CheckedGoal& goal) { check(goal, run); });
    for (const Condition& condition : list.conditions)
      if (condition.goal.given)
        check(CheckedGoal{condition.goal,
                          condition.title.value,
                          condition.title.value,
                          condition.id.value,
                          {},
                          &list,
                          &condition},
              run);
  }
}

void unread_goal(const CheckedGoal& goal, const RuleRun& run) {
  tell_misread(
      goal.address, goal.goal, {"không đọc được chỉ tiêu", "the goal can't be read"},
      {"viết một con số kèm đơn vị, như `93,5%`, `trên 97%`, `03 tuyến`; lời thì để ở `title`",
       "write one figure with its unit, such as `93,5%`, `trên 97%`, `03 tuyến`; words belong in "
       "the `title`"},
      run);
}

/// `900%`, `12/11`: more than there is, unless it is of something else (`110% dự toán`).
bool is_above_whole(const CheckedGoal& goal, const Quantity& quantity) {
  // Beside a rate it is told what is at odds.
  const bool beside = quantity.measure == Measure::percent;
  if (quantity.fraction && quantity.fraction->part > quantity.fraction->whole) return !beside;
  return quantity.measure == Measure::percent && quantity.most > Decimal{100, 0} &&
         quantity.noun.empty() && quantity.trend == Trend::none &&
         !is_of_named_plan(goal.name, goal.text, quantity);
}

bool is_bare_number(const Quantity& quantity) {
  return quantity.measure == Measure::count && quantity.noun.empty() && quantity.per.empty() &&
         quantity.trend == Trend::none;
}

/// Whether most of a list's figures that say what they are of are rates, so that a bare one among
/// them is one as well.
bool goes_by_rates(const Catalogue& list) {
  int rates = 0, others = 0;
  const auto count = [&](const WrittenGoal& goal) {
    if (!goal.given || !goal.read->value) return;
    const Quantity& quantity = goal.read->value->quantity;
    if (!is_bare_number(quantity)) ++(quantity.measure == Measure::percent ? rates : others);
  };
  // The first ones tell, and many lists of many rows are asked.
  constexpr std::size_t kEnough = 100;
  for (std::size_t at = 0; at < list.rows.size() && at < kEnough; ++at)
    for (const Target& target : list.rows[at].targets) count(target.goal);
  for (std::size_t at = 0; at < list.conditions.size() && at < kEnough; ++at)
    if (!list.conditions[at].counts.given) count(list.conditions[at].goal);
  return rates > others;
}

/// `Số đảng viên mới`, `Điểm chấm`, `Thu nhập bình quân`: no share, whatever its list goes by.
bool says_what_is_counted(const CheckedGoal& goal, std::string_view key) {
  if (!goal.measured.empty()) return goal.measured != "%";
  return std::ranges::any_of(
      std::array{"so ", "tong so", "diem", "thu nhap", "muc ", "co it nhat", "so luong"},
      [&](std::string_view words) { return key.starts_with(words); });
}

/// A bare number where the row, or the target's name, speaks of a rate, or where its list goes by
/// rates.
bool lost_percent(const CheckedGoal& goal, const Quantity& quantity) {
  // `100 hộ` where the list asks for a share.
  if (goal.measured == "%" && quantity.measure == Measure::count) return true;
  if (!is_bare_number(quantity) || quantity.most > Decimal{100, 0} || quantity.least == Decimal{})
    return false;
  const std::string key = fold_bare(goal.name.empty() ? goal.text : goal.name);
  if (goal.list != nullptr && !(quantity.least < Decimal{10, 0}) &&
      !says_what_is_counted(goal, key) && goes_by_rates(*goal.list))
    return true;
  const bool of_rate = key.starts_with("ty le ") || key.starts_with("ti le ");
  // `bác sĩ trên một vạn dân` has no `%`.
  const bool for_many =
      key.find(" dan") != std::string::npos && key.find("tren") != std::string::npos;
  const std::string rate = fold_bare(goal.goal.value) + "%";
  return (of_rate && !for_many) || key.find(" " + rate) != std::string::npos;
}

/// What is wrong with a goal that was read; told where it stands, since whoever answers to it may
/// well be right.
enum class Doubt { none, thousands, above_whole, no_percent };

Doubt doubt_of(const CheckedGoal& goal) {
  const auto& read = goal.goal.read->value;
  if (!read) return Doubt::none;
  if (may_be_thousands(read->quantity, {})) return Doubt::thousands;
  if (is_above_whole(goal, read->quantity)) return Doubt::above_whole;
  return lost_percent(goal, read->quantity) ? Doubt::no_percent : Doubt::none;
}

/// What a condition that counts something counts, where it asks for something else; or nothing.
std::optional<Phrase> counted_instead(const CheckedGoal& goal) {
  if (goal.condition == nullptr || !goal.condition->counts.given || !goal.goal.read->value)
    return std::nullopt;
  const Quantity& asked = goal.goal.read->value->quantity;
  const bool count = asked.measure == Measure::count && asked.per.empty();
  // `2 năm liên tục`, `9 nhóm tiêu chí` say the same.
  const auto is_of = [&](std::string_view noun) {
    const std::string said = fold(asked.noun);
    return count && (said.empty() || said.starts_with(noun) ||
                     said.starts_with(fmt::format("nhóm {}", noun)));
  };
  const bool share = asked.measure == Measure::percent || asked.measure == Measure::fraction;
  switch (goal.condition->counts.value) {
    case Counts::figure:
      return std::nullopt;
    case Counts::years:
      if (is_of("năm")) return std::nullopt;
      return Phrase{"số năm", "years"};
    case Counts::groups:
      if (share || is_of("tiêu chí")) return std::nullopt;
      return Phrase{"số tiêu chí", "criteria"};
    case Counts::contents:
      if (share || is_of("nội dung")) return std::nullopt;
      return Phrase{"số nội dung", "contents"};
  }
  return std::nullopt;
}

/// `90 trở lên` with its sign: `90% trở lên`.
std::string in_rate(const std::string& text) {
  const std::size_t end = text.find_last_of("0123456789") + 1;
  return fmt::format("{}%{}", text.substr(0, end), text.substr(end));
}

void doubtful_goal(const CheckedGoal& goal, const RuleRun& run) {
  const std::string& text = goal.goal.value;
  if (const auto counted = counted_instead(goal))
    return run.tell(goal.address, {goal.goal.span},
                    say("điều kiện `{}` đếm {}, mà mức phải đạt là `{}`",
                        "the condition `{}` counts {}, and what is asked is `{}`", goal.address,
                        *counted, text),
                    goal.condition->counts.value == Counts::years
                        ? Message{"viết như `2 năm`", "write as in `2 năm`"}
                        : Message{"viết như `100%`, `9`", "write as in `100%`, `9`"});
  switch (doubt_of(goal)) {
    case Doubt::none:
      return;
    case Doubt::thousands:
      return tell_thousands(goal.address, goal.goal, run);
    case Doubt::above_whole:
      return run.tell(
          goal.address, {goal.goal.span},
          say("chỉ tiêu `{}` của `{}` vượt quá 100%", "the goal `{}` of `{}` is more than 100%",
              text, goal.address),
          {"xem lại dấu phẩy, hoặc tử số và mẫu số; so với kế hoạch thì ghi rõ: `110% kế hoạch`",
           "check the comma, or numerator and denominator; if it is of a plan, say so: `110% kế "
           "hoạch`"});
    case Doubt::no_percent:
      if (const Quantity& read = goal.goal.read->value->quantity; !is_bare_number(read))
        return run.tell(goal.address, {goal.goal.span},
                        say("`{}` đo bằng `%`, mà chỉ tiêu là `{}`",
                            "`{}` is measured in `%`, and the goal is `{}`", goal.address, text),
                        {"viết tỷ lệ, như `90%`", "write a rate, such as `90%`"});
      return run.tell(goal.address, {goal.goal.span},
                      say("chỉ tiêu `{}` của `{}` là một tỷ lệ mà không có `%`",
                          "the goal `{}` of `{}` is a rate and has no `%`", text, goal.address),
                      say("viết `{}`, hoặc ghi đơn vị sau con số",
                          "write `{}`, or add the unit after the figure", in_rate(text)));
  }
}

/// What a plan's title says against the item's own target.
void title_at_odds(const CheckedRow& item, const RuleRun& run) {
  if (item.plan.kind != RecordKind::plan || item.row.targets.size() != 1) return;
  const Target& target = item.row.targets.front();
  const auto& goal = target.goal.read->value;
  const Text& title = item.row.text();
  if (!goal || goal->any_change || target.goal.span.file != item.plan.file) return;
  const std::string_view other = other_figure_said(title.value, goal->quantity);
  if (other.empty()) return;
  const auto begin = static_cast<std::size_t>(other.data() - title.value.data());
  run.tell(item.address,
           {part_of(run.project.sources, title, begin, begin + other.size()),
            {"tên việc ghi ở đây", "the title says"}},
           say("tên việc ghi `{}`, mà chỉ tiêu là `{}`", "the title says `{}`, the goal is `{}`",
               other, target.goal.value),
           {"xem số nào đúng; bản đã ban hành thì ghi vào `accepted`",
            "see which is right; where it was issued so, put it under `accepted`"},
           {{target.goal.span, {"chỉ tiêu ở đây", "the goal"}}});
}

constexpr Rule kRules[] = {
    {{.id = "P701",
      .title = {"chỉ tiêu không đọc được", "a goal that can't be read"},
      .what = {"`goal` không phải là một con số kèm đơn vị, hoặc đọc được hai cách (`12.345%`).",
               "A `goal` isn't one figure with its unit, or can be read in two ways (`12.345%`)."},
      .why = {"Không có mức để so thì không biết đạt hay chưa.",
              "Without a figure nobody can tell whether it is met."},
      .wrong = "targets:\n  - {goal: trồng nhiều cây}\n",
      .right = "targets:\n  - {goal: 100 cây}\n"},
     [](const RuleRun& run) { each_goal(run, unread_goal); }},
    {{.id = "P722",
      .title = {"chỉ tiêu có lẽ ghi nhầm", "a goal that is probably mistyped"},
      .what = {"Chỉ tiêu trên 100% mà không nói so với gì, phân số có tử số lớn hơn mẫu số, tỷ lệ "
               "không có `%`, số người, số lượt, số đồng… có dấu phẩy trước ba chữ số, hoặc điều "
               "kiện đếm năm hay tiêu chí mà ghi đơn vị khác. Được nêu ở chỗ ghi chỉ tiêu, kể cả "
               "trong bộ tiêu chí.",
               "A goal of more than 100% that doesn't say of what, a fraction whose part is bigger "
               "than its whole, a rate without `%`, a count of people, đồng and the like with a "
               "comma before three digits, or a condition that counts years or criteria and asks "
               "for another unit. It is told where the goal stands, in a list of criteria too."},
      .why = {"Thường là mất dấu phẩy hay dấu `%`, và không kết quả nào đạt được.",
              "Usually a comma or a `%` was lost, and no value can meet it."},
      .wrong = "title: Tỷ lệ hộ trồng cây\ntargets:\n  - {goal: \"935%\"}\n",
      .right = "title: Tỷ lệ hộ trồng cây\ntargets:\n  - {goal: \"93,5%\"}\n"},
     [](const RuleRun& run) { each_goal(run, doubtful_goal); }},
    {{.id = "P728",
      .title = {"tên việc ghi số khác chỉ tiêu", "a title with another figure than its target"},
      .what = {"Tên của việc nêu một con số của đúng thứ mà chỉ tiêu duy nhất của nó đo, và số ấy "
               "khác chỉ tiêu.",
               "An item's title states one figure of the very thing that its only target is of, "
               "and it isn't the target's."},
      .why = {"Biểu in cả hai cạnh nhau; không biết phải đạt số nào.",
              "Tables print both, side by side; nobody knows which is to be reached."},
      .wrong = "title: Trồng 50 cây\ntargets:\n  - {goal: 40 cây}\n",
      .right = "title: Trồng 40 cây\ntargets:\n  - {goal: 40 cây}\n"},
     [](const RuleRun& run) { each_item(run, title_at_odds); }},
};

}  // namespace

bool is_doubtful(const Catalogue& list, const Row& row, const Target& target) {
  return doubt_of(goal_of(row, target, row.number.value, &list)) != Doubt::none;
}

bool is_of_named_plan(std::string_view name, std::string_view text, const Quantity& rate) {
  // `935%` is `93,5%` whatever is said about it.
  if (rate.measure != Measure::percent || rate.most > Decimal{200, 0}) return false;
  const std::string said = fold_bare(fmt::format("{} {}", name, text));
  return std::ranges::any_of(
      std::array{"ke hoach", "du toan", "chi tieu giao", "chi tieu duoc giao", "nghi quyet",
                 "cung ky", "dinh muc", "so voi"},
      [&](const char* words) { return said.find(words) != std::string::npos; });
}

void tell_thousands(const std::string& at, const Text& text, const RuleRun& run) {
  std::string mended = text.value;
  std::string as_written, as_meant;
  Decimal as_read;
  for (std::size_t sign = mended.find(','); sign != std::string::npos;
       sign = mended.find(',', sign + 1)) {
    const std::size_t begin =
        sign == 0 ? sign : mended.find_last_not_of("0123456789.", sign - 1) + 1;
    const NumberReading number = scan_number(std::string_view(mended).substr(begin));
    if (begin == sign || !number.value || number.value->scale != 3) continue;
    as_written = mended.substr(begin, number.size);
    as_read = *number.value;
    mended[sign] = '.';
    as_meant = mended.substr(begin, number.size);
  }
  const std::string whole = vietnamese(Decimal{as_read.mantissa / 1000, 0});
  run.tell(
      at, {text.span},
      say("`{0}` đọc được hai cách: dấu phẩy là dấu thập phân nên `{1}` {3}; nếu ý là hàng "
          "nghìn thì là `{2}`",
          "`{0}` can be read in two ways: a comma begins decimals, so `{1}` is {3}; if "
          "thousands are meant, it is `{2}`",
          text.value, as_written, as_meant,
          as_read.mantissa % 1000 == 0 ? say("là {}", "{}", whole)
                                       : Message{"không phải số nguyên", "not a whole number"}),
      say("viết `{}`", "write `{}`", mended));
}

std::span<const Rule> goal_rules() { return kRules; }

}  // namespace wardplan
