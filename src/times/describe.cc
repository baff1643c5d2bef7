// How an expression is read, in one line.
#include <algorithm>
#include <iterator>

#include "text/quoted.h"
#include "times/schedule.h"

namespace wardplan {
namespace {

using Kind = ScheduleKind;

/// In the order of the enumeration.
constexpr ScheduleWord kKinds[] = {
    {"unknown", {"không hiểu được", "not understood"}},
    {"continuous", {"thường xuyên", "continuous"}},
    {"recurring", {"định kỳ", "recurring"}},
    {"events", {"các ngày lễ, Tết, kỷ niệm", "holidays and anniversaries"}},
    {"as-needed", {"khi có việc", "when needed"}},
    {"outside", {"theo văn bản hoặc sự việc khác", "set by another text or event"}},
    {"since", {"từ một thời điểm", "from a time on"}},
    {"until", {"đến một thời điểm", "up to a time"}},
    {"days", {"ngày", "day"}},
    {"months", {"tháng", "month"}},
    {"quarters", {"quý", "quarter"}},
    {"half-year", {"6 tháng", "half-year"}},
    {"nine-months", {"9 tháng", "nine months"}},
    {"year", {"năm", "year"}},
    {"several-years", {"nhiều năm", "several years"}},
    {"school-year", {"năm học", "school year"}},
    {"day-of-quarter", {"một ngày của các quý", "a day of quarters"}},
    {"occasion", {"vào dịp", "about a day"}},
    {"mixed", {"nhiều loại", "of several kinds"}},
};
static_assert(std::size(kKinds) == static_cast<std::size_t>(Kind::mixed) + 1);

constexpr Phrase kCycleWords[] = {
    {"ngày", "day"},    {"tuần", "week"},         {"tháng", "month"},
    {"quý", "quarter"}, {"6 tháng", "half year"}, {"năm", "year"},
};
static_assert(std::size(kCycleWords) == static_cast<std::size_t>(Cycle::year) + 1);

constexpr Phrase kWeekdayWords[] = {
    {"Chủ nhật", "Sunday"},  {"thứ Hai", "Monday"},   {"thứ Ba", "Tuesday"},
    {"thứ Tư", "Wednesday"}, {"thứ Năm", "Thursday"}, {"thứ Sáu", "Friday"},
    {"thứ Bảy", "Saturday"},
};

/// Stretches shown one by one; a list of more is shown by its first and last day alone.
constexpr std::size_t kMostShown = 4;

constexpr Phrase kBetween = {"; ", "; "};

Message days_of(const Stretch& stretch) {
  if (stretch.first == stretch.last) return written(stretch.first);
  return say("{} – {}", "{} – {}", written(stretch.first), written(stretch.last));
}

void add_days(Message& facts, const Schedule& schedule) {
  const auto& stretches = schedule.occurrences;
  if (stretches.size() > kMostShown)
    facts += say("{} ({} lần)", "{} ({} times)",
                 days_of({stretches.front().first, stretches.back().last}), stretches.size());
  else
    for (const Stretch& stretch : stretches) join(facts, days_of(stretch), kBetween);
  if (!stretches.empty()) return;
  if (schedule.first) join(facts, say("từ {}", "from {}", written(*schedule.first)), kBetween);
  if (schedule.last) join(facts, say("chậm nhất {}", "by {}", written(*schedule.last)), kBetween);
}

Message cycle_of(const Recurrence& recurrence) {
  const Phrase unit = kCycleWords[static_cast<std::size_t>(recurrence.cycle)];
  Message out = recurrence.every == 1 ? say("mỗi {}", "every {}", unit)
                                      : say("cứ {} {}", "every {} {}s", recurrence.every, unit);
  if (recurrence.times > 1) out += say(" {} lần", " {} times", recurrence.times);
  if (recurrence.weekday)
    out += say(" vào {}", " on {}", kWeekdayWords[recurrence.weekday->c_encoding()]);
  if (recurrence.month_day) out += say(" ngày {}", " on day {}", *recurrence.month_day);
  if (recurrence.in_next) out += Phrase{" của tháng sau", " of the month after"};
  return out;
}

/// Whether each time of a year has a last day, though the whole has none: of what comes back each
/// month or less often, and in every year.
bool has_days_of_times(const Schedule& schedule) {
  if (schedule.last || says(schedule, Kind::continuous) ||
      (schedule.kind != Kind::recurring && schedule.kind != Kind::since))
    return false;
  // In the order of `Cycle`; 0: more often than each month.
  static constexpr int kMonths[] = {0, 0, 1, 3, 6, 12};
  return std::ranges::any_of(schedule.recurrences, [](const Recurrence& each) {
    const int months = kMonths[static_cast<std::size_t>(each.cycle)] * each.every;
    return each.times == 1 && months > 0 && months <= 12;
  });
}

}  // namespace

const ScheduleWord& schedule_word(ScheduleKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

Message describe(const Schedule& schedule) {
  Message out = schedule_word(schedule.kind).words;
  if (schedule.unread) return say("{}: {}", "{}: {}", out, schedule.unread->why);
  for (const Kind kind : schedule.also) join(out, schedule_word(kind).words);
  Message facts;
  add_days(facts, schedule);
  for (const Recurrence& recurrence : schedule.recurrences)
    join(facts, cycle_of(recurrence), kBetween);
  if (!facts.empty()) out += say(": {}", ": {}", facts);
  if (schedule.approximate) out += Phrase{" (khoảng chừng)", " (roughly)"};
  if (schedule.year_assumed)
    out += Phrase{" (không ghi năm, lấy năm của kế hoạch)", " (no year given: the plan's)"};
  if (has_days_of_times(schedule))
    out += Phrase{"; mỗi lần có hạn riêng", "; each time has a deadline of its own"};
  else if (!schedule.last)
    out += Phrase{"; không có hạn", "; no deadline"};
  return out;
}

}  // namespace wardplan
