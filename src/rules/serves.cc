// What items say they are done for: targets that are there, and those that nobody works for.
#include "records/serves.h"

#include "rules/rule.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

void tell_unknown(const CheckedRow& item, const Served& served, const RuleRun& run) {
  const std::string wanted = address_in(served);
  const std::string& title = served.plan->title.value;
  const Message message =
      served.row == nullptr
          ? say("kế hoạch “{}” không có dòng `{}`", "the plan “{}” has no row `{}`", title, wanted)
          : say("dòng `{1}` của kế hoạch “{0}” không có chỉ tiêu",
                "the row `{1}` of the plan “{0}” has no target", title, wanted);
  const std::vector<std::string> known = target_addresses(*served.plan);
  run.tell(item.address, {served.as.span}, message,
           offer_nearest(wanted, known,
                         known.empty()
                             ? Message{"ghi `targets` ở dòng ấy", "give it `targets`"}
                             : say("có chỉ tiêu ở {}", "there are targets at {}", some_of(known))));
}

void unknown_targets(const CheckedRow& item, const RuleRun& run) {
  for (const Served& served : item.row.serves) {
    if (served.plan == nullptr) continue;  // told where it was looked for
    if (served.row == &item.row)
      run.tell(item.address, {served.as.span},
               say("việc `{}` góp vào chính nó", "`{}` serves itself", item.address),
               {"nêu chỉ tiêu mà nó góp vào, hoặc bỏ `serves`",
                "name the target that it is done for, or drop `serves`"});
    else if (served.row == nullptr || !is_target(*served.row))
      tell_unknown(item, served, run);
  }
}

/// Tells once of a plan the rows for which something is true.
template <class Is>
void tell_rows(const Plan& plan, Is is, Phrase what, Message help, const RuleRun& run) {
  if (!uses_serves(plan)) return;
  std::vector<std::string> addresses;
  for (const Row& row : plan.rows)
    if (is_sound_item(row) && !row.step && row.serves.empty() && is(row))
      addresses.push_back(plan.outline[row.at].address);
  if (addresses.empty()) return;
  const std::size_t count = addresses.size();
  run.tell("", {plan.title.span},
           say("{0} {1}: {2}", "{1}: {2} ({0})", count, what, some_of(addresses)), std::move(help));
}

void unserved_targets(const Plan& plan, const RuleRun& run) {
  tell_rows(
      plan, [&](const Row& row) { return is_target(row) && servants_of(plan, row).empty(); },
      {"chỉ tiêu chưa có việc nào góp vào", "targets that no item serves"},
      {"ghi `serves: …` ở việc làm cho chỉ tiêu ấy",
       "write `serves: …` at the item that is done for it"},
      run);
}

void idle_items(const Plan& plan, const RuleRun& run) {
  tell_rows(
      plan, [](const Row& row) { return !is_target(row); },
      {"việc chưa ghi góp vào chỉ tiêu nào", "items that serve no target"},
      {"thêm `serves: …`, địa chỉ của chỉ tiêu", "add `serves: …`, the address of a target"}, run);
}

constexpr std::string_view kTarget =
    "rows:\n  - {number: \"1\", title: Trồng cây, leader: a, lead: b, due: Năm 2026, targets: "
    "[{goal: 100 cây}]}\n";

constexpr Rule kRules[] = {
    {{.id = "P521",
      .severity = Severity::error,
      .title = {"việc góp vào một chỉ tiêu không có", "an item serves a target that isn't there"},
      .what = {"`serves` nêu một dòng không có trong kế hoạch ấy, một dòng không có `targets`, "
               "hoặc chính việc ấy.",
               "`serves` names a row that isn't in that plan, one without `targets`, or the item "
               "itself."},
      .why = {"Kết quả của việc ấy không được tính vào chỉ tiêu nào.",
              "What comes of the item is counted for no target."},
      .frame = Frame::plan,
      .given = kTarget,
      .wrong = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "[\"1\", \"3\"]}\n",
      .right = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "\"1\"}\n"},
     [](const RuleRun& run) { each_item(run, unknown_targets); }},
    {{.id = "P522",
      .severity = Severity::info,
      .title = {"chỉ tiêu không việc nào góp vào", "a target that no item serves"},
      .what = {"Kế hoạch có dùng `serves`, và một dòng có `targets` không được việc nào góp vào mà "
               "cũng không góp vào chỉ tiêu nào. Cả tệp báo một lần.",
               "The plan uses `serves`, and a row with `targets` is served by no item and serves "
               "none itself. It is told once a file."},
      .why = {"Chỉ tiêu ấy có thể chưa có ai làm.", "Perhaps nobody works for it."},
      .frame = Frame::plan,
      .given = kTarget,
      .wrong = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "\"1\"}\n  - {number: \"3\", title: Tưới cây, leader: a, lead: b, due: Năm 2026, "
               "targets: [{goal: 10 lần}]}\n",
      .right = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "\"1\"}\n  - {number: \"3\", title: Tưới cây, leader: a, lead: b, due: Năm 2026, "
               "serves: \"1\", targets: [{goal: 10 lần}]}\n"},
     [](const RuleRun& run) { each_of_kind(run, RecordKind::plan, unserved_targets); }},
    {{.id = "P523",
      .severity = Severity::info,
      .title = {"việc không góp vào chỉ tiêu nào", "an item that serves no target"},
      .what = {"Kế hoạch có dùng `serves`, và một việc không có `serves`, cũng không có `targets`. "
               "Cả tệp báo một lần.",
               "The plan uses `serves`, and an item has neither `serves` nor `targets`. It is told "
               "once a file."},
      .why = {"Không rõ việc ấy làm cho chỉ tiêu nào.", "It is unclear what it is done for."},
      .frame = Frame::plan,
      .given = kTarget,
      .wrong = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "\"1\"}\n  - {number: \"3\", title: Tưới cây, leader: a, lead: b, due: Năm "
               "2026}\n",
      .right = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "\"1\"}\n  - {number: \"3\", title: Tưới cây, leader: a, lead: b, due: Năm 2026, "
               "serves: \"1\"}\n"},
     [](const RuleRun& run) { each_of_kind(run, RecordKind::plan, idle_items); }},
};

}  // namespace

std::span<const Rule> serve_rules() { return kRules; }

}  // namespace wardplan
