#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "times/schedule.h"

namespace wardplan {

/// What one word, number or sign of a schedule expression means; `words.cc` has their spellings.
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
  from,
  to,
  by_end,
  before,
  no_later,
  onwards,
  each,
  periodic,
  once,
  times,
  part_of_day,
  weekday,
  weekday_name,
  continuous,
  event,
  as_needed,
  on_request,
  according,
  after_event,
  own_notice,
  working,
  verb
};

/// Whether a word is one of these.
template <class... Words>
constexpr bool is_any(TimeWord word, Words... words) {
  return ((word == words) || ...);
}

/// A word of the table, a number or a sign, and its bytes [begin, end) in the text.
struct TimeToken {
  TimeWord word = TimeWord::end;
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Of a number and a Roman numeral; of a weekday 2 (Monday) to 8 (Sunday), as Vietnamese counts.
  int value = 0;
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
  std::optional<Unread> unread = {};
};

/// Why a part is not understood.
struct TimeFaults {
  Phrase words = {"không rõ ý ở đây", "what this says is not clear"};
  Phrase empty = {"không có chữ nào", "there is nothing to read"};
  Phrase month = {"tháng có từ 1 đến 12", "months go from 1 to 12"};
  Phrase quarter = {"quý có từ I đến IV", "quarters go from I to IV"};
  Phrase day = {"lịch không có ngày này", "the calendar has no such day"};
  Phrase weekday = {"thứ có từ 2 đến 7", "numbered weekdays go from 2 to 7"};
  Phrase year = {"năm viết đủ bốn chữ số, từ 1900 đến 2199",
                 "a year has four digits, from 1900 to 2199"};
  Phrase which_year = {"không rõ là năm nào", "which year is not clear"};
  Phrase which_month = {"không rõ là tháng nào", "which month is not clear"};
  Phrase backwards = {"kết thúc trước khi bắt đầu", "it ends before it begins"};
  Phrase overlap = {"trùng với phần khác trong cùng ô", "it overlaps another part of the text"};
  Phrase school_year = {"năm học gồm hai năm liền nhau",
                        "a school year spans two years that follow each other"};
  Phrase two_readings = {"có thể hiểu hai cách", "it can be read in two ways"};
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

}  // namespace wardplan
