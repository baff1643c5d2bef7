// The reports of a day that comes up several times: which of them an entry is about, and whether
// its own day agrees.
#include <algorithm>
#include <cstdlib>

#include "rules/rule.h"
#include "standing/state.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// Which of the times that a date comes up can be meant.
Message known_turns(const std::vector<Occurrence>& occurrences) {
  Message list;
  for (const Occurrence& occurrence : occurrences)
    join(list, say("`{0}` ({1})", "`{0}` ({1})", occurrence.number, written(occurrence.days.last)));
  return say("ghi `round`, một trong {}", "write `round`, one of {}", list);
}

/// Every report day.
template <class Check>
void each_report(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    if (item.row.kind == RowKind::report_day && item.plan.year.given) check(item, run);
  });
}

void which_time(const CheckedRow& item, const RuleRun& run) {
  const auto occurrences = occurrences_of(item.row);
  for (const Update& update : item.row.updates) {
    const bool known = std::ranges::find(occurrences, update.round.value, &Occurrence::number) !=
                       occurrences.end();
    if (known || (update.round.absent() && occurrences.size() < 2)) continue;
    const Label where = {update.round.given ? update.round.span : update.date.span};
    if (occurrences.empty())
      run.tell(item.address, where,
               say("mốc `{}` không có lần nào để đếm", "the date `{}` has no times to count",
                   item.address),
               {"bỏ `round`", "drop `round`"});
    else
      run.tell(item.address, where,
               update.round.given
                   ? say("mốc `{}` không có lần `{}`", "the date `{}` has no time `{}`",
                         item.address, update.round.value)
                   : say("mốc `{}` có {} lần mà cập nhật ngày {} không ghi là lần nào",
                         "the date `{}` comes up {} times, and the entry of {} doesn't say which",
                         item.address, occurrences.size(), iso(update.date.value)),
               known_turns(occurrences));
  }
}

/// A report may be sent so many days before its time.
constexpr int kEarly = 10;
/// One that is later than this may be taken for another.
constexpr int kLate = 60;

/// Days by which a day lies before (negative) or after a time that a date comes up.
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

/// Whether an entry says that a report was made.
bool is_report(const Update& update) {
  return update.value.given || !update.values.empty() ||
         (update.status.given && status_word(update.status.value).closure == Closure::done);
}

/// The time that an entry must be about by its day, or null where it can be as it says: a report
/// is sent a few days early, or weeks late while the later ones are sent in time.
const Occurrence* meant_by_day(const Row& row, const Update& update,
                               const std::vector<Occurrence>& occurrences) {
  const auto said = std::ranges::find(occurrences, update.round.value, &Occurrence::number);
  if (said == occurrences.end() || !is_report(update)) return nullptr;
  const Occurrence& near = nearest_to(update.date.value, occurrences);
  const int off = days_off(update.date.value, said->days);
  if (near.number == said->number || (off >= -kEarly && off <= kLate)) return nullptr;
  if (off < 0) return &near;
  const bool reported = std::ranges::any_of(row.updates, [&](const Update& other) {
    return other.round.value == near.number && is_report(other);
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
    const auto said = std::ranges::find(occurrences, update.round.value, &Occurrence::number);
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
      .title = {"không rõ lần báo cáo nào", "unclear which report is meant"},
      .what = {"Một mốc của `reporting` đến nhiều lần trong năm, mà cập nhật không ghi là lần nào "
               "(`round`), hoặc ghi một lần không có.",
               "A date of `reporting` comes up several times a year, and an entry doesn't say "
               "which (`round`), or names one that isn't there."},
      .why = {"Không biết lần nào đã gửi, lần nào còn thiếu.",
              "Nobody knows which report was sent, and which is missing."},
      .frame = Frame::plan,
      .given = "rows: []\nreporting:\n  - id: bao-cao-quy\n    title: Báo cáo quý\n"
               "    due: ngày 15 tháng cuối quý\n    updates:\n",
      .wrong = "      - {date: 2026-03-14, status: done, evidence: BC 1}\n",
      .right = "      - {date: 2026-03-14, round: \"1\", status: done, evidence: BC 1}\n"},
     [](const RuleRun& run) { each_report(run, which_time); }},
    {{.id = "P724",
      .title = {"ngày ghi không khớp lần báo cáo", "a day at odds with its report"},
      .what = {"Mốc đến nhiều lần trong năm, mà ngày ghi kết quả của một lần lại gần lần khác hơn: "
               "sớm quá mười ngày, hoặc muộn quá hai tháng và đúng lúc của một lần sau chưa có cập "
               "nhật. Muộn vài tuần, sớm vài ngày thì không sao.",
               "A date comes up several times a year, and the result of one time is recorded on a "
               "day nearer to another: more than ten days early, or more than two months late and "
               "at a later time that has no entry. Some weeks late or some days early is fine."},
      .why = {"Thường là ghi nhầm lần: lần ấy thành đã gửi, lần kia thành còn thiếu.",
              "Usually the wrong time was named: it counts as sent, and the other as missing."},
      .frame = Frame::plan,
      .given = "rows: []\nreporting:\n  - id: bao-cao-quy\n    title: Báo cáo quý\n"
               "    due: ngày 15 tháng cuối quý\n    updates:\n",
      .wrong = "      - {date: 2026-03-14, round: \"3\", status: done, evidence: BC 1}\n",
      .right = "      - {date: 2026-03-14, round: \"1\", status: done, evidence: BC 1}\n",
      .guarded = true},
     [](const RuleRun& run) { each_report(run, other_time); }},
};

}  // namespace

std::span<const Rule> report_rules() { return kRules; }

}  // namespace wardplan
