// A day of several months: `ngày 15 tháng cuối quý`, `ngày 15 các tháng 3, 6, 9`.
#include "times/grammar.h"

namespace wardplan {
namespace {

using Word = TimeWord;

struct QuarterDays {
  int day = 0;
  /// Month of the quarter, 1 to 3; 4 to 6 of the one after it.
  int month = 0;
  std::size_t from = 0;
};

TimePart day_in(const QuarterDays& days, int first_month, std::size_t to) {
  const int month = first_month + days.month - 1;
  const int of_year = month > 12 ? month - 12 : month;
  return {.kind = ScheduleKind::day_of_quarter,
          .day = days.day,
          .first_month = of_year,
          .last_month = of_year,
          .next_year = month > 12,
          .from = days.from,
          .to = to};
}

bool add_named_quarters(TimeReader& reader, const QuarterDays& days, TimeDraft& draft) {
  std::vector<TimeItem> quarters;
  if (!read_counted(reader, kQuarterUnit, quarters)) return false;
  for (const TimeItem& quarter : quarters) {
    if (quarter.last) return refuse_here(reader);
    TimePart day = day_in(days, quarter.first.first_month, quarter.first.to);
    day.year = quarter.first.year;
    draft.items.push_back({day});
  }
  return true;
}

bool add_all_quarters(TimeReader& reader, const QuarterDays& days, TimeDraft& draft) {
  TimePart dated{.to = reader.at};
  if (!read_year_of(reader, dated)) return false;
  for (int first_month = 1; first_month <= 12; first_month += 3) {
    TimePart day = day_in(days, first_month, dated.to);
    day.year = dated.year;
    day.of_plan = true;
    draft.items.push_back({day});
  }
  draft.recurrences.push_back({.cycle = Cycle::quarter, .month_day = days.day});
  return true;
}

bool read_days(TimeReader& reader, TimeDraft& draft) {
  while (!next_is(reader, Word::day)) ++reader.at;
  QuarterDays days{.day = token(reader, 1).value, .from = reader.at + 1};
  if (days.day < 1 || days.day > 31)
    return refuse(reader, reader.at + 1, reader.at + 2, kTimeFaults.day);
  reader.at += 2;
  accept(reader, Word::of);
  const Word part = token(reader, 1).word;
  days.month = part == Word::first_part ? 1 : part == Word::middle_part ? 2 : 3;
  reader.at += 2;
  accept(reader, Word::of);
  if (!accept(reader, Word::each)) accept(reader, Word::plural);
  if (accept(reader, Word::next_quarter)) {
    days.month += 3;
    return add_all_quarters(reader, days, draft);
  }
  if (!accept(reader, Word::quarter)) return refuse_here(reader);
  const TimeToken& number = token(reader);
  return is_small(number) || number.word == Word::roman ? add_named_quarters(reader, days, draft)
                                                        : add_all_quarters(reader, days, draft);
}

/// Words of `trước ngày 15 của`, or 0.
std::size_t words_of_day(const TimeReader& reader, std::size_t ahead) {
  const std::size_t lead =
      is_any(token(reader, ahead).word, Word::before, Word::no_later, Word::on) ? 1 : 0;
  ahead += lead;
  if (!next_is(reader, Word::day, ahead) || !is_small(token(reader, ahead + 1))) return 0;
  return lead + (next_is(reader, Word::of, ahead + 2) ? 3U : 2U);
}

bool begins_days(const TimeReader& reader, std::size_t ahead) {
  const std::size_t words = words_of_day(reader, ahead);
  const Word part = token(reader, ahead + words + 1).word;
  return words > 0 && next_is(reader, Word::month, ahead + words) &&
         is_any(part, Word::first_part, Word::middle_part, Word::last_part);
}

/// Words of `hàng quý`, `định kỳ hàng quý (` before such a day.
std::size_t words_of_cycle(const TimeReader& reader) {
  std::size_t words = next_is(reader, Word::periodic) ? 1 : 0;
  if (!next_is(reader, Word::each, words) || !next_is(reader, Word::quarter, words + 1)) return 0;
  words += 2;
  const Word sign = token(reader, words).word;
  return is_any(sign, Word::comma, Word::colon, Word::open) ? words + 1 : words;
}

}  // namespace

bool is_quarter_days(const TimeReader& reader) {
  return begins_days(reader, words_of_cycle(reader));
}

bool read_quarter_days(TimeReader& reader, TimeDraft& draft) {
  const std::size_t words = words_of_cycle(reader);
  const bool enclosed = words > 0 && next_is(reader, Word::open, words - 1);
  reader.at += words;
  if (!read_days(reader, draft)) return false;
  return !enclosed || accept(reader, Word::close) || refuse_here(reader);
}

bool is_days_of_months(const TimeReader& reader) {
  const std::size_t words = words_of_day(reader, 0);
  return words > 0 && next_is(reader, Word::plural, words) &&
         next_is(reader, Word::month, words + 1) && is_small(token(reader, words + 2));
}

bool read_days_of_months(TimeReader& reader, TimeDraft& draft) {
  while (!next_is(reader, Word::day)) ++reader.at;
  const std::size_t from = reader.at + 1;
  while (!next_is(reader, Word::month)) ++reader.at;
  ++reader.at;
  std::vector<TimeItem> months;
  if (!read_counted(reader, kMonthUnit, months)) return false;
  for (const TimeItem& month : months) {
    if (month.last) return refuse_here(reader);
    TimePart day = month.first;
    day.kind = ScheduleKind::days;
    day.day = reader.tokens[from].value;
    day.from = from;
    draft.items.push_back({day});
  }
  return true;
}

}  // namespace wardplan
