// What entries say of work that is under way, and who allowed it to take longer.
#include <algorithm>
#include <map>

#include "records/targets.h"
#include "rules/rule.h"
#include "standing/state.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Calls `check` on each entry of every item and date.
template <class Check>
void each_entry(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    for (const Update& update : item.row.updates) check(item, update, run);
  });
}

/// A word beside it says why there is less than before.
bool says_why(const Update& entry) {
  return entry.note.given || entry.obstacle.given || entry.status.given;
}

void percent_falls(const CheckedRow& item, const RuleRun& run) {
  // Of what comes back each time stands for itself.
  std::map<std::string, const Update*> said;
  for (const Update* entry : history(item.row, kEndOfHistory)) {
    if (!entry->percent.given) continue;
    const Update*& before = said[entry->round.value];
    if (before != nullptr && entry->percent.value < before->percent.value && !says_why(*entry))
      run.tell(item.address, {entry->percent.span},
               say("`{}` đã làm {}%, đến ngày {} chỉ còn {}%",
                   "`{}` was {}% done, and on {} is only {}%", item.address, before->percent.value,
                   iso(entry->date.value), entry->percent.value),
               {"sửa `percent` hoặc `date` nếu ghi nhầm; nếu đúng là vậy, ghi vì sao vào `note`",
                "mend `percent` or `date` if mistyped; if it is so, say why in `note`"},
               {{before->percent.span, Phrase{"trước đó", "before"}}});
    before = entry;
  }
}

void at_odds(const CheckedRow& item, const Update& entry, const RuleRun& run) {
  const Written<Status>& status = entry.status;
  if (!status.given) return;
  const Phrase said = told_status(entry.status).words;
  const bool done = status_word(status.value).closure == Closure::done;
  const Label label{status.span, {"trạng thái ghi ở đây", "the status it says"}};
  if (entry.percent.given && done && entry.percent.value < 100)
    run.tell(item.address, {entry.percent.span},
             say("`{}` ghi {} mà mới làm {}%", "`{}` is said to be {}, yet {}% done", item.address,
                 said, entry.percent.value),
             {"sửa `percent` hoặc `status`", "mend `percent` or `status`"}, {label});
  if (entry.percent.given && status.value == Status::not_started && entry.percent.value > 0)
    run.tell(item.address, {entry.percent.span},
             say("`{}` ghi {} mà đã làm {}%", "`{}` is said to be {}, yet {}% done", item.address,
                 said, entry.percent.value),
             {"sửa `percent` hoặc `status`", "mend `percent` or `status`"}, {label});
  const bool over = done || status.value == Status::cancelled;
  if (over && entry.waiting.given)
    run.tell(item.address, {entry.waiting.span},
             say("`{}` ghi {} mà còn chờ `{}`", "`{}` is said to be {}, yet waits for `{}`",
                 item.address, said, entry.waiting.value),
             {"bỏ đi, hoặc chuyển vào `note`", "delete it, or put it into `note`"}, {label});
}

/// Whether two statuses can't both be the end of one day.
bool exclude_each_other(Status a, Status b) {
  const auto is_end = [](Status status) {
    return status_word(status).closure == Closure::done || status == Status::cancelled;
  };
  return is_end(a) && is_end(b) &&
         (status_word(a).closure == Closure::done) != (status_word(b).closure == Closure::done);
}

/// Two entries of one day about the same time of a row.
struct SameDay {
  const Update& first;
  const Update& second;
};

void two_ends(const CheckedRow& item, const SameDay& day, const RuleRun& run) {
  const SaidStatus &a = day.first.status, &b = day.second.status;
  if (!a.given || !b.given || !exclude_each_other(a.value, b.value)) return;
  run.tell(item.address, {b.span},
           say("`{}` ngày {} vừa ghi {} vừa ghi {}", "on {1} `{0}` is said to be {2} and {3}",
               item.address, iso(day.first.date.value), told_status(a).words, told_status(b).words),
           {"bỏ cập nhật ghi nhầm; `wardplan undo` bỏ mục cuối",
            "delete the entry that is wrong; `wardplan undo` takes the last off"},
           {{a.span, Phrase{"cùng ngày", "the same day"}}});
}

