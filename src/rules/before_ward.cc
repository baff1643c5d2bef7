// What a record says of the days on which its ward wasn't there: entries, and what was due.
#include "rules/before_ward.h"

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
struct Early {
  const Update* update;
  const std::string* address;
};

/// Entries before the ward's first day; those before the plan are told as that.
std::vector<Early> early_entries(const Plan& plan, const Date& first) {
  std::vector<Early> early;
  for (std::size_t at = 0; at < plan.row_count(); ++at)
    for (const Update& update : plan.row(at).updates)
      if (update.date.given && update.date.value < first &&
          update.date.value >= first_of_year(plan.year.value))
        early.push_back({&update, &plan.outline[at].address});
  return early;
}

/// Entries after the ward's last day.
std::vector<Early> late_entries(const Plan& plan, const Date& last) {
  std::vector<Early> late;
  for (std::size_t at = 0; at < plan.row_count(); ++at)
    for (const Update& update : plan.row(at).updates)
      if (update.date.given && update.date.value > last)
        late.push_back({&update, &plan.outline[at].address});
  return late;
}

/// As many early entries are told at once: they came with the record of a ward before.
constexpr std::size_t kManyEarly = 4;

/// Whether early entries of a row were looked at one by one and are to stay.
bool is_accepted(const Plan& plan, const std::string& address, std::string_view of) {
  return std::ranges::any_of(plan.accepted, [&](const Acceptance& one) {
    return fold(one.at.value) == fold(address) &&
           std::ranges::any_of(one.code, [&](const Text& code) { return fold(code.value) == of; });
  });
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
  each_plan(run, [&](const Plan& plan, const RuleRun&) {
    if (plan.ward == nullptr || !plan.ward->until.given) return;
    const Ward& ward = *plan.ward;
    const Message help = {"sửa `date`; việc làm sau đó ghi ở hồ sơ của phường tiếp nhận",
                          "mend `date`; what was done later goes to the record of the ward that "
                          "took over"};
    const Label until = {ward.until.span, {"ngày cuối của phường", "the ward's last day"}};
    std::vector<Early> late = late_entries(plan, ward.until.value);
    const auto rest = std::stable_partition(late.begin(), late.end(), [&](const Early& one) {
      return is_accepted(plan, *one.address, "r342");
    });
    const auto others = static_cast<std::size_t>(late.end() - rest);
    if (others >= kManyEarly) {
      run.tell("", {rest->update->date.span},
               say("{} cập nhật có sau ngày {}, ngày cuối của `{}`",
                   "{} entries are later than {}, the last day of `{}`", others,
                   iso(ward.until.value), ward.name.value),
               help, {until});
      late.erase(rest, late.end());
    }
    for (const auto& [update, address] : late)
      run.tell(*address, {update->date.span},
               say("cập nhật ngày {} của `{}` có sau ngày {}, ngày cuối của `{}`",
                   "the entry of {} for `{}` is later than {}, the last day of `{}`",
                   iso(update->date.value), *address, iso(ward.until.value), ward.name.value),
               help, {until});
  });
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
  each_plan(run, [&](const Plan& plan, const RuleRun&) {
    if (plan.ward == nullptr || !plan.ward->from.given) return;
    const Ward& ward = *plan.ward;
    const Message help = {"sửa `date`; việc làm trước đó ghi ở hồ sơ của phường cũ",
                          "mend `date`; what was done before goes to the record of the ward then"};
    const Label from = {ward.from.span, {"ngày đầu của phường", "the ward's first day"}};
    std::vector<Early> early = early_entries(plan, ward.from.value);
    // An acceptance holds, however many others come.
    const auto rest = std::stable_partition(early.begin(), early.end(), [&](const Early& one) {
      return is_accepted(plan, *one.address, "r340");
    });
    const auto others = static_cast<std::size_t>(early.end() - rest);
    if (others >= kManyEarly) {
      run.tell("", {rest->update->date.span},
               say("{} cập nhật có trước ngày {}, ngày đầu của `{}`",
                   "{} entries are older than {}, the first day of `{}`", others,
                   iso(ward.from.value), ward.name.value),
               help, {from});
      early.erase(rest, early.end());
    }
    for (const auto& [update, address] : early)
      run.tell(*address, {update->date.span},
               say("cập nhật ngày {} của `{}` có trước ngày {}, ngày đầu của `{}`",
                   "the entry of {} for `{}` is older than {}, the first day of `{}`",
                   iso(update->date.value), *address, iso(ward.from.value), ward.name.value),
               help, {from});
  });
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
    if (static_cast<std::size_t>(rows.end() - rest) >= kManyEarly) {
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
