// What stands in a time and changes no day: an hour, a part of the day, `dự kiến`.
#include "times/grammar.h"

namespace wardplan {
namespace {

using Word = TimeWord;

/// Words of `17h00`, `lúc 8 giờ 30 phút`, `17:00` that begin `ahead` places further on, or 0.
std::size_t words_of_hour(const TimeReader& reader, std::size_t ahead) {
  std::size_t words = next_is(reader, Word::at_hour, ahead) ? 1 : 0;
  const auto number = [&](int most) {
    const TimeToken& here = token(reader, ahead + words);
    return is_small(here) && here.value <= most;
  };
  if (!number(24)) return 0;
  ++words;
  const bool colon = next_is(reader, Word::colon, ahead + words);
  if (!colon && !next_is(reader, Word::hour, ahead + words)) return 0;
  ++words;
  if (number(59)) {
    // `8h 15/5`, `8h 15 tháng 5`: these minutes are a day.
    if (stands_date(reader, ahead + words) || next_is(reader, Word::month, ahead + words + 1))
      return colon ? 0 : words;
    ++words;
    if (next_is(reader, Word::minute, ahead + words)) ++words;
  } else if (colon) {
    return 0;
  }
  return words;
}

/// An hour, or one to another, and the comma behind it.
std::size_t words_of_hours(const TimeReader& reader, std::size_t ahead) {
  std::size_t words = words_of_hour(reader, ahead);
  if (words == 0) return 0;
  if (is_any(token(reader, ahead + words).word, Word::dash, Word::to))
    if (const std::size_t more = words_of_hour(reader, ahead + words + 1)) words += more + 1;
  return next_is(reader, Word::comma, ahead + words) ? words + 1 : words;
}

/// `từ 8h đến 17h`
std::size_t words_from_hour(const TimeReader& reader) {
  const std::size_t hour = next_is(reader, Word::from) ? words_of_hour(reader, 1) : 0;
  if (hour == 0 || !is_any(token(reader, hour + 1).word, Word::dash, Word::to)) return 0;
  return words_of_hour(reader, hour + 2) > 0 ? 1 + words_of_hours(reader, 1) : 0;
}

/// `(trước 17h00)` behind a day
std::size_t words_of_enclosed_hours(const TimeReader& reader) {
  if (!next_is(reader, Word::open)) return 0;
  const Word lead = token(reader, 1).word;
  const std::size_t from = is_any(lead, Word::before, Word::no_later, Word::on) ? 2 : 1;
  const std::size_t words = words_of_hours(reader, from);
  return words > 0 && next_is(reader, Word::close, from + words) ? from + words + 1 : 0;
}

/// `sáng 15/5`, `chiều ngày 15`; a weekday keeps its part of the day.
bool is_part_of_one_day(const TimeReader& reader) {
  if (!next_is(reader, Word::part_of_day)) return false;
  return next_is(reader, Word::day, 1) || stands_date(reader, 1);
}

/// `(đợt 1)`, and `Đợt 1` before its time in brackets.
std::size_t words_of_batch(const TimeReader& reader) {
  const auto is_batch = [&](std::size_t ahead) {
    return next_is(reader, Word::batch, ahead) &&
           is_any(token(reader, ahead + 1).word, Word::number, Word::roman);
  };
  if (is_batch(0) && next_is(reader, Word::open, 2)) return 2;
  return next_is(reader, Word::open) && is_batch(1) && next_is(reader, Word::close, 3) ? 4 : 0;
}

/// `dự kiến`, `(dự kiến)`
std::size_t words_of_plan(const TimeReader& reader) {
  if (next_is(reader, Word::planned)) return next_is(reader, Word::colon, 1) ? 2 : 1;
  const bool enclosed = next_is(reader, Word::open) && next_is(reader, Word::planned, 1) &&
                        next_is(reader, Word::close, 2);
  return enclosed ? 3 : 0;
}

/// `25h`, `15h75`: the hour or the minutes of no clock; true when it was told.
bool refuse_no_hour(TimeReader& reader) {
  const auto digits = [&](std::size_t ahead) { return is_small(token(reader, ahead)); };
  if (!digits(0) || !next_is(reader, Word::hour, 1)) return false;
  const bool minutes = digits(2) && token(reader, 2).value > 59;
  if (token(reader).value <= 24 && !minutes) return false;
  refuse(reader, reader.at, reader.at + (minutes ? 3 : 2), kTimeFaults.hour);
  return true;
}

}  // namespace

std::size_t words_of_weekday(const TimeReader& reader, std::size_t ahead) {
  std::size_t words = next_is(reader, Word::part_of_day, ahead) ? 1 : 0;
  if (next_is(reader, Word::weekday, ahead + words) && is_small(token(reader, ahead + words + 1)))
    words += 2;
  else if (next_is(reader, Word::weekday_name, ahead + words))
    ++words;
  else
    return 0;
  if (next_is(reader, Word::comma, ahead + words)) ++words;
  const bool day =
      next_is(reader, Word::day, ahead + words) && is_small(token(reader, ahead + words + 1));
  return day || stands_date(reader, ahead + words) ? words : 0;
}

void drop_asides(TimeReader& reader) {
  std::vector<TimeToken> kept;
  while (!next_is(reader, Word::end)) {
    if (refuse_no_hour(reader)) return;
    const std::size_t planned = words_of_plan(reader);
    std::size_t words = planned > 0 ? planned : words_of_hours(reader, 0);
    if (words == 0) words = words_from_hour(reader);
    if (words == 0) words = words_of_enclosed_hours(reader);
    if (words == 0) words = words_of_batch(reader);
    if (words == 0 && is_part_of_one_day(reader)) words = 1;
    if (words == 0) kept.push_back(token(reader));
    reader.planned = reader.planned || planned > 0;
    reader.at += words == 0 ? 1 : words;
  }
  kept.push_back(token(reader));
  // An hour alone is no time to be read, and is told as what it is.
  if (kept.size() > 1) reader.tokens = std::move(kept);
  reader.at = 0;
}

}  // namespace wardplan