/// A note says why the second figure stands.
void two_figures(const CheckedRow& item, const SameDay& day, const RuleRun& run) {
  if (day.second.note.given) return;
  for (const Result& a : results_of(item.row, day.first))
    for (const Result& b : results_of(item.row, day.second)) {
      if (a.target != b.target || (a.target == nullptr && (a.name != nullptr || b.name != nullptr)))
        continue;
      if (fold(a.value->value) == fold(b.value->value)) continue;
      run.tell(item.address, {b.value->span},
               say("`{}` ngày {} có hai kết quả: `{}` và `{}`",
                   "on {1} `{0}` has two values: `{2}` and `{3}`", item.address,
                   iso(day.first.date.value), a.value->value, b.value->value),
               {"bỏ kết quả ghi nhầm; nếu là đính chính hay làm thêm trong ngày, ghi vào `note`",
                "delete the one that is wrong; where it corrects the other, or more was done that "
                "day, say so in `note`"},
               {{a.value->span, Phrase{"cùng ngày", "the same day"}}});
    }
}

/// Calls `check` on each entry of a row's history with the one before it that is of the same day
/// and time, or round.
template <class Check>
void each_same_day(const CheckedRow& item, Check check) {
  std::map<std::string, const Update*> last;
  for (const Update* entry : history(item.row, kEndOfHistory)) {
    const Update*& before = last[fold(entry->round.value)];
    if (before != nullptr && before->date.value == entry->date.value)
      check(SameDay{*before, *entry});
    before = entry;
  }
}

void contradict(const CheckedRow& item, const RuleRun& run) {
  if (item.row.is_condition()) return;
  each_same_day(item, [&](const SameDay& day) {
    two_ends(item, day, run);
    two_figures(item, day, run);
  });
}

void not_allowed(const CheckedRow& item, const Update& entry, const RuleRun& run) {
  if (!entry.due.given || !entry.allowed.absent() || !asks_for(item.plan, Required::allowed))
    return;
  run.tell(item.address, {entry.due.span},
           say("`{}` gia hạn đến {} mà không ghi ai cho",
               "`{}` is extended to {}, allowed by nobody", item.address, entry.due.value),
           {"thêm `allowed: …` vào cập nhật ấy", "add `allowed: …` to that entry"});
}

void allows_nothing(const CheckedRow& item, const Update& entry, const RuleRun& run) {
  if (!entry.allowed.given || !entry.due.absent()) return;
  run.tell(item.address, {entry.allowed.span},
           say("`{}` ghi `{}` cho gia hạn mà không ghi gia hạn đến bao giờ",
               "`{}` says that `{}` allowed an extension, and not until when", item.address,
               entry.allowed.value),
           {"thêm `due: …`, hoặc chuyển vào `note`", "add `due: …`, or put it into `note`"});
}

