// Criteria against the list they go by: every content once, nothing else, no target weaker.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "figures/goal.h"
#include "rules/rule.h"
#include "text/limits.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

bool is_unlisted(const Row& row) {
  return row.number.given && row.listed == nullptr && !row.is_condition();
}

/// Which rows of the list some row stands for.
std::vector<bool> answered_rows(const Plan& plan) {
  std::vector<bool> answered(plan.catalogue->rows.size());
  for (const Row& row : plan.rows)
    if (row.listed != nullptr) answered[row.listed->at] = true;
  return answered;
}

/// The numbers and conditions of the list that no row stands for, in its order.
std::vector<std::string> lacking_numbers(const Plan& plan, const std::vector<bool>& answered) {
  const Catalogue& list = *plan.catalogue;
  std::vector<std::string> lacking;
  for (std::size_t at = 0; at < answered.size(); ++at)
    if (!answered[at]) lacking.push_back(list.outline[at].address);
  for (const Condition& condition : list.conditions)
    if (!condition.counts.given &&
        std::ranges::find(plan.rows, &condition, &Row::condition) == plan.rows.end())
      lacking.push_back(condition.id.value);
  return lacking;
}

/// The only number between those of a row's two neighbours that no row has; or nothing.
std::optional<std::string> number_between(const Plan& plan, const Row& row,
                                          const std::vector<bool>& answered) {
  std::size_t begin = 0, end = answered.size();
  if (row.at > 0) {
    const Row* before = plan.rows[row.at - 1].listed;
    if (before == nullptr) return std::nullopt;
    begin = before->at + 1;
  }
  if (row.at + 1 < plan.rows.size() && !plan.rows[row.at + 1].is_condition()) {
    const Row* after = plan.rows[row.at + 1].listed;
    if (after == nullptr) return std::nullopt;
    end = after->at;
  }
  std::optional<std::string> between;
  for (std::size_t at = begin; at < end; ++at) {
    if (answered[at]) continue;
    if (between) return std::nullopt;
    between = plan.catalogue->outline[at].address;
  }
  return between;
}

/// The numbers that a row may have been meant to have: those of its group that no row has, or else
/// all that no row has.
std::vector<std::string> numbers_near(const std::string& number,
                                      const std::vector<std::string>& lacking) {
  const std::size_t point = number.rfind('.');
  if (point == std::string::npos) return lacking;
  std::vector<std::string> group;
  for (const std::string& known : lacking)
    if (known.size() > point + 1 && known.starts_with(number.substr(0, point + 1)))
      group.push_back(known);
  return group.empty() ? lacking : group;
}

/// What a row that isn't in the list was meant to be; or nothing.
std::optional<std::string> meant_number(const Plan& plan, const Row& row,
                                        const std::vector<bool>& answered,
                                        const std::vector<std::string>& lacking) {
  const auto near = nearest(row.number.value, numbers_near(row.number.value, lacking));
  return near ? near : number_between(plan, row, answered);
}

void not_listed(const Plan& plan, const RuleRun& run) {
  if (std::ranges::none_of(plan.rows, is_unlisted)) return;
  const std::vector<bool> answered = answered_rows(plan);
  const std::vector<std::string> lacking = lacking_numbers(plan, answered);
  std::size_t offers = 0;
  for (const Row& row : plan.rows) {
    if (!is_unlisted(row)) continue;
    const auto meant = ++offers <= kMaxOffers ? meant_number(plan, row, answered, lacking)
                                              : std::optional<std::string>();
    run.tell(plan.outline[row.at].address, {row.number.span},
             say("`{}` không có trong bộ tiêu chí `{}`", "`{}` is not in the list `{}`",
                 row.number.value, plan.catalogue->id.value),
             meant ? did_you_mean(*meant)
                   : say("số lấy theo `{}`", "numbers are those of `{}`",
                         run.project.sources[plan.catalogue->file].path()));
  }
}

/// A row whose number stands a second time, with the row that had it first.
struct Again {
  const Row* first;
  const Row* again;
};

