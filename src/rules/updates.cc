// The entries of an item's history: their days and order, and who is silent.
#include <algorithm>
#include <map>

#include "records/entry_keys.h"
#include "rules/rule.h"
#include "standing/state.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// The first day on which something can be reported: of the plan's year, or of the item where it
/// begins earlier.
Date first_day_of(const CheckedRow& item) {
  const Date first = first_of_year(item.plan.year.value);
  return std::min(item.row.start.read->first.value_or(first), first);
}

/// Every item that could be read and has updates.
template <class Check>
void each_reported(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    if (item.plan.year.given && !item.row.updates.empty()) check(item, run);
  });
}

bool is_too_late(const RuleRun& run, const Date& day) { return run.as_of && day > *run.as_of; }

/// The same day in the plan's year, where it can be the one that was meant.
Message other_year(const RuleRun& run, const Plan& plan, const Date& first, const Date& day) {
  const Date moved = std::chrono::year(plan.year.value) / day.month() / day.day();
  if (moved == day || !moved.ok() || moved < first || is_too_late(run, moved))
    return {"sửa `date`", "mend `date`"};
  return say("nếu gõ nhầm năm, viết `{}`", "if the year is mistyped, write `{}`", iso(moved));
}

void too_early(const CheckedRow& item, const RuleRun& run) {
  const Date first = first_day_of(item);
  for (const Update& update : item.row.updates) {
    const Date& day = update.date.value;
    if (day >= first) continue;
    run.tell(item.address, {update.date.span},
             say("cập nhật ngày {} của `{}` có trước kế hoạch năm {}",
                 "the entry of {} for `{}` is older than the plan of {}", iso(day), item.address,
                 item.plan.year.value),
             other_year(run, item.plan, first, day));
  }
}

/// Of a plan whose own year is in doubt nothing is too early.
void before_plans(const RuleRun& run) {
  const Plan* doubted = nullptr;
  const Plan* asked = nullptr;
  each_reported(run, [&](const CheckedRow& item, const RuleRun&) {
    if (asked != &item.plan && is_of_other_year(item.plan)) doubted = &item.plan;
    asked = &item.plan;
    if (doubted != &item.plan) too_early(item, run);
  });
}

void too_late(const CheckedRow& item, const RuleRun& run) {
  const Date first = first_day_of(item);
  for (const Update& update : item.row.updates) {
    const Date& day = update.date.value;
    if (day < first || !is_too_late(run, day)) continue;
    run.tell(item.address, {update.date.span},
             say("cập nhật ngày {} của `{}` ở sau ngày đang xét, {}",
                 "the entry of {} for `{}` lies after {}, the day asked about", iso(day),
                 item.address, iso(*run.as_of)),
             other_year(run, item.plan, first, day));
  }
}

void out_of_order(const CheckedRow& item, const RuleRun& run) {
  const Date first = first_day_of(item);
  const Update* above = nullptr;
  for (const Update& update : item.row.updates) {
    const Date& day = update.date.value;
    // A day that can't be is told as such, and says nothing of the order.
    if (day < first || is_too_late(run, day)) continue;
    if (above != nullptr && day < above->date.value)
      run.tell(item.address, {update.date.span},
               say("cập nhật ngày {} của `{}` đứng sau cập nhật ngày {}",
                   "the entry of {} for `{}` stands below that of {}", iso(day), item.address,
                   iso(above->date.value)),
               {"xếp cập nhật theo thứ tự ngày, hoặc sửa `date`",
                "put the entries in the order of their days, or mend `date`"},
               {{above->date.span, Phrase{"muộn hơn", "later"}}});
    above = &update;
  }
}

/// Three months later; the last day of a month gives the last day of one.
Date a_quarter_after(const Date& day) {
  const auto last_of = [](const Date& any) {
    return Date(any.year() / any.month() / std::chrono::last);
  };
  const Date later = day + std::chrono::months(3);
  return later.ok() && day != last_of(day) ? later : last_of(later);
}

/// A continuous item of which nothing was heard for a quarter, and its last entry or null.
struct Silent {
  CheckedRow item;
  const Update* last;
};

