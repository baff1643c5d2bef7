// The times of what comes back, a report or an item: which of them an entry is about, and whether
// its own day agrees.
#include <algorithm>
#include <cstdlib>

#include "rules/rule.h"
#include "standing/state.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// Which of the times that a row comes up can be meant.
Message known_times(const std::vector<Occurrence>& occurrences) {
  Message list;
  for (const Occurrence& occurrence : occurrences)
    join(list, say("`{0}` ({1})", "`{0}` ({1})", occurrence.number, written(occurrence.days.last)));
  return say("ghi `round`, một trong {}", "write `round`, one of {}", list);
}

/// Every report day and item.
template <class Check>
void each_that_may_come_back(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    const bool may = item.row.kind == RowKind::report_day || item.row.kind == RowKind::item;
    if (may && item.plan.year.given) check(item, run);
  });
}

/// Whether a row can have an entry that says of which of its times it is as this one does.
bool is_clear(const Row& row, const Update& update, const std::vector<Occurrence>& occurrences) {
  if (find_occurrence(occurrences, update.round) != nullptr) return true;
  return update.round.absent() && (occurrences.size() < 2 || speaks_of_all(row, update));
}

/// What is wrong with an entry that isn't clear.
Message unclear_time(const CheckedRow& item, const Update& update, std::size_t times) {
  const Phrase noun = row_kind_words(item.row.kind).noun;
  if (times == 0)
    return say("{} `{}` không có lần nào để đếm", "the {} `{}` has no times to count", noun,
               item.address);
  if (update.round.given)
    return say("{} `{}` không có lần `{}`", "the {} `{}` has no time `{}`", noun, item.address,
               update.round.value);
  return say("{} `{}` có {} lần mà cập nhật ngày {} không ghi là lần nào",
             "the {} `{}` comes up {} times, and the entry of {} doesn't say which", noun,
             item.address, times, iso(update.date.value));
}

/// Items may have entries from before anybody asked of which time they are: a record isn't locked
/// for them.
bool may_stay(const Row& row, const Update& update) {
  return row.kind == RowKind::item && update.round.absent();
}

void which_time(const CheckedRow& item, bool staying, const RuleRun& run) {
  const auto occurrences = occurrences_of(item.row);
  for (const Update& update : item.row.updates) {
    if (is_clear(item.row, update, occurrences) || may_stay(item.row, update) != staying) continue;
    run.tell(
        item.address, {update.round.given ? update.round.span : update.date.span},
        unclear_time(item, update, occurrences.size()),
        occurrences.empty() ? Message("bỏ `round`", "drop `round`") : known_times(occurrences));
  }
}

/// A result may be recorded so many days before its time.
constexpr int kEarly = 10;
/// One that is later than this may be taken for another.
constexpr int kLate = 60;

/// Days by which a day lies before (negative) or after a time that a row comes up.
int days_off(const Date& day, const Stretch& days) {
  if (day < days.first) return -days_between(day, days.first);
  return day > days.last ? days_between(days.last, day) : 0;
}

/// The time that lies nearest to a day.
const Occurrence& nearest_to(const Date& day, const std::vector<Occurrence>& occurrences) {
  return *std::ranges::min_element(occurrences, {}, [&](const Occurrence& occurrence) {
    return std::abs(days_off(day, occurrence.days));
  });
}

/// Whether an entry says that a time was seen to.
bool is_result(const Update& update) {
  return update.value.given || !update.values.empty() ||
         (update.status.given && status_word(update.status.value).closure == Closure::done);
}

/// The time that an entry must be about by its day, or null where it can be as it says: what comes
/// back is done a few days early, or weeks late while the later times are seen to in time.
const Occurrence* meant_by_day(const Row& row, const Update& update,
                               const std::vector<Occurrence>& occurrences) {
  const Occurrence* said = find_occurrence(occurrences, update.round);
  if (said == nullptr || !is_result(update)) return nullptr;
  const Occurrence& near = nearest_to(update.date.value, occurrences);
  const int off = days_off(update.date.value, said->days);
  if (near.number == said->number || (off >= -kEarly && off <= kLate)) return nullptr;
  if (off < 0) return &near;
  const bool reported = std::ranges::any_of(row.updates, [&](const Update& other) {
    return other.round.value == near.number && is_result(other);
  });
  const bool at_its_end = std::abs(days_between(update.date.value, near.days.last)) <= kEarly;
  return at_its_end && !reported ? &near : nullptr;
}

void other_time(const CheckedRow& item, const RuleRun& run) {
  const auto occurrences = occurrences_of(item.row);
  if (occurrences.size() < 2) return;
  for (const Update& update : item.row.updates) {
    const Occurrence* near = meant_by_day(item.row, update, occurrences);
    if (near == nullptr) continue;
    const Occurrence* said = find_occurrence(occurrences, update.round);
    run.tell(item.address, {update.date.span},
             say("lần `{}` của `{}` ({}) được ghi ngày {}, gần lần `{}` ({}) hơn",
                 "time `{}` of `{}` ({}) is recorded on {}, which is nearer to time `{}` ({})",
                 said->number, item.address, written(said->days.last), iso(update.date.value),
                 near->number, written(near->days.last)),
             say("viết `round: \"{}\"` nếu nhầm lần, hoặc sửa `date`",
                 "write `round: \"{}\"` if the time is mistaken, or mend the `date`", near->number),
             {{update.round.span, Phrase{"lần ghi ở đây", "the time that is named"}}});
  }
}