std::vector<Again> rows_twice(const Plan& plan) {
  std::map<const void*, const Row*> met;
  std::vector<Again> all;
  for (const Row& row : plan.rows) {
    if (row.listed == nullptr && !row.is_condition()) continue;
    const void* stands_for = row.listed;
    if (row.condition != nullptr) stands_for = row.condition;
    if (row.deduction != nullptr) stands_for = row.deduction;
    const Row*& first = met[stands_for];
    if (first == nullptr)
      first = &row;
    else
      all.push_back({first, &row});
  }
  return all;
}

/// Of two rows with one number the one that stands where a missing one belongs, and that number.
std::optional<std::pair<const Row*, std::string>> mistyped_of(const Plan& plan, const Again& twice,
                                                              const std::vector<bool>& answered) {
  for (const Row* row : {twice.first, twice.again})
    if (const auto meant = number_between(plan, *row, answered)) return std::pair(row, *meant);
  return std::nullopt;
}

void missing(const Plan& plan, const RuleRun& run) {
  const std::vector<bool> answered = answered_rows(plan);
  std::vector<std::string> lacking = lacking_numbers(plan, answered);
  if (lacking.empty()) return;
  // A row that has another number by mistake isn't missing.
  std::set<std::string> mistyped;
  std::size_t offers = 0;
  for (const Row& row : plan.rows)
    if (is_unlisted(row) && ++offers <= kMaxOffers)
      if (const auto meant = meant_number(plan, row, answered, lacking)) mistyped.insert(*meant);
  for (const Again& twice : rows_twice(plan))
    if (const auto row = mistyped_of(plan, twice, answered)) mistyped.insert(row->second);
  std::erase_if(lacking, [&](const std::string& number) { return mistyped.contains(number); });
  if (lacking.empty()) return;
  run.tell("", {plan.catalogue_id.span},
           say("thiếu {} dòng của bộ tiêu chí: {}", "missing rows of the list ({}): {}",
               lacking.size(), some_of(lacking)),
           say("thêm `- number: \"{}\"`", "add `- number: \"{}\"`", lacking.front()));
}

void twice(const Plan& plan, const RuleRun& run) {
  const std::vector<bool> answered = answered_rows(plan);
  for (const Again& twice : rows_twice(plan)) {
    const auto mistyped = mistyped_of(plan, twice, answered);
    if (!mistyped) {
      run.tell_twice(plan.outline[twice.again->at].address, twice.again->number.span,
                     twice.first->number.span,
                     say("`{}` đứng hai lần", "`{}` stands twice", twice.again->number.value),
                     {"nhập hai dòng thành một", "make one row of the two"});
      continue;
    }
    const auto& [row, meant] = *mistyped;
    const Row* other = row == twice.first ? twice.again : twice.first;
    run.tell(plan.outline[row->at].address, {row->number.span},
             say("`{}` đứng hai lần; dòng này có lẽ là `{}`, số đang thiếu",
                 "`{}` stands twice; this row is probably `{}`, which is missing",
                 row->number.value, meant),
             say("viết `\"{}\"`", "write `\"{}\"`", meant),
             {{other->number.span, {"dòng kia", "the other row"}}});
  }
}

constexpr Lack kNoSolution = {[](const Row& row) { return !row.solution.given; },
                              {"giải pháp", "solution"},
                              {"không nội dung nào có giải pháp", "no content has a solution"},
                              {"thêm `solution: …`", "add `solution: …`"},
                              true};
constexpr Lack kNoSupport = {
    [](const Row& row) { return row.support.empty(); },
    {"đơn vị phối hợp", "supporting unit"},
    {"không nội dung nào có đơn vị phối hợp", "no content has a supporting unit"},
    {"thêm `support: …`", "add `support: …`"},
    true};

/// A target whose name is nearly that of a threshold answers to none.
void tell_misnamed(const CheckedRow& item, const Target& target, const RuleRun& run) {
  if (item.row.listed == nullptr || !target.name.given || !is_own(item.row, target)) return;
  std::vector<std::string> names;
  for (const Target* threshold : item.row.asked)
    if (threshold->name.given) names.push_back(threshold->name.value);
  const auto near = nearest(target.name.value, names);
  if (!near || fold(*near) == fold(target.name.value)) return;
  run.tell(item.address, {target.name.span},
           say("trong bộ tiêu chí, `{}` không có chỉ tiêu nào tên `{}`",
               "in the list `{}` has no threshold named `{}`", item.address, target.name.value),
           did_you_mean(near));
}