struct Silence {
  std::vector<Silent> items = {};
  /// Some continuous item of the plan has an entry.
  bool any_reported = false;
};

/// The day from which on an item has been silent.
Date silent_since(const Plan& plan, const Row& row, const Update* last) {
  if (last != nullptr) return last->date.value;
  const Date first = first_of_year(plan.year.value);
  return std::max(row.start.read->first.value_or(first), first);
}

Silence silence_of(const Plan& plan, const Date& as_of) {
  const Date day = std::min(as_of, last_of_year(plan.year.value));
  Silence silence;
  for (const Row& row : plan.rows) {
    if (!is_sound_item(row) || row.step || !is_continuous(row)) continue;
    const Standing standing = standing_at(row, plan.ward, as_of);
    silence.any_reported = silence.any_reported || standing.last != nullptr;
    if (is_open(standing.status) && a_quarter_after(silent_since(plan, row, standing.last)) < day)
      silence.items.push_back({{plan, row, plan.outline[row.at].address}, standing.last});
  }
  return silence;
}

void tell_silent(const Silent& silent, const RuleRun& run) {
  const auto& [item, last] = silent;
  std::vector<Label> related;
  if (last != nullptr)
    related.push_back({last->date.span, Phrase{"cập nhật gần nhất", "the last entry"}});
  run.tell(item.address, {item.row.text().span},
           last == nullptr ? say("việc thường xuyên `{}` chưa có cập nhật nào",
                                 "the continuous item `{}` has not been reported on", item.address)
                           : say("việc thường xuyên `{}` không có cập nhật nào sau ngày {}",
                                 "the continuous item `{}` has not been reported on since {}",
                                 item.address, iso(last->date.value)),
           {"ghi kết quả vào `updates`, ít nhất mỗi quý một lần",
            "record results in `updates`, at least once a quarter"},
           std::move(related));
}

/// As many silent items are told at once.
constexpr std::size_t kManySilent = 4;

/// The first of them, and that there are more.
std::string addresses_of(const Silence& silence) {
  std::vector<std::string> addresses;
  for (const Silent& silent : silence.items)
    if (addresses.size() < kManySilent) addresses.push_back(silent.item.address);
  return quoted_list(addresses) + (silence.items.size() > kManySilent ? "…" : "");
}

void silent(const RuleRun& run) {
  each_of_kind(run, RecordKind::plan, [&](const Plan& plan, const RuleRun&) {
    // Before the first quarter is over nobody is behind.
    if (*run.as_of <= last_of_month(plan.year.value, 3)) return;
    const Silence silence = silence_of(plan, *run.as_of);
    const bool few = silence.items.size() < kManySilent;
    if (few && (silence.any_reported || silence.items.size() < 2)) {
      for (const Silent& item : silence.items) tell_silent(item, run);
      return;
    }
    run.tell("", {plan.title.span},
             silence.any_reported
                 ? say("{} việc thường xuyên quá một quý không có cập nhật: {}",
                       "{} continuous items have not been reported on for a quarter: {}",
                       silence.items.size(), addresses_of(silence))
                 : say("{} việc thường xuyên chưa có cập nhật nào",
                       "{} continuous items, and none has been reported on", silence.items.size()),
             {"ghi kết quả vào `updates` của từng việc, ít nhất mỗi quý một lần",
              "record results in the `updates` of each, at least once a quarter"});
  });
}

void empty_entry(const CheckedRow& item, const RuleRun& run) {
  for (const Update& update : item.row.updates) {
    EntryDraft said = draft_of(update);
    said[EntryKeyId::date] = said[EntryKeyId::round] = {};
    if (said.count() > 0) continue;
    run.tell(item.address, {update.span},
             say("cập nhật ngày {} của `{}` không có nội dung",
                 "the entry of {} for `{}` says nothing", iso(update.date.value), item.address),
             {"thêm `status`, `value` hoặc `note`, hoặc bỏ mục này",
              "add `status`, `value` or `note`, or delete the entry"});
  }
}

