// What a record says of the days before its ward was there: entries, and what was due.
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

}  // namespace

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