/// Whose threshold it is, where the list has several.
Message threshold_label(const Plan& plan, const Target* threshold) {
  if (threshold == nullptr || !threshold->group.given || plan.ward_group == nullptr)
    return {"ngưỡng", "the threshold"};
  return say("ngưỡng của nhóm “{}”", "the threshold of the group “{}”",
             plan.ward_group->name.value);
}

/// A target of the ward's own against what the list asks.
void weaker(const CheckedRow& item, const RuleRun& run) {
  for (const Target& target : item.row.targets) {
    const WrittenGoal* listed = listed_goal(item.row, target);
    if (listed == nullptr) tell_misnamed(item, target, run);
    if (listed == nullptr) continue;
    const auto& own = target.goal.read->value;
    const auto& least = listed->read->value;
    if (!own || !least) continue;
    // The list's own fault is told where it stands.
    const Target* answered =
        item.row.listed == nullptr ? nullptr : find_threshold(item.row, target);
    const auto kept = implies(*own, *least);
    if (kept.value_or(false)) continue;
    // Of two bare numbers the ward's is the smaller one, whatever they are of.
    const bool both_bare =
        kept && least->quantity.measure == Measure::count && least->quantity.noun.empty();
    if (answered != nullptr && !both_bare &&
        is_doubtful(*item.plan.catalogue, *item.row.listed, *answered))
      continue;
    run.tell(item.address, {target.goal.span, {"chỉ tiêu của phường", "the ward's target"}},
             kept ? say("chỉ tiêu `{}` của `{}` không chặt bằng ngưỡng `{}`",
                        "the target `{}` of `{}` is weaker than the threshold `{}`",
                        target.goal.value, item.address, listed->value)
                  : say("chỉ tiêu `{}` của `{}` không so được với ngưỡng `{}`",
                        "the target `{}` of `{}` can't be compared with the threshold `{}`",
                        target.goal.value, item.address, listed->value),
             say("viết `{}` hoặc chặt hơn, hoặc bỏ `targets` để lấy ngưỡng",
                 "write `{}` or a stricter one, or leave `targets` out to take the threshold",
                 listed->value),
             {{listed->span, threshold_label(item.plan, answered)}});
  }
}

/// What a content asks for without a figure: a share, or what a figure from outside is compared to.
void no_figure(const CheckedRow& item, const RuleRun& run) {
  if (item.row.measured.given && item.row.targets.empty())
    run.tell(item.address, {item.row.number.span},
             say("`{}` đo bằng `{}` mà không có chỉ tiêu nào",
                 "`{}` is measured in `{}`, and there is no target", item.address,
                 item.row.measured.value),
             {"thêm `targets: [{goal: …}]` theo quyết định hay kế hoạch",
              "add `targets: [{goal: …}]` as the decision or the plan has it"},
             {{item.row.measured.span, {"bộ tiêu chí không nêu số", "the list states no figure"}}});
  for (const Target* threshold : item.row.asked)
    if (threshold->with.given && !item.row.reference.value.given)
      run.tell(
          item.address, {item.row.number.span},
          say("`{}` so với {}, mà chưa có số ấy", "`{}` compares with {}, which is not given",
              item.address, threshold->with.value),
          {"thêm `reference: {value: …, source: …}`", "add `reference: {value: …, source: …}`"},
          {{threshold->with.span, {"so với số này", "compared with this"}}});
}

