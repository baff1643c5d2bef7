// What a record says of the days on which its ward wasn't there: entries, and what was due.
#include "rules/before_ward.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/steps.h"
#include "standing/occurrences.h"
#include "standing/state.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "times/period.h"

namespace wardplan {
namespace {

/// An entry of a record, and the address of its row.
struct Outside {
  const Update* update;
  const std::string* address;
};

/// One end of a ward's days: which entries lie beyond it, under which code, and how they are told;
/// `{0}` is how many, or the entry's day, `{1}` the row, `{2}` the ward's day, `{3}` its name.
struct End {
  Written<Date> Ward::*day;
  std::string_view code;
  bool (*is_beyond)(const Date& entry, const Date& day, const Plan& plan);
  Phrase many;
  Phrase one;
  Phrase help;
  Phrase label;
};

constexpr End kBegin = {&Ward::from,
                        "r340",
                        // Those before the plan are told as that.
                        [](const Date& entry, const Date& day, const Plan& plan) {
                          return entry < day && entry >= first_of_year(plan.year.value);
                        },
                        {"{0} cập nhật có trước ngày {2}, ngày đầu của `{3}`",
                         "{0} entries are older than {2}, the first day of `{3}`"},
                        {"cập nhật ngày {0} của `{1}` có trước ngày {2}, ngày đầu của `{3}`",
                         "the entry of {0} for `{1}` is older than {2}, the first day of `{3}`"},
                        {"sửa `date`; việc làm trước đó ghi ở hồ sơ của phường cũ",
                         "mend `date`; what was done before goes to the record of the ward then"},
                        {"ngày đầu của phường", "the ward's first day"}};

constexpr End kEnd = {
    &Ward::until,
    "r342",
    [](const Date& entry, const Date& day, const Plan&) { return entry > day; },
    {"{0} cập nhật có sau ngày {2}, ngày cuối của `{3}`",
     "{0} entries are later than {2}, the last day of `{3}`"},
    {"cập nhật ngày {0} của `{1}` có sau ngày {2}, ngày cuối của `{3}`",
     "the entry of {0} for `{1}` is later than {2}, the last day of `{3}`"},
    {"sửa `date`; việc làm sau đó ghi ở hồ sơ của phường tiếp nhận",
     "mend `date`; what was done later goes to the record of the ward that took over"},
    {"ngày cuối của phường", "the ward's last day"}};

std::vector<Outside> entries_beyond(const Plan& plan, const End& end, const Date& day) {
  std::vector<Outside> beyond;
  for (std::size_t at = 0; at < plan.row_count(); ++at)
    for (const Update& update : plan.row(at).updates)
      if (update.date.given && end.is_beyond(update.date.value, day, plan))
        beyond.push_back({&update, &plan.outline[at].address});
  return beyond;
}

/// As many entries or rows are told at once: they came with the record of another ward.
constexpr std::size_t kMany = 4;

/// Whether what a rule says of a row was looked at and is to stay.
bool is_accepted(const Plan& plan, const std::string& address, std::string_view of) {
  return std::ranges::any_of(plan.accepted, [&](const Acceptance& one) {
    return fold(one.at.value) == fold(address) &&
           std::ranges::any_of(one.code, [&](const Text& code) { return fold(code.value) == of; });
  });
}

void beyond_ward(const Plan& plan, const End& end, const RuleRun& run) {
  if (plan.ward == nullptr || !(plan.ward->*end.day).given) return;
  const Written<Date>& day = plan.ward->*end.day;
  const auto told = [&](const Phrase& words, const auto& first, const std::string& address) {
    const std::string at = iso(day.value);
    const std::string& name = plan.ward->name.value;
    return Message(fmt::format(fmt::runtime(words.vi), first, address, at, name),
                   fmt::format(fmt::runtime(words.en), first, address, at, name));
  };
  const Label label = {day.span, end.label};
  std::vector<Outside> beyond = entries_beyond(plan, end, day.value);
  // An acceptance holds, however many others come.
  const auto rest = std::stable_partition(beyond.begin(), beyond.end(), [&](const Outside& one) {
    return is_accepted(plan, *one.address, end.code);
  });
  const auto others = static_cast<std::size_t>(beyond.end() - rest);
  if (others >= kMany) {
    run.tell("", {rest->update->date.span}, told(end.many, others, ""), end.help, {label});
    beyond.erase(rest, beyond.end());
  }
  for (const auto& [update, address] : beyond)
    run.tell(*address, {update->date.span}, told(end.one, iso(update->date.value), *address),
             end.help, {label});
}

/// A row of which every deadline lies before the ward's first day.
struct DueBefore {
  const Row* row;
  const std::string* address;
};

/// The last day on which anything of a row is due, by its plan and what was recorded.
std::optional<Date> last_due(const Row& row) {
  const auto times = occurrences_of(row);
  return times.size() > 1 ? std::optional(times.back().days.last)
                          : due_at(row, kEndOfHistory).deadline;
}

/// Those that are due before the plan's year are told as that.
std::vector<DueBefore> due_before(const Plan& plan, const Date& first) {
  std::vector<DueBefore> rows;
  for (std::size_t at = 0; at < plan.row_count(); ++at) {
    const Row& row = plan.row(at);
    if (!is_counted(row) || row.listed != nullptr) continue;
    const auto last = last_due(row);
    if (last && *last < first && *last >= first_of_year(plan.year.value))
      rows.push_back({&row, &plan.outline[at].address});
  }
  return rows;
}

void tell_many(const std::vector<DueBefore>& rows, const Ward& ward, const Message& help,
               const Label& from, const RuleRun& run) {
  std::vector<std::string> all;
  for (const DueBefore& one : rows) all.push_back(*one.address);
  run.tell("", {rows.front().row->text().span},
           say("{} việc đến hạn trước ngày {}, ngày đầu của `{}`, nên không tính hạn: {}",
               "{} items were due before {}, the first day of `{}`, and count as without a "
               "deadline: {}",
               rows.size(), iso(ward.from.value), ward.name.value, quoted_list(all)),
           help, {from});
}

/// The addresses of what is still open on the ward's last day and due after it.
std::vector<std::string> left_to_others(const Plan& plan, const Date& last) {
  std::vector<std::string> rows;
  for (std::size_t at = 0; at < plan.row_count(); ++at) {
    const Row& row = plan.row(at);
    if (!is_counted(row) || row.listed != nullptr || row.model.closing != nullptr) continue;
    // Whose the days are is no matter here.
    const auto times = standings_at(row, nullptr, kEndOfHistory);
    if (std::ranges::any_of(times, [&](const Standing& time) {
          return is_open(time.status) && time.due.deadline && *time.due.deadline > last;
        }))
      rows.push_back(plan.outline[at].address);
  }
  return rows;
}

}  // namespace

void after_ward(const RuleRun& run) {
  each_plan(run, [&](const Plan& plan, const RuleRun&) { beyond_ward(plan, kEnd, run); });
}

void due_after_ward(const RuleRun& run) {
  each_of_kind(run, RecordKind::plan, [&](const Plan& plan, const RuleRun&) {
    if (plan.ward == nullptr || !plan.ward->until.given) return;
    const Ward& ward = *plan.ward;
    const auto rows = left_to_others(plan, ward.until.value);
    if (rows.empty()) return;
    run.tell(
        "", {plan.title.span},
        say("{} việc chưa xong đến hạn sau ngày {}, ngày cuối của `{}`, nên không tính cho ai: "
            "{}",
            "{} open items are due after {}, the last day of `{}`, and count for nobody: {}",
            rows.size(), iso(ward.until.value), ward.name.value, some_of(rows)),
        {"đưa vào kế hoạch của phường tiếp nhận, rồi ghi ở đây là hủy với ghi chú chuyển đi "
         "đâu",
         "put them into the plan of the ward that takes over, then cancel them here with a "
         "note where they went"},
        {{ward.until.span, Phrase{"ngày cuối của phường", "the ward's last day"}}});
  });
}

void before_ward(const RuleRun& run) {
  each_plan(run, [&](const Plan& plan, const RuleRun&) { beyond_ward(plan, kBegin, run); });
}

void due_before_ward(const RuleRun& run) {
  each_plan(run, [&](const Plan& plan, const RuleRun&) {
    if (plan.ward == nullptr || !plan.ward->from.given) return;
    const Ward& ward = *plan.ward;
    const Message help = {
        "còn phải làm thì ghi hạn mới (`due`, hoặc gia hạn bằng `update --due`); "
        "không thì để ở hồ sơ của phường cũ",
        "where it is still to be done, give it a new deadline (`due`, or extend "
        "it by `update --due`); else leave it to the record of the ward before"};
    const Label from = {ward.from.span, {"ngày đầu của phường", "the ward's first day"}};
    std::vector<DueBefore> rows = due_before(plan, ward.from.value);
    // As with entries, an acceptance holds, however many others come.
    const auto rest = std::stable_partition(rows.begin(), rows.end(), [&](const DueBefore& one) {
      return is_accepted(plan, *one.address, "r341");
    });
    if (static_cast<std::size_t>(rows.end() - rest) >= kMany) {
      tell_many({rest, rows.end()}, ward, help, from, run);
      rows.erase(rest, rows.end());
    }
    for (const auto& [row, address] : rows)
      run.tell(*address, {row->text().span},
               say("`{}` đến hạn ngày {}, trước ngày đầu của `{}`, nên không tính hạn",
                   "`{}` was due on {}, before the first day of `{}`, and counts as without a "
                   "deadline",
                   *address, iso(*last_due(*row)), ward.name.value),
               help, {from});
  });
}

}  // namespace wardplan
