// What items say they are done for: targets that are there, and those that nobody works for.
#include "records/serves.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "records/addresses.h"
#include "rules/rule.h"
#include "text/file_name.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

void tell_unknown(const CheckedRow& item, const Served& served, const RuleRun& run) {
  const std::string wanted = address_in(served);
  const std::string& title = served.plan->title.value;
  const AddressSearch search = find_address(*served.plan, wanted);
  if (served.row == nullptr && search.ambiguous)
    return run.tell(item.address, {served.as.span},
                    say("`{1}` có ở nhiều dòng của kế hoạch “{0}”",
                        "`{1}` stands at several rows of the plan “{0}”", title, wanted),
                    one_of(search.candidates));
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
    if (served.as.value.starts_with('/'))
      run.tell(item.address, {served.as.span},
               say("`{}` không có mã kế hoạch trước dấu `/`",
                   "`{}` has no id of a plan before the `/`", served.as.value),
               say("ghi `{0}` nếu chỉ tiêu ở chính kế hoạch này, `mã/{0}` nếu ở kế hoạch khác",
                   "write `{0}` for a target of this plan, `id/{0}` for one of another",
                   address_in(served)));
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

void served_twice(const CheckedRow& item, const RuleRun& run) {
  std::map<const Row*, const Served*> first;
  for (const Served& served : item.row.serves) {
    if (served.row == nullptr) continue;
    const auto [known, fresh] = first.emplace(served.row, &served);
    if (!fresh)
      run.tell_twice(
          item.address, served.as.span, known->second->as.span,
          say("việc `{}` nêu `{}` hai lần", "`{}` names `{}` twice", item.address, served.as.value),
          {"giữ một", "keep one"});
  }
}

// Circles: what is done for something that is, by others, done for it.

/// What rows serve. Of a plan that was only read along nothing is linked, so that its words are
/// looked up among the plans that are here.
class ServedRows {
 public:
  explicit ServedRows(const Project& project) {
    for (const auto* plans : {&project.plans, &project.read_along})
      for (const Plan& plan : *plans) {
        if (plan.id.given) by_id_.emplace(plan.id.value, &plan);
        for (const Row& row : plan.rows) plan_of_.emplace(&row, &plan);
      }
  }

  /// The row that one served is, or null.
  const Row* row_of(const Row& row, const Served& served) {
    const Plan* own = plan_of(row);
    if (served.row != nullptr || own == nullptr) return served.row;
    const std::size_t sign = served.as.value.find('/');
    const auto found = by_id_.find(served.as.value.substr(0, sign));
    const Plan* plan = sign == std::string::npos ? own
                       : found == by_id_.end()   ? nullptr
                                                 : found->second;
    if (plan == nullptr) return nullptr;
    const Addresses& known = addresses_.try_emplace(plan, *plan).first->second;
    const RowIndex at = known.row(address_in(served));
    return at && *at < plan->rows.size() ? &plan->rows[*at] : nullptr;
  }

  /// Null for what stands above this ward's folder.
  const Plan* plan_of(const Row& row) const {
    const auto found = plan_of_.find(&row);
    return found == plan_of_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::string, const Plan*> by_id_;
  std::unordered_map<const Row*, const Plan*> plan_of_;
  std::map<const Plan*, Addresses> addresses_;
};

using Way = std::vector<const Row*>;

/// The circles that a row leads to, each once; no row is walked from twice, whoever asks.
std::vector<Way> circles_from(const Row& from, ServedRows& all,
                              std::unordered_set<const Row*>& walked) {
  struct Step {
    const Row* row;
    std::size_t next = 0;
  };
  std::vector<Way> circles;
  std::vector<Step> steps;
  std::unordered_map<const Row*, std::size_t> on_way;
  const auto go = [&](const Row& row) {
    if (!walked.insert(&row).second) return;
    on_way[&row] = steps.size();
    steps.push_back({&row});
  };
  go(from);
  while (!steps.empty()) {
    Step& step = steps.back();
    if (step.next == step.row->serves.size()) {
      on_way.erase(step.row);
      steps.pop_back();
      continue;
    }
    const Row* row = all.row_of(*step.row, step.row->serves[step.next++]);
    if (row == nullptr || row == step.row) continue;
    const auto met = on_way.find(row);
    if (met == on_way.end()) {
      go(*row);
      continue;
    }
    Way& way = circles.emplace_back();
    for (std::size_t at = met->second; at < steps.size(); ++at) way.push_back(steps[at].row);
  }
  return circles;
}

/// A circle from the first of its rows that stands in a file that was asked for.
void tell_circle(Way way, const ServedRows& all, const RuleRun& run) {
  const auto place_of = [&](const Row* row) {
    const Plan* plan = all.plan_of(*row);
    std::size_t at = 0;
    while (at < run.project.plans.size() && &run.project.plans[at] != plan) ++at;
    return std::pair(at, row->at);
  };
  const auto first = std::ranges::min_element(way, {}, place_of);
  const Plan* plan = all.plan_of(**first);
  if (place_of(*first).first == run.project.plans.size()) return;
  std::rotate(way.begin(), first, way.end());
  std::string words;
  way.push_back(way.front());
  for (const Row* row : way) {
    const Plan* own = all.plan_of(*row);
    words += words.empty() ? "" : " → ";
    words += (own == plan ? "" : own->id.value + "/") + own->outline[row->at].address;
  }
  run.tell(plan->outline[way.front()->at].address, {way.front()->serves.front().as.span},
           say("góp vào vòng tròn: `{}`", "what serves goes round: `{}`", words),
           {"bỏ `serves` ở một trong các việc ấy", "drop `serves` at one of them"});
}

void circles(const RuleRun& run) {
  if (std::ranges::none_of(run.project.plans, uses_serves)) return;
  ServedRows all(run.project);
  std::unordered_set<const Row*> walked;
  for (const Plan& plan : run.project.plans)
    for (const Row& row : plan.rows)
      if (!row.serves.empty())
        for (Way& way : circles_from(row, all, walked)) tell_circle(std::move(way), all, run);
}

void of_other_year(const CheckedRow& item, const RuleRun& run) {
  for (const Served& served : item.row.serves) {
    if (served.plan == nullptr || !served.plan->year.given || !item.plan.year.given ||
        served.plan->year.value == item.plan.year.value)
      continue;
    run.tell(item.address, {served.as.span},
             say("`{}` góp vào `{}`, là của kế hoạch năm {}", "`{}` serves `{}`, of a plan of {}",
                 item.address, served.as.value, served.plan->year.value),
             say("nêu chỉ tiêu của kế hoạch năm {}", "name a target of the plan of {}",
                 item.plan.year.value),
             {{served.plan->year.span, {"năm của kế hoạch ấy", "the year of that plan"}}});
  }
}

void odd_plan_id(const Plan& plan, const RuleRun& run) {
  if (!plan.id.given) return;
  const std::string& id = plan.id.value;
  const Message fault = folder_name_fault(id);
  const bool has_blank =
      id.find_first_of(" \t") != std::string::npos || id.find("\u00A0") != std::string::npos;
  if (fault.empty() && !has_blank) return;
  run.tell("", {plan.id.span},
           fault.empty()
               ? say("mã `{}` có dấu cách", "the id `{}` has a blank", shorten(id))
               : say("mã `{}` không đứng trước `/` ở `serves` được: {}",
                     "the id `{}` can't stand before the `/` of `serves`: {}", shorten(id), fault),
           {"đặt mã bằng chữ thường, chữ số và gạch nối, như `chi-tieu-2026`; sửa cả `serves` ở "
            "các tệp khác",
            "give it an id of small letters, digits and hyphens, such as `chi-tieu-2026`; change "
            "`serves` in other files, too"});
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
  std::set<const Row*> served;
  for (const Row& row : plan.rows)
    for (const Served& one : row.serves) served.insert(one.row);
  tell_rows(
      plan, [&](const Row& row) { return is_target(row) && !served.contains(&row); },
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
    {{.id = "P524",
      .title = {"một chỉ tiêu nêu hai lần", "a target twice"},
      .what = {"`serves` của một việc nêu hai lần cùng một dòng.",
               "The `serves` of an item names the same row twice."},
      .why = {"Thường là gõ nhầm cho một chỉ tiêu khác; việc được tính một lần.",
              "Usually another target was meant; the item is counted once."},
      .frame = Frame::plan,
      .given = kTarget,
      .wrong = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "[\"1\", \"1\"]}\n",
      .right = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "\"1\"}\n"},
     [](const RuleRun& run) { each_item(run, served_twice); }},
    {{.id = "P525",
      .severity = Severity::error,
      .title = {"góp vào vòng tròn", "serving in a circle"},
      .what = {"Đi theo `serves` thì lại về chính việc ấy, trong một kế hoạch hay qua kế hoạch "
               "khác.",
               "By `serves` an item comes back to itself, in one plan or by way of another."},
      .why = {"Không biết việc nào làm cho việc nào.", "Nobody can tell which is done for which."},
      .frame = Frame::plan,
      .given = "rows:\n  - {number: \"1\", title: Trồng cây, leader: a, lead: b, due: Năm 2026, "
               "serves: \"2\", targets: [{goal: 100 cây}]}\n",
      .wrong = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "\"1\", targets: [{goal: 100 hố}]}\n",
      .right = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, targets: "
               "[{goal: 100 hố}]}\n"},
     circles},
    {{.id = "P526",
      .title = {"góp vào chỉ tiêu của năm khác", "a target of another year"},
      .what = {"`serves` dẫn đến kế hoạch của năm khác.",
               "`serves` leads to a plan of another year."},
      .why = {"Thường còn sót khi lập kế hoạch cho năm mới; kết quả được tính cho năm ấy.",
              "Usually left from the year before, for which it then counts."},
      .frame = Frame::plan,
      .given = "rows:\n",
      .wrong = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "nam-truoc/1}\n",
      .right = "  - {number: \"2\", title: Đào hố, leader: a, lead: b, due: Năm 2026, serves: "
               "co-san/1}\n"},
     [](const RuleRun& run) { each_item(run, of_other_year); }},
    {{.id = "P527",
      .title = {"mã kế hoạch có dấu cách hoặc dấu lạ", "a plan's id with a blank or an odd sign"},
      .what = {"`id` của kế hoạch có dấu cách, dấu như `/`, hoặc thứ khác mà mã phường cũng không "
               "được có.",
               "The `id` of a plan has a blank, a sign such as `/`, or what a ward's id can't have "
               "either."},
      .why =
          {"`serves: mã/địa chỉ` tách mã ở dấu `/` đầu tiên, nên kế hoạch ấy không nêu được.",
           "`serves: id/address` ends the id at the first `/`, so that the plan can't be named."},
      .frame = Frame::file,
      .wrong = "kind: plan\nformat: 1\nward: mau\nid: tp/2026\nyear: 2026\ntitle: Kế "
               "hoạch\nrows: []\n",
      .right = "kind: plan\nformat: 1\nward: mau\nid: tp-2026\nyear: 2026\ntitle: Kế "
               "hoạch\nrows: []\n"},
     [](const RuleRun& run) { each_of_kind(run, RecordKind::plan, odd_plan_id); }},
};

}  // namespace

std::span<const Rule> serve_rules() { return kRules; }

}  // namespace wardplan