constexpr Rule kRules[] = {
    {{.id = "C101",
      .severity = Severity::error,
      .title = {"nội dung không có trong bộ tiêu chí", "a content that isn't in the list"},
      .what = {"`number` không phải số của tiêu chí hay nội dung nào trong bộ tiêu chí, cũng không "
               "phải mã của một điều kiện có số liệu.",
               "`number` is neither the number of a group or content of the list nor the id of a "
               "condition with a figure."},
      .why = {"Không biết dòng ấy nói về nội dung nào.",
              "Nobody can tell which content the row is about."},
      .frame = Frame::content,
      .wrong = "number: \"1.7\"\n",
      .right = "number: \"1.2\"\n"},
     [](const RuleRun& run) { each_criteria(run, not_listed); }},
    {{.id = "C102",
      .title = {"thiếu nội dung của bộ tiêu chí", "contents of the list are missing"},
      .what = {"Một tiêu chí, nội dung hay điều kiện của bộ tiêu chí không có dòng nào.",
               "A group, content or condition of the list has no row."},
      .why = {"Nội dung ấy không ai làm, và luôn tính là chưa xét.",
              "Nobody does it, and it always counts as not judged."},
      .frame = Frame::year,
      .given = "rounds: []\nrows:\n",
      .wrong = "  - number: \"1\"\n",
      .right = "  - number: \"1\"\n  - number: \"1.1\"\n  - number: \"1.2\"\n"
               "  - number: \"1.3\"\n  - number: hai-long\n"},
     [](const RuleRun& run) { each_criteria(run, missing); }},
    {{.id = "C103",
      .severity = Severity::error,
      .title = {"nội dung đứng hai lần", "a content twice"},
      .what = {"Hai dòng cùng là một nội dung, tiêu chí hay điều kiện.",
               "Two rows stand for the same content, group or condition."},
      .why = {"Không rõ kết luận ghi ở dòng nào thì tính.", "It is unclear whose verdict counts."},
      .frame = Frame::criteria,
      .wrong = "- number: \"1\"\n- number: \"1\"\n",
      .right = "- number: \"1\"\n"},
     [](const RuleRun& run) { each_criteria(run, twice); }},
    {{.id = "C104",
      .title = {"nội dung không có giải pháp", "a content without solution"},
      .what = {"Một nội dung không có `solution`.", "A content has no `solution`."},
      .why = {"Không nói sẽ làm gì để đạt.", "Nothing says what will be done to meet it."},
      .frame = Frame::content,
      .wrong = "solution:\n",
      .right = "solution: Nối ống\n"},
     [](const RuleRun& run) { tell_lacking(kNoSolution, run); }},
    {{.id = "C105",
      .title = {"nội dung không có đơn vị phối hợp", "a content without supporting unit"},
      .what = {"Một nội dung không có `support`.", "A content has no `support`."},
      .why = {"Ô trống trong biểu thường là một tên bị bỏ sót.",
              "An empty cell of the table is mostly a name left out."},
      .frame = Frame::content,
      .wrong = "support:\n",
      .right = "support: c\n"},
     [](const RuleRun& run) { tell_lacking(kNoSupport, run); }},
    {{.id = "C111",
      .title = {"chỉ tiêu không chặt bằng ngưỡng", "a target weaker than its threshold"},
      .what = {"Chỉ tiêu của phường cho phép điều mà ngưỡng của bộ tiêu chí không cho, hoặc không "
               "so được với ngưỡng ấy.",
               "The ward's target lets pass what the list's threshold doesn't, or can't be "
               "compared with it."},
      .why = {"Đạt chỉ tiêu mà vẫn không đạt tiêu chí.",
              "The target can be reached and the content not be met."},
      .frame = Frame::content,
      .given = "targets:\n",
      .wrong = "  - {goal: \">= 85%\"}\n",
      .right = "  - {goal: \"100%\"}\n"},
     [](const RuleRun& run) { each_item(run, weaker); }},
    {{.id = "C112",
      .severity = Severity::info,
      .title = {"nội dung đo bằng số mà không có số", "a content without its figure"},
      .what = {"Bộ tiêu chí đo nội dung ấy bằng một con số nhưng không nêu số, và phường cũng "
               "không có chỉ tiêu; hoặc so với một số ở ngoài mà `reference` chưa ghi.",
               "The list measures the content by a figure that it doesn't state, and the ward has "
               "no target; or compares with a figure from outside that `reference` doesn't give."},
      .why = {"Kết quả sẽ không có gì để so.", "There is nothing to compare a result with."},
      .frame = Frame::content,
      .given = "number: \"1.3\"\n",
      .wrong = "solution: Tuyên truyền\n",
      .right = "solution: Tuyên truyền\nreference: {value: 70 triệu đồng}\n"},
     [](const RuleRun& run) { each_content(run, no_figure); }},
};

}  // namespace

std::span<const Rule> listed_rules() { return kRules; }

}  // namespace wardplan
