#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "times/reader.h"

// The grammar: bounded times (parts.cc), what comes again (recurring.cc), clauses of both
// (clauses.cc), and the days that they come to (settle.cc).

namespace wardplan {

/// A day, or the months from one to another; its year, and a lone day's month, may still be
/// missing.
struct TimePart {
  ScheduleKind kind = ScheduleKind::unknown;
  /// Of `first_month`; absent: whole months.
  std::optional<int> day = {};
  int first_month = 1;
  int last_month = 12;
  /// A lone day, its month to be read further on: `ngày 15, 16/10/2023`.
  bool month_missing = false;
  std::optional<int> year = {};
  /// Where it isn't the year of the beginning.
  std::optional<int> last_year = {};
  /// It means the plan's year by itself (`cả năm`), so that none is missing.
  bool of_plan = false;
  /// Tokens [from, to).
  std::size_t from = 0;
  std::size_t to = 0;
};

/// A part, or the time from one part to another.
struct TimeItem {
  TimePart first = {};
  std::optional<TimePart> last = {};
};

/// A unit that is counted within the year.
struct CountedUnit {
  ScheduleKind kind;
  int most;
  int months;
  Phrase fault;
};
inline constexpr CountedUnit kMonthUnit = {ScheduleKind::months, 12, 1, kTimeFaults.month};
inline constexpr CountedUnit kQuarterUnit = {ScheduleKind::quarters, 4, 3, kTimeFaults.quarter};

/// Whether `15/10`, `15-10-2023` or `15.10.2023` stands `ahead` places further on.
bool stands_date(const TimeReader& reader, std::size_t ahead = 0);

/// Whether a part begins `ahead` places further on.
bool begins_part(const TimeReader& reader, std::size_t ahead = 0);

/// Reads a date of digits (`stands_date`).
bool read_date(TimeReader& reader, TimePart& part);

/// Reads what may follow a month, a quarter or a day: `/2023`, `2023`, `, năm 2023`.
bool read_year_of(TimeReader& reader, TimePart& part);

/// Reads the numbers of a unit: `3,7,10/2023`, `I - III/2023`.
bool read_counted(TimeReader& reader, const CountedUnit& unit, std::vector<TimeItem>& items);

/// Reads one part; where `năm` without a number is allowed, it is the plan's.
bool read_part(TimeReader& reader, TimePart& part, bool plain_year);

/// Reads a list, and on from its last part to another (`tháng 3 đến tháng 5/2023`).
bool read_items(TimeReader& reader, std::vector<TimeItem>& items);

/// What the clauses of one expression have said so far.
struct TimeDraft {
  std::vector<TimeItem> items = {};
  std::optional<TimePart> since = {};
  std::optional<TimePart> until = {};
  std::vector<Recurrence> recurrences = {};
  bool approximate = false;
};

/// Reads one clause into the draft and tells what it says; `unknown` when it is not understood.
ScheduleKind read_clause(TimeReader& reader, TimeDraft& draft);

/// What items say together; those of more than one kind are `mixed`.
ScheduleKind kind_of(std::span<const TimeItem> items);

/// Whether a recurrence begins here.
bool begins_recurrence(const TimeReader& reader);

/// Reads `Hàng tháng, quý, 6 tháng, năm`, `sáng thứ 7 hàng tuần`, `1 lần/quý`.
bool read_recurrence(TimeReader& reader, std::vector<Recurrence>& recurrences);

/// Whether a recurrence without its `hàng` begins `ahead` places further on: `quý`, `6 tháng`.
bool begins_cycle(const TimeReader& reader, std::size_t ahead);

/// Gives every part its year and adds the stretches, sorted, to `schedule`: a year or month that is
/// not written is the one written further on (`Tháng 3,7,10/2023`), or else the plan's. False when
/// a day doesn't exist, parts overlap, or the order shows that this cannot be meant.
bool settle_items(TimeReader& reader, int plan_year, const std::vector<TimeItem>& items,
                  Schedule& schedule);

/// The stretch of one part that stands alone.
std::optional<Stretch> settle_part(TimeReader& reader, int plan_year, const TimePart& part,
                                   Schedule& schedule);

}  // namespace wardplan
