// Holidays, and occasions that are known by their days.
#include "times/grammar.h"

namespace wardplan {
namespace {

using Kind = ScheduleKind;
using Word = TimeWord;

/// Words between `các` and `lễ`: `các ngày lễ`, `nhân dịp lễ`.
bool fills_event(Word word) {
  return is_any(word, Word::plural, Word::on, Word::occasion, Word::day);
}

/// Distance to the `(15/10)` that an occasion is known by, or 0.
std::size_t dated_parenthesis(const TimeReader& reader) {
  for (std::size_t ahead = 0;; ++ahead) {
    const Word word = token(reader, ahead).word;
    if (is_any(word, Word::end, Word::close, Word::semicolon)) return 0;
    if (word != Word::open) continue;
    return stands_date(reader, next_is(reader, Word::day, ahead + 1) ? ahead + 2 : ahead + 1)
               ? ahead
               : 0;
  }
}

/// Distance to the `30/4` of `dịp 30/4`, `nhân dịp kỷ niệm ngày 22/12`, or 0.
std::size_t dated_occasion(const TimeReader& reader) {
  std::size_t ahead = next_is(reader, Word::on) ? 2 : 1;
  // `nhân dịp Quốc khánh 02/9`: the words name it.
  while (fills_event(token(reader, ahead).word) ||
         is_any(token(reader, ahead).word, Word::event, Word::unknown, Word::gathering))
    ++ahead;
  return stands_date(reader, ahead) ? ahead : 0;
}

bool read_day(TimeReader& reader, TimeDraft& draft) {
  TimePart part;
  if (!read_date(reader, part)) return false;
  part.kind = Kind::occasion;
  draft.items.push_back({part});
  return true;
}

/// `30/4 và 01/5`
Kind read_days(TimeReader& reader, TimeDraft& draft) {
  while (true) {
    if (!read_day(reader, draft)) return Kind::unknown;
    const std::size_t next = next_is(reader, Word::day, 1) ? 2 : 1;
    const bool more = is_list_sign(token(reader).word) || next_is(reader, Word::dash);
    if (!more || !stands_date(reader, next)) return Kind::occasion;
    reader.at += next;
  }
}

}  // namespace

bool is_event(const TimeReader& reader, std::size_t ahead) {
  while (fills_event(token(reader, ahead).word)) ++ahead;
  return next_is(reader, Word::event, ahead);
}

ScheduleKind read_events(TimeReader& reader) {
  while (true) {
    while (fills_event(token(reader).word)) ++reader.at;
    ++reader.at;
    // `Tết Nguyên đán Bính Ngọ năm 2026`: which one it is, not when.
    accept(reader, Word::lunar_year);
    const std::size_t year = next_is(reader, Word::year) ? 1 : 0;
    if (is_year(token(reader, year))) reader.at += year + 1;
    const std::size_t sign = is_list_sign(token(reader).word) ? 1 : 0;
    if (!is_event(reader, sign)) return Kind::events;
    reader.at += sign;
  }
}

bool is_term(const TimeReader& reader) {
  std::size_t ahead = 0;
  while (is_any(token(reader, ahead).word, Word::within, Word::on, Word::occasion)) ++ahead;
  return next_is(reader, Word::term, ahead);
}

void skip_term(TimeReader& reader) {
  while (!accept(reader, Word::term)) ++reader.at;
  if (next_is(reader, Word::roman) || is_small(token(reader))) ++reader.at;
  while (is_any(token(reader).word, Word::of, Word::school_year, Word::year, Word::dash,
                Word::slash) ||
         is_year(token(reader)))
    ++reader.at;
}

bool is_occasion(const TimeReader& reader) {
  return next_is(reader, Word::occasion, next_is(reader, Word::on) ? 1 : 0) &&
         (dated_occasion(reader) > 0 || dated_parenthesis(reader) > 0);
}

/// `vào dịp kỷ niệm … (15/10) và ngày … (06/11)`: the days in brackets; the words name them.
ScheduleKind read_occasion(TimeReader& reader, TimeDraft& draft) {
  if (const std::size_t words = dated_occasion(reader)) {
    reader.at += words;
    return read_days(reader, draft);
  }
  do {
    reader.at += dated_parenthesis(reader) + 1;
    accept(reader, Word::day);
    if (!read_day(reader, draft)) return Kind::unknown;
    if (!accept(reader, Word::close)) {
      refuse_here(reader);
      return Kind::unknown;
    }
    if (!is_list_sign(token(reader).word) || dated_parenthesis(reader) == 0) return Kind::occasion;
  } while (true);
}

}  // namespace wardplan