constexpr Rule kRules[] = {
    {{.id = "P727",
      .title = {"hai cập nhật cùng ngày mâu thuẫn", "two entries of one day that contradict"},
      .what = {"Hai cập nhật của một việc (một lần, một đợt) cùng ngày: một ghi đã xong, một ghi "
               "hủy; hoặc hai con số khác nhau của một chỉ tiêu mà mục sau không có `note`.",
               "Two entries of an item (a time, a round) have one day: one says done, the other "
               "cancelled; or they have two figures for one target, and the second has no `note`."},
      .why = {"Mục đứng sau trong tệp được tính, và không ai biết nó có đúng hơn không.",
              "The one that stands below counts, and nobody can tell whether it is the right one."},
      .given = "targets:\n  - {goal: 10 cây}\nupdates:\n  - {date: 2026-05-20, value: 12 cây}\n",
      .wrong = "  - {date: 2026-05-20, value: 11 cây}\n",
      .right = "  - {date: 2026-05-20, value: 11 cây, note: đếm lại}\n",
      .guarded = true},
     [](const RuleRun& run) { each_item(run, contradict); }},
    {{.id = "P731",
      .title = {"phần trăm đã làm giảm xuống", "less done than before"},
      .what = {"`percent` của một cập nhật nhỏ hơn của cập nhật trước, mà cập nhật ấy không ghi "
               "`note`, `obstacle` hay `status`.",
               "The `percent` of an entry is lower than that of the one before, and the entry has "
               "no `note`, `obstacle` or `status`."},
      .why = {"Thường là gõ nhầm; nếu đúng là vậy thì người đọc cần biết vì sao.",
              "Usually it is mistyped; if it is so, whoever reads it wants to know why."},
      .given = "updates:\n  - {date: 2026-04-20, percent: 60}\n",
      .wrong = "  - {date: 2026-05-20, percent: 40}\n",
      .right = "  - {date: 2026-05-20, percent: 40, note: 20 cây chết vì nắng}\n"},
     [](const RuleRun& run) { each_item(run, percent_falls); }},
    {{.id = "P732",
      .title = {"cập nhật tự mâu thuẫn", "an entry at odds with itself"},
      .what =
          {"Một cập nhật ghi đã xong mà `percent` dưới 100; ghi chưa thực hiện mà `percent` trên "
           "0; hoặc ghi đã xong, đã hủy mà còn `waiting`.",
           "An entry says done, and its `percent` is below 100; or not started, and it is "
           "above 0; or done or cancelled, and there is a `waiting`."},
      .why = {"Không biết tin bên nào.", "Nobody can tell which of them holds."},
      .frame = Frame::entry,
      .wrong = "date: 2026-05-20, status: done, percent: 80, evidence: BC 12/BC-UBND",
      .right = "date: 2026-05-20, status: done, percent: 100, evidence: BC 12/BC-UBND"},
     [](const RuleRun& run) { each_entry(run, at_odds); }},
    {{.id = "P733",
      .title = {"gia hạn không ghi ai cho", "an extension that nobody allowed"},
      .what = {"Kế hoạch có `requires: [allowed]`, mà một cập nhật có `due` không có `allowed`.",
               "The plan has `requires: [allowed]`, and an entry with a `due` has no `allowed`."},
      .why = {"Hạn mới chỉ có giá trị khi người có thẩm quyền cho.",
              "A new deadline holds only where somebody who may allows it."},
      .frame = Frame::plan,
      .given = "requires: allowed\nrows:\n",
      .wrong = "  - {number: \"1\", title: Việc, leader: a, lead: b, due: Tháng 3/2026, updates: "
               "[{date: 2026-03-20, due: Tháng 5/2026}]}\n",
      .right = "  - {number: \"1\", title: Việc, leader: a, lead: b, due: Tháng 3/2026, updates: "
               "[{date: 2026-03-20, due: Tháng 5/2026, allowed: Chủ tịch UBND phường}]}\n"},
     [](const RuleRun& run) { each_entry(run, not_allowed); }},
    {{.id = "P734",
      .title = {"có người cho gia hạn mà không có hạn mới", "allowed, but no extension"},
      .what = {"Một cập nhật có `allowed` mà không có `due`.",
               "An entry has `allowed` and no `due`."},
      .why = {"Hạn cũ vẫn được tính, việc vẫn bị coi là quá hạn.",
              "The old deadline still counts, and the item is told as overdue."},
      .frame = Frame::entry,
      .wrong = "date: 2026-05-20, allowed: Chủ tịch UBND phường, note: trời nắng",
      .right = "date: 2026-05-20, due: Tháng 11/2026, allowed: Chủ tịch UBND phường"},
     [](const RuleRun& run) { each_entry(run, allows_nothing); }},
};

}  // namespace

std::span<const Rule> between_rules() { return kRules; }

}  // namespace wardplan
