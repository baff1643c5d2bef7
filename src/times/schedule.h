#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.h"
#include "times/date.h"

namespace wardplan {

/// What a schedule expression says; the kinds up to `since` are open: they end on no known day.
enum class ScheduleKind {
  unknown,     // not understood
  continuous,  // Thường xuyên
  recurring,   // Hàng tháng; Định kỳ 6 tháng; sáng thứ 7 hàng tuần
  events,      // Các ngày lễ, Tết, kỷ niệm
  as_needed,   // kịp thời; đột xuất; theo yêu cầu; khi cần thiết
  outside,  // Theo tiến độ dự án; có hướng dẫn riêng: some other text or event sets it
  since,    // từ đầu năm; năm 2023 và các năm tiếp theo
  until,    // Trước ngày 10/9/2023; đến năm 2025; hết quý III: the first day isn't said
  days,     // 15/10/2023; từ ngày 15 đến ngày 20/10/2023
  months,          // Tháng 3,7,10/2023; từ tháng 3 đến tháng 5/2023
  quarters,        // Quý I, Quý II
  half_year,       // 6 tháng đầu năm
  nine_months,     // 9 tháng
  year,            // Năm 2023; cả năm
  several_years,   // giai đoạn 2023-2025
  school_year,     // Năm học 2022 - 2023
  day_of_quarter,  // ngày 15 tháng cuối quý
  occasion,        // vào dịp (15/10) và (06/11): about a day, not on it
  mixed            // bounded, of more than one kind: Quý I, Tháng 6/2023
};

enum class Cycle { day, week, month, quarter, half_year, year };

/// How often: `times` in every `every` cycles, on a weekday or a day of the month where one is
/// said.
struct Recurrence {
  Cycle cycle = Cycle::month;
  int every = 1;
  int times = 1;
  std::optional<std::chrono::weekday> weekday = {};
  /// For a quarter: the day of one of its months; the 31st of a shorter month is its last.
  std::optional<int> month_day = {};
  /// The day is of the month after: `ngày 05 tháng sau`.
  bool in_next = false;

  friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

/// Bytes [begin, end) of an expression that were not understood, and why; what to type where that
/// is known.
struct Unread {
  std::size_t begin = 0;
  std::size_t end = 0;
  Phrase why = {};
  Message help = {};
};

/// How one schedule expression is read; everything but `unread` is empty when it is not understood.
struct Schedule {
  ScheduleKind kind = ScheduleKind::unknown;
  /// The plan's, by which it was read.
  int year = 0;
  /// What the same text says beside it: `Năm 2026 (báo cáo hàng tháng)` is a year, also recurring.
  std::vector<ScheduleKind> also = {};
  /// The stretches that are known on both sides, in order of the calendar, none overlapping.
  std::vector<Stretch> occurrences = {};
  /// First and last day over all; absent on a side that is open or not said.
  std::optional<Date> first = {};
  std::optional<Date> last = {};
  std::vector<Recurrence> recurrences = {};
  /// A month, quarter or day stood without its year, and the plan's was taken.
  bool year_assumed = false;
  /// The days are near the mark only: a school year, an occasion, `cuối năm`.
  bool approximate = false;
  /// Its end names only a year: `giai đoạn 2023-2025`, `đến năm 2030`.
  bool to_year = false;
  /// Steps are named (`Đợt 1: …; Đợt 2: …`), each with a time of its own.
  bool of_steps = false;
  std::optional<Unread> unread = {};

  bool understood() const { return !unread; }
};

/// Reads one schedule expression of a plan of that year, without regard to case, blanks and
/// composed or decomposed letters; a text typed wholly without marks is read too. Never guesses:
/// what has two readings is not understood.
Schedule parse_schedule(std::string_view text, int year);

/// Whether the expression says this, alone or beside something else.
bool says(const Schedule& schedule, ScheduleKind kind);

/// The last day of the expression; nothing when it is open or not understood.
std::optional<Date> deadline(const Schedule& schedule);

/// The kind in data (`day-of-quarter`), and in words.
struct ScheduleWord {
  std::string_view token;
  Phrase words;
};
const ScheduleWord& schedule_word(ScheduleKind kind);

/// One line that tells how an expression is read.
Message describe(const Schedule& schedule);

// What may have been meant by a time that says something odd.

/// Whether all its days lie outside a year.
bool is_outside(const Schedule& schedule, int year);

/// Whether its last day comes behind a year and the January after it; not where it names a later
/// year as such (`to_year`).
bool ends_after(const Schedule& schedule, int year);

/// Another way to write a time, and how that is read.
struct Mended {
  std::string text;
  Schedule read;
};

/// The text with the one year that it names put right, or nothing.
std::optional<Mended> in_year(const std::string& text, int year);

/// The text with the year behind one of its numbers, where that says the same days; or nothing.
std::optional<std::string> with_year(const std::string& text, int year);

}  // namespace wardplan
