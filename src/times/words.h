#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

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

}  // namespace wardplan
