#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "times/schedule.h"

// The grammar of schedule expressions: words and the walk over them (reader.cc), those that change
// no day (asides.cc), bounded times (parts.cc) and what lies within them (within.cc), what comes
// again (recurring.cc), days of several months (month_days.cc), holidays and occasions
// (occasions.cc), clauses of them all (clauses.cc), and the days that they come to (settle.cc).

namespace wardplan {

/// What one word, number or sign of a schedule expression means; `reader.cc` has their spellings.
enum class TimeWord : std::uint8_t {
  end,
  unknown,
  number,
  roman,
  comma,
  semicolon,
  slash,
  dash,
  point,
  colon,
  open,
  close,
  both,
  either,
  day,
  week,
  month,
  quarter,
  year,
  school_year,
  term,
  gathering,
  stage,
  plural,
  of,
  is,
  on,
  occasion,
  within,
  whole,
  first_part,
  middle_part,
  last_part,
  first_half,
  last_half,
  from,
  from_now,
  to,
  by_end,
  before,
  no_later,
  onwards,
  next_year,
  next_month,
  next_quarter,
  last_day,
  each,
  periodic,
  once,
  times,
  at_hour,
  hour,
  minute,
  part_of_day,
  weekday,
  weekday_name,
  month_name,
  months_counted,
  quarter_name,
  lunar_year,
  batch,
  planned,
  continuous,
  event,
  as_needed,
  on_request,
  according,
  after,
  after_event,
  own_notice,
  working,
  negation,
  verb
};

/// Whether a word is one of these.
template <class... Words>
constexpr bool is_any(TimeWord word, Words... words) {
  return ((word == words) || ...);
}

/// Whether a sign or word parts what is named one after the other.
constexpr bool is_list_sign(TimeWord word) {
  return is_any(word, TimeWord::comma, TimeWord::both, TimeWord::either, TimeWord::slash);
}

/// A word of the table, a number or a sign, and its bytes [begin, end) in the text.
struct TimeToken {
  TimeWord word = TimeWord::end;
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Of a number and a Roman numeral; of a weekday 2 (Monday) to 8 (Sunday), as Vietnamese counts.
  int value = 0;
  /// Of a number; one in words has 2.
  std::size_t digits = 0;
  /// First on a line that isn't the first line.
  bool opens_line = false;
};

/// Splits an expression; phrases of several syllables (`thường xuyên`) make one token. A token
/// `end` of no bytes closes the list.
std::vector<TimeToken> time_tokens(std::string_view text);

/// A walk over the words of one expression; the functions that read return false once `unread` is
/// set, and then nothing more is read.
struct TimeReader {
  std::vector<TimeToken> tokens;
  std::size_t at = 0;
  /// First token of the clause being read.
  std::size_t clause = 0;
  /// `dự kiến` stood somewhere.
  bool planned = false;
  std::optional<Unread> unread = {};
};

/// Takes out what changes no day: `17h00 ngày`, `sáng 15/5`, `(dự kiến)`.
void drop_asides(TimeReader& reader);

/// Why a part is not understood.
struct TimeFaults {
  Phrase words = {"không rõ ý ở đây", "it isn't clear what this says"};
  Phrase empty = {"không có chữ nào", "there is nothing to read"};
  Phrase too_long = {"dài quá, không thể là một thời gian", "it is too long for a time"};
  Phrase month = {"tháng có từ 1 đến 12", "months go from 1 to 12"};
  Phrase hour = {"giờ có từ 0 đến 24, phút từ 0 đến 59",
                 "hours go from 0 to 24, minutes from 0 to 59"};
  Phrase week = {"một tháng có nhiều nhất 5 tuần", "a month has five weeks at most"};
  Phrase quarter = {"quý có từ I đến IV", "quarters go from I to IV"};
  Phrase day = {"lịch không có ngày này", "the calendar has no such day"};
  Phrase weekday = {"thứ có từ 2 đến 7", "numbered weekdays go from 2 to 7"};
  Phrase year = {"năm viết đủ bốn chữ số, từ 1900 đến 2199",
                 "a year has four digits, from 1900 to 2199"};
  Phrase which_year = {"không rõ là năm nào", "it isn't clear which year is meant"};
  Phrase which_month = {"không rõ là tháng nào", "it isn't clear which month is meant"};
  Phrase backwards = {"kết thúc trước khi bắt đầu", "it ends before it begins"};
  Phrase overlap = {"trùng với phần khác trong cùng ô", "it overlaps another part of the text"};
  Phrase school_year = {"năm học gồm hai năm liền nhau",
                        "a school year spans two years that follow each other"};
  Phrase two_lists = {"có thể hiểu hai cách: thời gian này tính từ phần nào của danh sách",
                      "it can be read in two ways: from which part of the list it goes on"};
  Phrase one_year = {"có thể hiểu hai cách: năm đầu hay năm thứ hai của cặp năm",
                     "it can be read in two ways: the first or the second of two years"};
  Phrase before_span = {
      "có thể hiểu hai cách: trước ngày đầu, hay chậm nhất ngày cuối của thời "
      "gian này",
      "it can be read in two ways: before its first day, or by its last"};
  Phrase weekday_alone = {"có thể hiểu hai cách: mỗi tuần, hay một lần",
                          "it can be read in two ways: each week, or once"};
  Phrase span_alone = {
      "có thể hiểu hai cách: cứ chừng ấy thời gian một lần, hay trong chừng ấy thời gian",
      "it can be read in two ways: once in every such time, or for that long"};
  Phrase other_weekday = {"ngày này rơi vào thứ khác", "that day falls on another weekday"};
  Phrase combined = {"không ghép được với phần trước", "it can't go with what stands before it"};
};
inline constexpr TimeFaults kTimeFaults;

/// The token `ahead` places further on; the closing one when there is none.
const TimeToken& token(const TimeReader& reader, std::size_t ahead = 0);

bool next_is(const TimeReader& reader, TimeWord word, std::size_t ahead = 0);

/// Steps over the next token when it is this word.
bool accept(TimeReader& reader, TimeWord word);

/// Notes that tokens [from, to) are not understood, unless something before was not; false.
bool refuse(TimeReader& reader, std::size_t from, std::size_t to, Phrase why);

/// The same of what stands here, up to the next sign that parts clauses; at such a sign, of the
/// clause before it.
bool refuse_here(TimeReader& reader, Phrase why = kTimeFaults.words);

/// Whether a token is a number of four digits.
bool is_year(const TimeToken& token);

/// Whether a token is a number of one or two digits.
bool is_small(const TimeToken& token);

/// A day, or the months from one to another; its year, and a lone day's month, may still be
/// missing.
struct TimePart {
  ScheduleKind kind = ScheduleKind::unknown;
  /// Of `first_month`; absent: whole months. The 31st of a shorter month is its last day where
  /// `last_day` is said.
  std::optional<int> day = {};
  /// Of a part of a month: the days from `day` to this one.
  std::optional<int> to_day = {};
  bool last_day = false;
  int first_month = 1;
  int last_month = 12;
  /// A lone day, its month to be read further on: `ngày 15, 16/10/2023`.
  bool month_missing = false;
  std::optional<int> year = {};
  /// Where it isn't the year of the beginning.
  std::optional<int> last_year = {};
  /// It means the plan's year by itself (`cả năm`), so that none is missing.
  bool of_plan = false;
  /// Of the year after the plan's: `tháng 1 năm sau`.
  bool next_year = false;
  bool approximate = false;
  /// Of a day, where it is said: `thứ Sáu, ngày 15/5`.
  std::optional<std::chrono::weekday> weekday = {};
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

/// Whether `đầu tháng 3`, `giữa năm`, `tuần 3 tháng 5`, `ngày cuối tháng 5` begins `ahead` places
/// further on: a part of a month, a quarter or a year.
bool begins_within(const TimeReader& reader, std::size_t ahead = 0);

/// Words of `thứ Sáu,` before a date, or 0.
std::size_t words_of_weekday(const TimeReader& reader, std::size_t ahead = 0);

/// Reads such a part.
bool read_within(TimeReader& reader, std::vector<TimeItem>& items);

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

/// Whether holidays (`các ngày lễ, Tết`) stand `ahead` places further on.
bool is_event(const TimeReader& reader, std::size_t ahead = 0);
ScheduleKind read_events(TimeReader& reader);

/// Bytes [begin, end) of a time in which something was typed for `meant`.
struct TimeSlip {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string meant = {};
  Phrase why = {};
};

/// What may be slips of typing in a text, in order: `2O23`, `l5/5`, `Quý lV`, `Tháng 112023`.
std::vector<TimeSlip> slips_in(std::string_view text);

/// Whether a term or a holiday of schools begins here, `Học kỳ II năm học 2022 - 2023`, `Dịp hè
/// 2023`: each school says its days.
bool is_term(const TimeReader& reader);
void skip_term(TimeReader& reader);

/// Whether an occasion with its days begins here: `vào dịp 15/10 và 06/11`.
bool is_occasion(const TimeReader& reader);
ScheduleKind read_occasion(TimeReader& reader, TimeDraft& draft);

/// Whether `ngày 15 tháng cuối quý` begins here, with `trước` before it or not.
bool is_quarter_days(const TimeReader& reader);
bool read_quarter_days(TimeReader& reader, TimeDraft& draft);

/// The same of `ngày 15 các tháng 3, 6, 9`.
bool is_days_of_months(const TimeReader& reader);
bool read_days_of_months(TimeReader& reader, TimeDraft& draft);

/// Words of a remark behind a time that says no other: `(báo cáo)`, `(Kế hoạch 51/KH-UBND)`,
/// `, báo cáo kết quả`; 0 where something in it may be a time.
std::size_t words_of_remark(const TimeReader& reader, bool enclosed);

/// Words of what a step is called before its time: `Đợt 1:`, `Tổng kết:`; 0 where none is named.
std::size_t words_of_label(const TimeReader& reader);

/// Steps over what a step is called behind its time, up to the next: `Tháng 3: lập kế hoạch`.
bool skip_step_name(TimeReader& reader);

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
/// a day doesn't exist, parts overlap, or the order shows that this cannot be meant. Named steps
/// may overlap; their stretches become one.
bool settle_items(TimeReader& reader, int plan_year, const std::vector<TimeItem>& items,
                  bool are_steps, Schedule& schedule);

/// The stretch of one part that stands alone.
std::optional<Stretch> settle_part(TimeReader& reader, int plan_year, const TimePart& part,
                                   Schedule& schedule);

}  // namespace wardplan