void entry_twice(const CheckedRow& item, const RuleRun& run) {
  if (item.row.updates.size() < 2) return;
  std::map<EntryDraft, Span> met;
  for (const Update& update : item.row.updates) {
    const auto [first, fresh] = met.emplace(draft_of(update), update.span);
    if (fresh) continue;
    run.tell_twice(item.address, update.span, first->second,
                   say("`{}` có hai cập nhật giống hệt nhau ngày {}",
                       "`{}` has the same entry of {} twice", item.address, iso(update.date.value)),
                   {"bỏ một mục; `wardplan undo` bỏ mục cuối",
                    "delete one; `wardplan undo` takes the last off"});
  }
}

/// Whether an entry says that its item is done, or not any more; of criteria each round judges
/// anew.
void not_done_again(const CheckedRow& item, const RuleRun& run) {
  if (item.row.kind == RowKind::content || item.row.kind == RowKind::condition) return;
  // Of what comes back each time stands for itself, but for what was said of all at once.
  std::map<std::string, const Update*> done = {{"", nullptr}};
  for (const Update* entry : history(item.row, kEndOfHistory)) {
    if (!entry->status.given) continue;
    const std::string& round = entry->round.value;
    const auto named = done.find(round);
    const Update* before = named == done.end() ? done.at("") : named->second;
    const Status status = entry->status.value;
    if (before != nullptr && is_open(status))
      run.tell(
          item.address, {entry->status.span},
          say("`{}` đã xong, đến ngày {} lại ghi {}", "`{}` was done, and on {} is said to be {}",
              item.address, iso(entry->date.value), status_word(status).words),
          {"sửa `status` hoặc `date` nếu ghi nhầm", "mend `status` or `date` if mistyped"},
          {{before->status.span, Phrase{"đã xong ở đây", "done here"}}});
    const bool is_done = status_word(status).closure == Closure::done;
    if (is_done && round.empty()) done.clear();
    done[round] = is_done ? entry : nullptr;
  }
}

