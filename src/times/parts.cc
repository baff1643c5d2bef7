// Bounded times: days, months, quarters, years and what is counted in them.
#include "times/grammar.h"

#include "figures/numerals.h"

namespace wardplan {
namespace {

using Word = TimeWord;

/// ASSUMED: the documents name school years ("Năm học 2022 - 2023") and never their days, which
/// the city sets anew each year; whatever is reckoned from this is marked as approximate.
constexpr int kFirstSchoolMonth = 9;
constexpr int kLastSchoolMonth = 5;

bool is_value(const TimeToken& token, const CountedUnit& unit) {
  return is_small(token) || (token.word == Word::roman && unit.kind == ScheduleKind::quarters);
}

/// `/` stands before a year here, and `;` between parts.
bool joins_parts(Word word) { return is_any(word, Word::comma, Word::both, Word::semicolon); }

bool is_range_sign(Word word) { return is_any(word, Word::dash, Word::to, Word::by_end); }

bool joins_date(Word word) { return is_any(word, Word::slash, Word::dash, Word::point); }

bool is_iso_date(const TimeReader& reader, std::size_t ahead) {
  return is_year(token(reader, ahead)) && next_is(reader, Word::dash, ahead + 1) &&
         is_small(token(reader, ahead + 2)) && next_is(reader, Word::dash, ahead + 3) &&
         is_small(token(reader, ahead + 4));
}

/// `6 tháng đầu năm`, `9 tháng`: a number of months that is no length of time.
bool is_share_of_year(const TimeReader& reader, std::size_t ahead) {
  if (!is_small(token(reader, ahead)) || !next_is(reader, Word::month, ahead + 1)) return false;
  const Word side = token(reader, ahead + 2).word;
  if (side == Word::first_part || side == Word::last_part)
    return next_is(reader, Word::year, ahead + 3);
  return token(reader, ahead).value == 9;
}

/// `15 - 31/1/2024`: a day up to another, whose month and year are both's.
bool is_days_of_month(const TimeReader& reader, std::size_t ahead) {
  return is_small(token(reader, ahead)) && is_range_sign(token(reader, ahead + 1).word) &&
         stands_date(reader, ahead + 2);
}

bool begins_with_number(const TimeReader& reader, std::size_t ahead) {
  const TimeToken& number = token(reader, ahead);
  const bool month_of_year = is_small(number) && joins_date(token(reader, ahead + 1).word) &&
                             is_year(token(reader, ahead + 2));
  return is_year(number) || stands_date(reader, ahead) || month_of_year ||
         is_days_of_month(reader, ahead) || is_share_of_year(reader, ahead);
}

/// Reads a year, which is the last of the part so far.
bool read_year(TimeReader& reader, TimePart& part,
               std::optional<int> TimePart::*year = &TimePart::year) {
  const TimeToken& number = token(reader);
  if (number.word != Word::number) return refuse_here(reader, kTimeFaults.year);
  if (!is_year(number) || number.value < kFirstYear || number.value > kLastYear)
    return refuse(reader, reader.at, reader.at + 1, kTimeFaults.year);
  part.*year = number.value;
  part.to = ++reader.at;
  return true;
}

/// `20/11/24`; a month alone may not end so.
bool read_short_year(TimeReader& reader, TimePart& part) {
  part.year = 2000 + token(reader).value;
  part.to = ++reader.at;
  return true;
}

/// `năm 2023` that goes on as a list or a range of years belongs to no month before it.
bool is_single_year(const TimeReader& reader, std::size_t ahead) {
  if (!is_year(token(reader, ahead))) return false;
  const Word sign = token(reader, ahead + 1).word;
  return !((joins_parts(sign) || is_range_sign(sign)) && is_year(token(reader, ahead + 2)));
}

bool read_value(TimeReader& reader, const CountedUnit& unit, TimePart& part) {
  const int value = token(reader).value;
  if (value < 1 || value > unit.most) return refuse(reader, reader.at, reader.at + 1, unit.fault);
  part.kind = unit.kind;
  part.first_month = (value - 1) * unit.months + 1;
  part.last_month = value * unit.months;
  part.from = reader.at++;
  part.to = reader.at;
  return true;
}

bool goes_on_counting(const TimeReader& reader, const CountedUnit& unit) {
  return joins_parts(token(reader).word) && is_value(token(reader, 1), unit) &&
         !stands_date(reader, 1) && !next_is(reader, Word::month, 2) &&
         !next_is(reader, Word::times, 2);
}

bool read_day(TimeReader& reader, TimePart& part) {
  if (stands_date(reader)) return read_date(reader, part);
  part.kind = ScheduleKind::days;
  part.from = reader.at;
  part.day = token(reader).value;
  if (!is_small(token(reader))) return refuse_here(reader);
  ++reader.at;
  part.month_missing = !(next_is(reader, Word::month) && is_small(token(reader, 1)));
  if (!part.month_missing) {
    part.first_month = part.last_month = token(reader, 1).value;
    reader.at += 2;
  }
  part.to = reader.at;
  return part.month_missing || read_year_of(reader, part);
}

/// `thứ Sáu, ngày 15/5/2026`; Sunday is 8 in Vietnamese and 7 in ISO.
bool read_weekday_date(TimeReader& reader, std::size_t words, std::vector<TimeItem>& items) {
  const std::size_t from = reader.at;
  accept(reader, Word::part_of_day);
  accept(reader, Word::weekday);
  const int weekday = token(reader).value;
  if (weekday < 2 || weekday > 8)
    return refuse(reader, reader.at, reader.at + 1, kTimeFaults.weekday);
  reader.at = from + words;
  accept(reader, Word::day);
  TimePart& part = items.emplace_back().first;
  if (!read_day(reader, part)) return false;
  part.weekday = std::chrono::weekday(static_cast<unsigned>(weekday - 1));
  part.from = from;
  return true;
}

bool read_days(TimeReader& reader, std::vector<TimeItem>& items) {
  while (true) {
    accept(reader, Word::day);
    if (!read_day(reader, items.emplace_back().first)) return false;
    const bool more = (next_is(reader, Word::comma) || next_is(reader, Word::both)) &&
                      (is_small(token(reader, 1)) ||
                       (next_is(reader, Word::day, 1) && is_small(token(reader, 2))));
    if (!more) return true;
    ++reader.at;
  }
}

bool read_years(TimeReader& reader, std::vector<TimeItem>& items) {
  do {
    TimePart part{.kind = ScheduleKind::year, .from = reader.at};
    if (!read_year(reader, part)) return false;
    items.push_back({part});
    if (!joins_parts(token(reader).word) || !is_year(token(reader, 1))) return true;
    ++reader.at;
  } while (true);
}

/// `2023-2025`, `từ năm 2023 đến năm 2025`, behind the word of its kind
bool read_years_after(TimeReader& reader, TimePart& part, ScheduleKind kind) {
  ++reader.at;
  part.kind = kind;
  accept(reader, Word::from);
  accept(reader, Word::year);
  part.from = reader.at;
  if (!read_year(reader, part)) return false;
  if (!is_range_sign(token(reader).word) && !next_is(reader, Word::slash))
    return refuse_here(reader, kTimeFaults.one_year);
  ++reader.at;
  accept(reader, Word::year);
  if (!read_year(reader, part, &TimePart::last_year)) return false;
  if (*part.last_year < *part.year)
    return refuse(reader, part.from, part.to, kTimeFaults.backwards);
  return true;
}

bool read_school_year(TimeReader& reader, TimePart& part) {
  part.first_month = kFirstSchoolMonth;
  part.last_month = kLastSchoolMonth;
  if (!read_years_after(reader, part, ScheduleKind::school_year)) return false;
  if (*part.last_year != *part.year + 1)
    return refuse(reader, part.from, part.to, kTimeFaults.school_year);
  return true;
}

/// `năm`, `cả năm 2023`: with a number or without, where the plan's year is meant.
bool read_whole_year(TimeReader& reader, TimePart& part) {
  part.kind = ScheduleKind::year;
  part.from = reader.at;
  accept(reader, Word::whole);
  if (!accept(reader, Word::year)) return refuse_here(reader);
  part.of_plan = token(reader).word != Word::number;
  part.to = reader.at;
  if (!part.of_plan) return read_year(reader, part);
  return true;
}

ScheduleKind kind_of_share(int months, bool from_start) {
  if (months == 3) return ScheduleKind::quarters;
  if (months == 6) return ScheduleKind::half_year;
  return months == 9 && from_start ? ScheduleKind::nine_months : ScheduleKind::months;
}

bool read_share_of_year(TimeReader& reader, TimePart& part) {
  const int months = token(reader).value;
  part.from = reader.at;
  if (months < 1 || months > 12) return refuse(reader, reader.at, reader.at + 1, kTimeFaults.month);
  reader.at += 2;
  const bool from_start = !next_is(reader, Word::last_part);
  part.kind = kind_of_share(months, from_start);
  part.first_month = from_start ? 1 : 13 - months;
  part.last_month = from_start ? months : 12;
  if (accept(reader, Word::first_part) || accept(reader, Word::last_part)) ++reader.at;
  part.to = reader.at;
  if (!read_year_of(reader, part)) return false;
  part.of_plan = !part.year;
  part.to = reader.at;
  return true;
}

bool read_iso_date(TimeReader& reader, TimePart& part) {
  part = {.kind = ScheduleKind::days, .from = reader.at};
  if (!read_year(reader, part)) return false;
  part.first_month = part.last_month = token(reader, 1).value;
  part.day = token(reader, 3).value;
  reader.at += 4;
  part.to = reader.at;
  return true;
}

/// A unit word and what it counts; the word belongs to the first part.
bool read_named(TimeReader& reader, std::vector<TimeItem>& items) {
  const std::size_t from = reader.at++;
  const Word unit = reader.tokens[from].word;
  const bool read = unit == Word::year    ? read_years(reader, items)
                    : unit == Word::month ? read_counted(reader, kMonthUnit, items)
                                          : read_counted(reader, kQuarterUnit, items);
  if (read) items.front().first.from = from;
  return read;
}

bool read_number(TimeReader& reader, std::vector<TimeItem>& items) {
  if (is_days_of_month(reader, 0)) return read_day(reader, items.emplace_back().first);
  if (is_iso_date(reader, 0)) return read_iso_date(reader, items.emplace_back().first);
  if (is_year(token(reader))) return read_years(reader, items);
  if (stands_date(reader)) return read_date(reader, items.emplace_back().first);
  if (is_share_of_year(reader, 0)) return read_share_of_year(reader, items.emplace_back().first);
  return read_counted(reader, kMonthUnit, items);
}

/// Reads parts that share a word (`Tháng 3,7,10/2023`), not yet what goes from one to another.
bool read_list(TimeReader& reader, std::vector<TimeItem>& items) {
  accept(reader, Word::plural);
  if (begins_within(reader)) return read_within(reader, items);
  if (const std::size_t words = words_of_weekday(reader))
    return read_weekday_date(reader, words, items);
  const Word word = token(reader).word;
  if (is_any(word, Word::month, Word::quarter, Word::year)) return read_named(reader, items);
  if (word == Word::day) return read_days(reader, items);
  if (word == Word::number) return read_number(reader, items);
  if (!is_any(word, Word::school_year, Word::stage, Word::whole)) return refuse_here(reader);
  TimePart& part = items.emplace_back().first;
  if (word == Word::whole) return read_whole_year(reader, part);
  return word == Word::stage ? read_years_after(reader, part, ScheduleKind::several_years)
                             : read_school_year(reader, part);
}

}  // namespace

bool stands_date(const TimeReader& reader, std::size_t ahead) {
  const Word sign = token(reader, ahead + 1).word;
  if (!is_small(token(reader, ahead)) || !joins_date(sign) || !is_small(token(reader, ahead + 2)))
    return false;
  if (sign == Word::slash) return true;
  const TimeToken& year = token(reader, ahead + 4);
  // `30.10.23`; with dashes it could be three months.
  const bool is_short = sign == Word::point && is_small(year) && year.digits == 2;
  return next_is(reader, sign, ahead + 3) && (is_year(year) || is_short);
}

bool begins_part(const TimeReader& reader, std::size_t ahead) {
  const Word word = token(reader, ahead).word, next = token(reader, ahead + 1).word;
  if (word == Word::plural)
    return next != Word::plural && next != Word::day && begins_part(reader, ahead + 1);
  if (begins_within(reader, ahead) || words_of_weekday(reader, ahead) > 0) return true;
  if (word == Word::number) return begins_with_number(reader, ahead);
  if (word == Word::quarter && next == Word::roman) return true;
  if (is_any(word, Word::month, Word::quarter, Word::year, Word::day)) return next == Word::number;
  return is_any(word, Word::school_year, Word::stage, Word::whole);
}

bool read_date(TimeReader& reader, TimePart& part) {
  const Word sign = token(reader, 1).word;
  part = {.kind = ScheduleKind::days, .day = token(reader).value, .from = reader.at};
  part.first_month = part.last_month = token(reader, 2).value;
  reader.at += 3;
  part.to = reader.at;
  if (next_is(reader, sign) && next_is(reader, Word::number, 1)) {
    ++reader.at;
    return token(reader).digits == 2 ? read_short_year(reader, part) : read_year(reader, part);
  }
  // The documents have `(15/10/)`, its year left out.
  if (next_is(reader, Word::slash) &&
      (next_is(reader, Word::close, 1) || next_is(reader, Word::end, 1))) {
    ++reader.at;
    return true;
  }
  return read_year_of(reader, part);
}

bool read_year_of(TimeReader& reader, TimePart& part) {
  if (const std::size_t of = next_is(reader, Word::of) ? 1 : 0;
      next_is(reader, Word::next_year, of)) {
    part.next_year = true;
    part.to = reader.at += of + 1;
    return true;
  }
  std::size_t skip = 0;
  if ((joins_date(token(reader).word) && is_year(token(reader, 1))) ||
      (next_is(reader, Word::slash) && next_is(reader, Word::number, 1)) ||
      (next_is(reader, Word::year) && is_single_year(reader, 1)))
    skip = 1;
  else if ((next_is(reader, Word::comma) || next_is(reader, Word::of)) &&
           next_is(reader, Word::year, 1) && is_single_year(reader, 2))
    skip = 2;
  if (skip == 0 && !is_single_year(reader, 0)) return true;
  reader.at += skip;
  return read_year(reader, part);
}

bool read_counted(TimeReader& reader, const CountedUnit& unit, std::vector<TimeItem>& items) {
  while (true) {
    if (!is_value(token(reader), unit)) return refuse(reader, reader.at, reader.at + 1, unit.fault);
    TimeItem item;
    if (!read_value(reader, unit, item.first)) return false;
    if (next_is(reader, Word::dash) && is_value(token(reader, 1), unit) &&
        !stands_date(reader, 1)) {
      ++reader.at;
      if (!read_value(reader, unit, item.last.emplace())) return false;
    }
    if (!read_year_of(reader, item.last ? *item.last : item.first)) return false;
    items.push_back(item);
    if (!goes_on_counting(reader, unit)) return true;
    ++reader.at;
  }
}

bool read_part(TimeReader& reader, TimePart& part, bool plain_year) {
  if (plain_year && next_is(reader, Word::year) && !next_is(reader, Word::number, 1))
    return read_whole_year(reader, part);
  if (!begins_part(reader)) return refuse_here(reader);
  const std::size_t from = reader.at;
  std::vector<TimeItem> items;
  if (!read_list(reader, items)) return false;
  if (items.size() != 1 || items.front().last)
    return refuse(reader, from, reader.at, kTimeFaults.two_lists);
  part = items.front().first;
  return true;
}

bool read_items(TimeReader& reader, std::vector<TimeItem>& items) {
  const std::size_t from = reader.at;
  if (!read_list(reader, items)) return false;
  const bool to_year = next_is(reader, Word::by_end) && next_is(reader, Word::year, 1);
  if (!is_range_sign(token(reader).word) || !(begins_part(reader, 1) || to_year)) return true;
  ++reader.at;
  std::vector<TimeItem> ends;
  if (to_year && !next_is(reader, Word::number, 1)) {
    if (!read_whole_year(reader, ends.emplace_back().first)) return false;
  } else if (!read_list(reader, ends)) {
    return false;
  }
  if (items.back().last || ends.front().last)
    return refuse(reader, from, reader.at, kTimeFaults.two_lists);
  items.back().last = ends.front().first;
  items.insert(items.end(), ends.begin() + 1, ends.end());
  return true;
}

}  // namespace wardplan
