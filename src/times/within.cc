// A part of a month, a quarter or a year: its beginning, its middle, a week of it, its last day.
// What says no day is taken by thirds, and is near the mark only.
#include "times/grammar.h"

namespace wardplan {
namespace {

using Word = TimeWord;

constexpr int kDaysOfThird = 10;
constexpr int kDaysOfHalf = 15;
constexpr int kDaysOfWeek = 7;
constexpr int kMostWeeks = 5;
constexpr int kLongestMonth = 31;

bool is_third(Word word) { return is_any(word, Word::first_part, Word::middle_part); }

/// Words of `tháng 9`, `tháng 9/2026`.
std::size_t words_of_month(const TimeReader& reader, std::size_t ahead) {
  if (!next_is(reader, Word::month, ahead) || !is_small(token(reader, ahead + 1))) return 0;
  return next_is(reader, Word::slash, ahead + 2) && is_year(token(reader, ahead + 3)) ? 4 : 2;
}

/// `Cuối tháng 9, đầu tháng 10`: in a list of parts of months the end of one is its last third; by
/// itself it is what the whole month ends by.
bool is_last_third(const TimeReader& reader, std::size_t ahead) {
  if (!next_is(reader, Word::last_part, ahead)) return false;
  const std::size_t words = words_of_month(reader, ahead + 1);
  if (words == 0) return false;
  const auto joins = [&](std::size_t at) {
    return is_any(token(reader, at).word, Word::comma, Word::both);
  };
  const std::size_t behind = ahead + 1 + words;
  const Word next = token(reader, behind + 1).word;
  if (joins(behind) && (is_third(next) || next == Word::last_part) &&
      words_of_month(reader, behind + 2) > 0)
    return true;
  const std::size_t at = reader.at + ahead;
  if (at < 4) return false;
  // What stands before it in the list.
  for (const std::size_t before : {std::size_t{4}, std::size_t{6}}) {
    if (at < before) break;
    const TimeToken* tokens = &reader.tokens[at - before];
    if (is_any(reader.tokens[at - 1].word, Word::comma, Word::both) &&
        (is_third(tokens[0].word) || tokens[0].word == Word::last_part) &&
        tokens[1].word == Word::month)
      return true;
  }
  return false;
}
bool is_half(Word word) { return is_any(word, Word::first_half, Word::last_half); }

/// `tháng 5`, `quý II`, `năm 2026`, `năm`
bool begins_whole(const TimeReader& reader, std::size_t ahead) {
  const Word unit = token(reader, ahead).word, number = token(reader, ahead + 1).word;
  if (unit == Word::year) return true;
  return is_any(unit, Word::month, Word::quarter) && is_any(number, Word::number, Word::roman);
}

/// `tuần 3 tháng 5`, `tuần thứ 2 của tháng 5`, `tuần đầu tháng 5`, `tuần 1, 2 tháng 5`: the place
/// of its month, or 0
std::size_t month_of_weeks(const TimeReader& reader, std::size_t ahead) {
  const std::size_t from = ahead;
  if (!next_is(reader, Word::week, ahead++)) return 0;
  if (is_any(token(reader, ahead).word, Word::first_part, Word::last_part)) {
    ++ahead;
  } else {
    while (is_any(token(reader, ahead).word, Word::weekday, Word::comma, Word::both, Word::dash) ||
           is_small(token(reader, ahead)))
      ++ahead;
  }
  if (ahead == from + 1) return 0;
  if (next_is(reader, Word::of, ahead)) ++ahead;
  return next_is(reader, Word::month, ahead) && is_small(token(reader, ahead + 1)) ? ahead : 0;
}

/// The one month, quarter or year that a part is of.
bool read_whole(TimeReader& reader, TimePart& part) { return read_part(reader, part, true); }

bool read_third(TimeReader& reader, std::vector<TimeItem>& items) {
  const std::size_t from = reader.at;
  const int third = next_is(reader, Word::first_part)    ? 0
                    : next_is(reader, Word::middle_part) ? 1
                                                         : 2;
  ++reader.at;
  TimePart& part = items.emplace_back().first;
  if (!read_whole(reader, part)) return false;
  part.from = from;
  part.approximate = true;
  // `Giữa tháng 3 và tháng 4`: between them.
  if (third == 1 && next_is(reader, Word::both) && begins_part(reader, 1))
    return refuse(reader, from, reader.at, kTimeFaults.two_lists);
  const int months = part.last_month - part.first_month + 1;
  if (months == 1) {
    part.kind = ScheduleKind::days;
    part.day = third * kDaysOfThird + 1;
    part.to_day = third == 2 ? kLongestMonth : (third + 1) * kDaysOfThird;
  } else {
    part.kind = ScheduleKind::months;
    part.first_month += third * months / 3;
    part.last_month = part.first_month + months / 3 - 1;
  }
  return true;
}

/// `Nửa cuối tháng 10`, `nửa đầu năm`
bool read_half(TimeReader& reader, std::vector<TimeItem>& items) {
  const std::size_t from = reader.at;
  const bool last = next_is(reader, Word::last_half);
  ++reader.at;
  TimePart& part = items.emplace_back().first;
  if (!read_whole(reader, part)) return false;
  part.from = from;
  part.approximate = true;
  const int months = part.last_month - part.first_month + 1;
  if (months == 1) {
    part.kind = ScheduleKind::days;
    part.day = last ? kDaysOfHalf + 1 : 1;
    part.to_day = last ? kLongestMonth : kDaysOfHalf;
    return true;
  }
  part.kind = ScheduleKind::months;
  // Of three months the one in the middle belongs to both.
  if (last)
    part.first_month += months / 2;
  else
    part.last_month = part.first_month + (months - 1) / 2;
  return true;
}

TimePart week_of(TimePart part, int week, std::size_t from) {
  part.kind = ScheduleKind::days;
  part.from = from;
  part.approximate = true;
  part.day = (week - 1) * kDaysOfWeek + 1;
  part.to_day = week == kMostWeeks ? kLongestMonth : week * kDaysOfWeek;
  return part;
}

/// Reads `1, 2`, `1-3`, `thứ 2`.
bool read_week_numbers(TimeReader& reader, std::vector<int>& weeks) {
  for (bool range = false;; ++reader.at) {
    accept(reader, Word::weekday);
    const int week = token(reader).value, before = weeks.empty() ? 0 : weeks.back();
    if (is_small(token(reader)) && week > kMostWeeks)
      return refuse(reader, reader.at, reader.at + 1, kTimeFaults.week);
    if (!is_small(token(reader)) || week <= before) return refuse_here(reader);
    for (int next = range ? before + 1 : week; next <= week; ++next) weeks.push_back(next);
    ++reader.at;
    range = next_is(reader, Word::dash);
    if (!range && !is_any(token(reader).word, Word::comma, Word::both)) return true;
  }
}

bool read_weeks(TimeReader& reader, std::vector<TimeItem>& items) {
  const std::size_t from = reader.at++;
  std::vector<int> weeks;
  const bool last = accept(reader, Word::last_part);
  if (last || accept(reader, Word::first_part))
    weeks.push_back(last ? kMostWeeks - 1 : 1);
  else if (!read_week_numbers(reader, weeks))
    return false;
  accept(reader, Word::of);
  TimePart month;
  if (!read_whole(reader, month)) return false;
  for (const int week : weeks) items.push_back({week_of(month, week, from)});
  if (last) items.back().first.to_day = kLongestMonth;
  return true;
}

/// `ngày cuối tháng 5`, `ngày cuối của tháng 5/2026`
bool read_last_day(TimeReader& reader, std::vector<TimeItem>& items) {
  const std::size_t from = reader.at++;
  accept(reader, Word::of);
  TimePart& part = items.emplace_back().first;
  if (!read_whole(reader, part)) return false;
  part.kind = ScheduleKind::days;
  part.from = from;
  part.first_month = part.last_month;
  part.day = kLongestMonth;
  part.last_day = true;
  return true;
}

}  // namespace

bool begins_within(const TimeReader& reader, std::size_t ahead) {
  const Word word = token(reader, ahead).word;
  if (is_third(word) || is_half(word)) return begins_whole(reader, ahead + 1);
  if (is_last_third(reader, ahead)) return true;
  if (word == Word::last_day)
    return begins_whole(reader, next_is(reader, Word::of, ahead + 1) ? ahead + 2 : ahead + 1);
  return month_of_weeks(reader, ahead) > 0;
}

bool read_within(TimeReader& reader, std::vector<TimeItem>& items) {
  if (next_is(reader, Word::last_day)) return read_last_day(reader, items);
  if (is_half(token(reader).word)) return read_half(reader, items);
  return next_is(reader, Word::week) ? read_weeks(reader, items) : read_third(reader, items);
}

}  // namespace wardplan