constexpr Rule kRules[] = {
    {{.id = "P721",
      .severity = Severity::error,
      .title = {"không rõ lần nào", "unclear which time is meant"},
      .what =
          {"Một mốc của `reporting`, hay một việc có hạn định kỳ từ một tháng trở lên (`Ngày 25 "
           "hằng tháng`, `Hằng quý`), đến nhiều lần trong năm, mà cập nhật không ghi là lần nào "
           "(`round`), hoặc ghi một lần không có. Không ghi lần mà chỉ tạm dừng, hủy hay trở "
           "lại chưa thực hiện thì là nói về mọi lần; hạn nêu từng bước (`Đợt 1: …; Đợt 2: …`) thì "
           "cập nhật nào không ghi lần cũng vậy.",
           "A date of `reporting`, or an item due each month or less often (`Ngày 25 hằng "
           "tháng`, `Hằng quý`), comes up several times a year, and an entry doesn't say which "
           "(`round`), or names one that isn't there. One without that only pauses, cancels or "
           "takes up again speaks of all times; where the due names steps (`Đợt 1: …; Đợt 2: …`), "
           "so does any."},
      .why = {"Không biết lần nào đã làm, lần nào còn thiếu.",
              "Nobody knows which time was seen to, and which is missing."},
      .frame = Frame::plan,
      .given = "rows: []\nreporting:\n  - id: bao-cao-quy\n    title: Báo cáo quý\n"
               "    due: ngày 15 tháng cuối quý\n    updates:\n",
      .wrong = "      - {date: 2026-03-14, status: done, evidence: BC 1}\n",
      .right = "      - {date: 2026-03-14, round: \"1\", status: done, evidence: BC 1}\n"},
     [](const RuleRun& run) {
       each_that_may_come_back(
           run, [](const CheckedRow& item, const RuleRun& of) { which_time(item, false, of); });
     }},
    {{.id = "P724",
      .title = {"ngày ghi không khớp lần", "a day at odds with its time"},
      .what = {"Mốc hay việc đến nhiều lần trong năm, mà ngày ghi kết quả của một lần lại gần lần "
               "khác hơn: "
               "sớm quá mười ngày, hoặc muộn quá hai tháng và đúng lúc của một lần sau chưa có cập "
               "nhật. Muộn vài tuần, sớm vài ngày thì không sao.",
               "A date or item comes up several times a year, and the result of one time is "
               "recorded on a "
               "day nearer to another: more than ten days early, or more than two months late and "
               "at a later time that has no entry. Some weeks late or some days early is fine."},
      .why = {"Thường là ghi nhầm lần: lần ấy thành đã làm, lần kia thành còn thiếu.",
              "Usually the wrong time was named: it counts as done, and the other as missing."},
      .frame = Frame::plan,
      .given = "rows: []\nreporting:\n  - id: bao-cao-quy\n    title: Báo cáo quý\n"
               "    due: ngày 15 tháng cuối quý\n    updates:\n",
      .wrong = "      - {date: 2026-03-14, round: \"3\", status: done, evidence: BC 1}\n",
      .right = "      - {date: 2026-03-14, round: \"1\", status: done, evidence: BC 1}\n",
      .guarded = true},
     [](const RuleRun& run) { each_that_may_come_back(run, other_time); }},
    {{.id = "P725",
      .title = {"cập nhật không ghi là lần nào", "an entry that names no time"},
      .what =
          {"Một việc có hạn định kỳ từ một tháng trở lên (`Ngày 25 hằng tháng`, `Hằng quý`), mà "
           "cập nhật không ghi là lần nào (`round`). Cập nhật ấy không tính cho lần nào.",
           "An item is due each month or less often (`Ngày 25 hằng tháng`, `Hằng quý`), and an "
           "entry doesn't say of which time it is (`round`). It counts for none."},
      .why = {"Không biết lần nào đã làm, lần nào còn thiếu.",
              "Nobody knows which time was seen to, and which is missing."},
      .frame = Frame::plan,
      .given = "rows:\n  - number: \"1\"\n    title: Giao ban\n    leader: a\n    lead: b\n"
               "    due: Hằng quý\n    updates:\n",
      .wrong = "      - {date: 2026-03-14, status: done, evidence: BC 1}\n",
      .right = "      - {date: 2026-03-14, round: \"1\", status: done, evidence: BC 1}\n"},
     [](const RuleRun& run) {
       each_that_may_come_back(
           run, [](const CheckedRow& item, const RuleRun& of) { which_time(item, true, of); });
     }},
};

}  // namespace

std::span<const Rule> report_rules() { return kRules; }

}  // namespace wardplan