constexpr Rule kRules[] = {
    {{.id = "P711",
      .title = {"cập nhật trước khi kế hoạch bắt đầu", "an update before the plan began"},
      .what = {"Ngày của cập nhật đứng trước ngày 1 tháng 1 của năm kế hoạch; việc bắt đầu sớm hơn "
               "thì tính từ ngày bắt đầu.",
               "An update is dated before the 1st of January of the plan's year, or before the "
               "item's start where that is earlier."},
      .why = {"Thường là năm gõ nhầm; cập nhật sẽ đứng đầu lịch sử của việc.",
              "Usually the year is mistyped, and the entry comes first in the item's history."},
      .frame = Frame::entry,
      .wrong = "date: 2025-05-20, status: in-progress",
      .right = "date: 2026-05-20, status: in-progress",
      .guarded = true},
     before_plans},
    {{.id = "P712",
      .title = {"cập nhật ở sau ngày đang xét", "an update after the day asked about"},
      .what = {"Ngày của cập nhật ở sau ngày đang xét (hôm nay, nếu không nêu ngày khác).",
               "An update is dated after the day asked about (today, where no other is named)."},
      .why = {"Kết quả chưa thể có; cập nhật không được tính cho đến ngày ấy.",
              "Nothing can have been reached by then; the entry doesn't count until that day."},
      .frame = Frame::entry,
      .wrong = "date: 2026-07-01, status: in-progress",
      .right = "date: 2026-06-30, status: in-progress",
      .by_day = true,
      .guarded = true},
     [](const RuleRun& run) { each_reported(run, too_late); }},
    {{.id = "P713",
      .title = {"cập nhật sai thứ tự", "updates out of order"},
      .what = {"Một cập nhật có ngày trước cập nhật đứng ngay trên nó.",
               "An update is dated before the one right above it."},
      .why = {"Cập nhật chỉ được ghi thêm vào cuối, nên một trong hai ngày có lẽ sai; trạng thái "
              "được tính theo ngày, không theo chỗ đứng.",
              "Entries are only ever appended, so one of the two days is probably wrong; what "
              "holds goes by the day, not by the place."},
      .given = "updates:\n",
      .wrong = "  - {date: 2026-05-20, status: in-progress}\n"
               "  - {date: 2026-04-20, note: đã trồng 40 cây}\n",
      .right = "  - {date: 2026-04-20, status: in-progress}\n"
               "  - {date: 2026-05-20, note: đã trồng 40 cây}\n"},
     [](const RuleRun& run) { each_reported(run, out_of_order); }},
    {{.id = "P717",
      .severity = Severity::info,
      .title = {"việc thường xuyên không có cập nhật", "a continuous item not reported on"},
      .what = {"Đến ngày đang xét (muộn nhất là cuối năm kế hoạch), một việc thường xuyên chưa "
               "xong không có cập nhật nào quá ba tháng. Nếu không việc nào có thì nêu một lần cho "
               "cả kế hoạch.",
               "By the day asked about (the end of the plan's year at the latest) a continuous "
               "item that is still open has not been reported on for more than three months. Where "
               "none ever was, that is told once for the plan."},
      .why = {"Việc thường xuyên không bao giờ quá hạn, nên chỉ có cập nhật mới cho biết việc có "
              "được làm.",
              "Such an item is never overdue, so that only its updates tell whether it is done at "
              "all."},
      .frame = Frame::entry,
      .given = "start: Thường xuyên\n",
      .wrong = "date: 2026-03-29, status: in-progress",
      .right = "date: 2026-03-30, status: in-progress",
      .by_day = true},
     silent},
    {{.id = "P718",
      .title = {"cập nhật không có nội dung", "an update that says nothing"},
      .what =
          {"Một cập nhật chỉ có ngày: không trạng thái, kết quả, ghi chú, minh chứng hay hạn mới.",
           "An update has only its day: no status, value, note, evidence or due."},
      .why = {"Có lẽ ghi dở, và phần còn lại đã mất.",
              "It was probably left unfinished, and the rest is lost."},
      .frame = Frame::entry,
      .wrong = "date: 2026-05-20",
      .right = "date: 2026-05-20, note: chờ thời tiết"},
     [](const RuleRun& run) { each_item(run, empty_entry); }},
    {{.id = "P719",
      .title = {"cập nhật ghi hai lần", "an entry recorded twice"},
      .what = {"Hai cập nhật của một việc giống hệt nhau, cả ngày lẫn nội dung.",
               "Two entries of one item are the same, in their day and all they say."},
      .why = {"Thường là một danh sách được ghi lại lần nữa.",
              "Usually a list was recorded once more."},
      .given = "updates:\n  - {date: 2026-05-20, note: chờ thời tiết}\n",
      .wrong = "  - {date: 2026-05-20, note: chờ thời tiết}\n",
      .right = "  - {date: 2026-05-21, note: chờ thời tiết}\n",
      .guarded = true},
     [](const RuleRun& run) { each_reported(run, entry_twice); }},
    {{.id = "P720",
      .severity = Severity::info,
      .title = {"việc đã xong lại ghi chưa xong", "done, then said not to be done"},
      .what =
          {"Một cập nhật ghi việc chưa xong sau cập nhật ghi đã xong; tiêu chí thì mỗi đợt xét "
           "lại nên không tính.",
           "An entry says that an item isn't done after one that says it is; criteria are judged "
           "anew in each round and don't count."},
      .why = {"Thường là ghi nhầm việc; nếu đúng thì từ ngày đó việc ấy không còn được tính là "
              "hoàn thành.",
              "Usually it was meant for another item; where it is right, the item no longer counts "
              "as done from that day on."},
      .given = "updates:\n  - {date: 2026-05-20, status: done}\n",
      .wrong = "  - {date: 2026-05-21, status: in-progress}\n",
      .right = "  - {date: 2026-05-21, note: đã gửi báo cáo}\n",
      .guarded = true},
     [](const RuleRun& run) { each_reported(run, not_done_again); }},
};

}  // namespace

std::span<const Rule> update_rules() { return kRules; }

}  // namespace wardplan
