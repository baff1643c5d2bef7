// What comes again: `Hàng tháng, quý`, `Định kỳ 6 tháng`, `sáng thứ 7 hàng tuần`, `1 lần/quý`.
#include <algorithm>

#include "times/grammar.h"

namespace wardplan {
namespace {

using Word = TimeWord;

struct CycleWord {
  Word word;
  Cycle cycle;
};
constexpr CycleWord kCycleWords[] = {
    {Word::day, Cycle::day},         {Word::week, Cycle::week}, {Word::month, Cycle::month},
    {Word::quarter, Cycle::quarter}, {Word::year, Cycle::year},
};

const CycleWord* cycle_word(const TimeToken& token) {
  const auto found = std::ranges::find(kCycleWords, token.word, &CycleWord::word);
  return found == std::end(kCycleWords) ? nullptr : &*found;
}

bool joins_cycles(Word word) { return is_list_sign(word) || word == Word::semicolon; }

bool is_count_of_times(const TimeReader& reader, std::size_t ahead) {
  return is_small(token(reader, ahead)) && next_is(reader, Word::times, ahead + 1);
}

bool begins_weekday(const TimeReader& reader, std::size_t ahead = 0) {
  if (next_is(reader, Word::part_of_day, ahead)) ++ahead;
  return next_is(reader, Word::weekday, ahead) || next_is(reader, Word::weekday_name, ahead);
}

/// `ngày 15` that no month follows.
bool is_month_day(const TimeReader& reader, std::size_t ahead = 0) {
  return next_is(reader, Word::day, ahead) && is_small(token(reader, ahead + 1)) &&
         !stands_date(reader, ahead + 1) && !next_is(reader, Word::month, ahead + 2);
}

/// Words of `hàng tháng`, `của các tháng`, `tháng sau` behind a day, or 0.
std::size_t words_of_months(const TimeReader& reader, std::size_t ahead) {
  std::size_t words = next_is(reader, Word::of, ahead) ? 1 : 0;
  if (next_is(reader, Word::next_month, ahead + words)) return words + 1;
  if (is_any(token(reader, ahead + words).word, Word::each, Word::plural)) ++words;
  const Word after = token(reader, ahead + words + 1).word;
  const bool of_each = words > 0 && next_is(reader, Word::month, ahead + words);
  return of_each &&
                 !is_any(after, Word::number, Word::first_part, Word::middle_part, Word::last_part)
             ? words + 1
             : 0;
}

bool is_monthly_day(const TimeReader& reader, std::size_t ahead) {
  return is_month_day(reader, ahead) && words_of_months(reader, ahead + 2) > 0;
}

/// `cuối quý`, `đầu mỗi tháng`, `ngày cuối tháng`: of each, where no number says of which.
bool is_part_of_cycle(const TimeReader& reader) {
  using enum TimeWord;
  if (!is_any(token(reader).word, first_part, middle_part, last_part, last_day)) return false;
  std::size_t ahead = next_is(reader, of, 1) ? 2 : 1;
  if (is_any(token(reader, ahead).word, each, plural)) ++ahead;
  return is_any(token(reader, ahead).word, week, month, quarter) &&
         !is_any(token(reader, ahead + 1).word, number, roman, first_part, middle_part, last_part,
                 each);
}

/// Words before a day that is one of a recurrence: `trước ngày 25 hàng tháng`, `vào sáng thứ 7`.
std::size_t lead(const TimeReader& reader) {
  return is_any(token(reader).word, Word::before, Word::no_later, Word::on) ? 1 : 0;
}

bool is_times_per(const TimeReader& reader) {
  return is_count_of_times(reader, 0) && next_is(reader, Word::slash, 2) &&
         cycle_word(token(reader, 3)) != nullptr;
}

/// `6 tháng một lần`, `2 tuần/lần`
bool is_cycle_once(const TimeReader& reader) {
  if (!is_small(token(reader)) || cycle_word(token(reader, 1)) == nullptr) return false;
  return next_is(reader, Word::once, 2) || is_count_of_times(reader, 2) ||
         (next_is(reader, Word::slash, 2) && next_is(reader, Word::times, 3));
}

/// `theo quý, năm` is a recurrence; `Theo quý định` and `Theo kế hoạch quý` are not.
bool is_by_cycle(const TimeReader& reader) {
  if (!next_is(reader, Word::according) || !begins_cycle(reader, 1)) return false;
  const Word after = token(reader, next_is(reader, Word::number, 1) ? 3 : 2).word;
  return is_any(after, Word::end, Word::close, Word::open) || joins_cycles(after);
}

Recurrence each_months(int count) {
  if (count == 3) return {.cycle = Cycle::quarter};
  if (count == 6) return {.cycle = Cycle::half_year};
  if (count == 12) return {.cycle = Cycle::year};
  return {.cycle = Cycle::month, .every = count};
}

void read_times(TimeReader& reader, Recurrence& recurrence) {
  if (is_count_of_times(reader, 0)) {
    recurrence.times = token(reader).value;
    reader.at += 2;
  } else if (next_is(reader, Word::slash) && next_is(reader, Word::times, 1)) {
    reader.at += 2;
  } else {
    accept(reader, Word::once);
  }
}

bool read_weekdays(TimeReader& reader, std::vector<std::chrono::weekday>& weekdays) {
  while (true) {
    accept(reader, Word::part_of_day);
    const bool numbered = accept(reader, Word::weekday) || next_is(reader, Word::number);
    const TimeToken& day = token(reader);
    if (!numbered && day.word != Word::weekday_name) return refuse_here(reader);
    if (numbered && day.word != Word::number) return refuse_here(reader);
    if (numbered && (day.value < 2 || day.value > 7))
      return refuse(reader, reader.at, reader.at + 1, kTimeFaults.weekday);
    // Sunday is 8 in Vietnamese and 7 in ISO.
    weekdays.emplace_back(static_cast<unsigned>(day.value - 1));
    ++reader.at;
    const bool more = (next_is(reader, Word::comma) || next_is(reader, Word::both)) &&
                      (begins_weekday(reader, 1) || is_small(token(reader, 1)));
    if (!more) return true;
    ++reader.at;
  }
}

void add_weekly(const Recurrence& weekly, const std::vector<std::chrono::weekday>& weekdays,
                std::vector<Recurrence>& recurrences) {
  for (const std::chrono::weekday weekday : weekdays) {
    recurrences.push_back(weekly);
    recurrences.back().weekday = weekday;
  }
}

bool read_month_day(TimeReader& reader, Recurrence& recurrence) {
  const int day = token(reader, 1).value;
  if (day < 1 || day > 31) return refuse(reader, reader.at + 1, reader.at + 2, kTimeFaults.day);
  recurrence.month_day = day;
  reader.at += 2;
  const std::size_t months = words_of_months(reader, 0);
  recurrence.in_next = months > 0 && next_is(reader, Word::next_month, months - 1);
  reader.at += months;
  return true;
}

bool read_part_of_cycle(TimeReader& reader, std::vector<Recurrence>& recurrences) {
  const bool last_day = next_is(reader, Word::last_day);
  while (cycle_word(token(reader)) == nullptr) ++reader.at;
  Recurrence& recurrence = recurrences.emplace_back();
  recurrence.cycle = cycle_word(token(reader))->cycle;
  if (last_day && recurrence.cycle == Cycle::month) recurrence.month_day = 31;
  ++reader.at;
  return true;
}

/// On which weekdays or which day of the month: `Hàng tuần (sáng thứ 7)`, `Hàng tháng trước ngày
/// 15`.
bool read_details(TimeReader& reader, Recurrence recurrence, std::vector<Recurrence>& recurrences) {
  const bool enclosed = next_is(reader, Word::open);
  std::size_t skip = enclosed || is_any(token(reader).word, Word::comma, Word::colon) ? 1 : 0;
  if (is_any(token(reader, skip).word, Word::on, Word::before, Word::no_later)) ++skip;
  const bool weekly = recurrence.cycle == Cycle::week && begins_weekday(reader, skip);
  const bool monthly = recurrence.cycle == Cycle::month && is_month_day(reader, skip);
  if (!weekly && !monthly) {
    recurrences.push_back(recurrence);
    return true;
  }
  reader.at += skip;
  if (weekly) {
    std::vector<std::chrono::weekday> weekdays;
    if (!read_weekdays(reader, weekdays)) return false;
    add_weekly(recurrence, weekdays, recurrences);
  } else {
    if (!read_month_day(reader, recurrence)) return false;
    recurrences.push_back(recurrence);
  }
  return !enclosed || accept(reader, Word::close) || refuse_here(reader);
}

bool read_cycle(TimeReader& reader, std::vector<Recurrence>& recurrences) {
  Recurrence recurrence;
  int count = 1;
  if (is_small(token(reader))) {
    count = token(reader).value;
    if (count == 0) return refuse_here(reader);
    ++reader.at;
  }
  const CycleWord* unit = cycle_word(token(reader));
  if (!unit) return refuse_here(reader);
  ++reader.at;
  if (unit->cycle == Cycle::month)
    recurrence = each_months(count);
  else
    recurrence = {.cycle = unit->cycle, .every = count};
  read_times(reader, recurrence);
  if (recurrence.times == 0) return refuse_here(reader);
  return read_details(reader, recurrence, recurrences);
}

bool read_cycles(TimeReader& reader, std::vector<Recurrence>& recurrences) {
  while (true) {
    accept(reader, Word::each);
    if (!read_cycle(reader, recurrences)) return false;
    if (!joins_cycles(token(reader).word)) return true;
    const std::size_t ahead = next_is(reader, Word::each, 1) ? 2 : 1;
    if (!begins_cycle(reader, ahead)) return true;
    ++reader.at;
  }
}

bool read_leading_weekdays(TimeReader& reader, std::vector<Recurrence>& recurrences) {
  const std::size_t from = reader.at;
  std::vector<std::chrono::weekday> weekdays;
  if (!read_weekdays(reader, weekdays)) return false;
  if (!accept(reader, Word::each) || !accept(reader, Word::week))
    return refuse(reader, from, reader.at, kTimeFaults.weekday_alone);
  add_weekly({.cycle = Cycle::week}, weekdays, recurrences);
  return true;
}

bool read_times_per(TimeReader& reader, std::vector<Recurrence>& recurrences) {
  const int times = token(reader).value;
  reader.at += 3;
  const std::size_t from = recurrences.size();
  if (times == 0) return refuse_here(reader);
  if (!read_cycle(reader, recurrences)) return false;
  for (std::size_t at = from; at < recurrences.size(); ++at) recurrences[at].times = times;
  return true;
}

/// `Định kỳ`, alone or before what says how often.
bool read_periodic(TimeReader& reader, std::vector<Recurrence>& recurrences) {
  ++reader.at;
  if (next_is(reader, Word::comma) && next_is(reader, Word::each, 1)) ++reader.at;
  if (is_by_cycle(reader)) ++reader.at;
  const bool each = next_is(reader, Word::each);
  if (begins_recurrence(reader) && !each) return read_recurrence(reader, recurrences);
  if (each || begins_cycle(reader, 0)) return read_cycles(reader, recurrences);
  return true;
}

}  // namespace

bool begins_cycle(const TimeReader& reader, std::size_t ahead) {
  if (is_small(token(reader, ahead))) {
    const Word after = token(reader, ahead + 2).word;
    return cycle_word(token(reader, ahead + 1)) != nullptr &&
           !is_any(after, Word::first_part, Word::last_part, Word::middle_part, Word::working,
                   Word::after_event);
  }
  if (!cycle_word(token(reader, ahead))) return false;
  const Word after = token(reader, ahead + 1).word;
  return !is_any(after, Word::number, Word::roman) || is_count_of_times(reader, ahead + 1);
}

bool begins_recurrence(const TimeReader& reader) {
  const std::size_t from = lead(reader);
  return next_is(reader, Word::each) || next_is(reader, Word::periodic) || is_by_cycle(reader) ||
         is_times_per(reader) || is_cycle_once(reader) ||
         (begins_weekday(reader, from) && words_of_weekday(reader, from) == 0) ||
         is_monthly_day(reader, from) || is_part_of_cycle(reader);
}

bool read_recurrence(TimeReader& reader, std::vector<Recurrence>& recurrences) {
  if (next_is(reader, Word::periodic)) return read_periodic(reader, recurrences);
  if (is_times_per(reader)) return read_times_per(reader, recurrences);
  if (is_part_of_cycle(reader)) return read_part_of_cycle(reader, recurrences);
  if (is_by_cycle(reader)) ++reader.at;
  const std::size_t from = lead(reader);
  reader.at += from;
  if (begins_weekday(reader)) return read_leading_weekdays(reader, recurrences);
  if (is_monthly_day(reader, 0)) {
    return read_month_day(reader, recurrences.emplace_back());
  }
  return read_cycles(reader, recurrences);
}

}  // namespace wardplan
