// One clause of an expression: which kind it is and where it ends. What comes again is read in
// recurring.cc, what has days in parts.cc.
#include "times/grammar.h"

namespace wardplan {
namespace {

using Kind = ScheduleKind;
using Word = TimeWord;

/// Nothing that is understood stands here.
Kind unclear(TimeReader& reader) {
  refuse_here(reader);
  return Kind::unknown;
}

bool is_list_sign(Word word) {
  return is_any(word, Word::comma, Word::both, Word::either, Word::slash);
}

bool begins_limit(Word word) {
  using enum TimeWord;
  return is_any(word, before, no_later, to, by_end, last_part);
}

/// Words between `các` and `lễ`: `các ngày lễ`, `nhân dịp lễ`.
bool fills_event(Word word) {
  return is_any(word, Word::plural, Word::on, Word::occasion, Word::day);
}

bool is_event(const TimeReader& reader, std::size_t ahead = 0) {
  while (fills_event(token(reader, ahead).word)) ++ahead;
  return next_is(reader, Word::event, ahead);
}

Kind read_events(TimeReader& reader) {
  while (true) {
    while (fills_event(token(reader).word)) ++reader.at;
    ++reader.at;
    const std::size_t sign = is_list_sign(token(reader).word) ? 1 : 0;
    if (!is_event(reader, sign)) return Kind::events;
    reader.at += sign;
  }
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

bool is_occasion(const TimeReader& reader) {
  return next_is(reader, Word::occasion, next_is(reader, Word::on) ? 1 : 0) &&
         dated_parenthesis(reader) > 0;
}

/// `vào dịp kỷ niệm … (15/10) và ngày … (06/11)`: the days in brackets; the words name them.
Kind read_occasion(TimeReader& reader, TimeDraft& draft) {
  do {
    reader.at += dated_parenthesis(reader) + 1;
    accept(reader, Word::day);
    TimePart part;
    if (!read_date(reader, part)) return Kind::unknown;
    part.kind = Kind::occasion;
    draft.items.push_back({part});
    if (!accept(reader, Word::close)) return unclear(reader);
    if (!is_list_sign(token(reader).word) || dated_parenthesis(reader) == 0) return Kind::occasion;
  } while (true);
}

/// Whether a clause can begin at a place in somebody else's words.
bool begins_clause(const TimeReader& reader, std::size_t ahead) {
  using enum TimeWord;
  return is_any(token(reader, ahead).word, each, periodic, continuous, as_needed, on_request,
                according, after_event) ||
         begins_part(reader, ahead);
}

/// Steps over words that only name something (`tiến độ dự án`), up to where a time is said.
bool skip_name(TimeReader& reader) {
  const std::size_t from = reader.at;
  for (;; ++reader.at) {
    const Word word = token(reader).word;
    const bool ends = begins_limit(word) && word != Word::last_part;
    const bool closes =
        is_any(word, Word::end, Word::semicolon, Word::open, Word::close, Word::from);
    const bool counted = is_any(word, Word::month, Word::quarter) && begins_part(reader);
    // `ngày 15/3/2023` in the name of a document is no list.
    const bool inside = word == Word::slash && next_is(reader, Word::number, 1);
    if (ends || closes || counted || (is_list_sign(word) && !inside && begins_clause(reader, 1)))
      break;
  }
  return reader.at > from;
}

/// `20 ngày sau khi …`, `sau khi …`
std::size_t words_before_event(const TimeReader& reader) {
  const Word unit = token(reader, 1).word;
  if (!is_small(token(reader)) || !is_any(unit, Word::day, Word::week, Word::month)) return 0;
  return next_is(reader, Word::working, 2) ? 3 : 2;
}

/// `báo cáo năm có hướng dẫn riêng`, from `năm` on
std::size_t words_before_notice(const TimeReader& reader) {
  if (!begins_cycle(reader, 0)) return 0;
  return is_small(token(reader)) ? 2 : 1;
}

Kind read_outside(TimeReader& reader, std::size_t words) {
  reader.at += words;
  return skip_name(reader) ? Kind::outside : unclear(reader);
}

Kind read_open(TimeReader& reader) {
  if (accept(reader, Word::continuous)) return Kind::continuous;
  if (accept(reader, Word::as_needed)) return Kind::as_needed;
  if (accept(reader, Word::on_request)) {
    skip_name(reader);
    return Kind::as_needed;
  }
  return next_is(reader, Word::according) ? read_outside(reader, 1) : Kind::unknown;
}

struct QuarterDays {
  int day = 0;
  /// Month of the quarter, 1 to 3.
  int month = 0;
  std::size_t from = 0;
};

/// `ngày 15 tháng cuối quý`, with `trước` before it or not
bool is_quarter_days(const TimeReader& reader) {
  const Word word = token(reader).word;
  std::size_t ahead = is_any(word, Word::before, Word::no_later, Word::on) ? 1 : 0;
  if (!next_is(reader, Word::day, ahead) || !is_small(token(reader, ahead + 1))) return false;
  ahead += next_is(reader, Word::of, ahead + 2) ? 3U : 2U;
  const Word part = token(reader, ahead + 1).word;
  return next_is(reader, Word::month, ahead) &&
         is_any(part, Word::first_part, Word::middle_part, Word::last_part);
}

TimePart day_in(const QuarterDays& days, int first_month, std::size_t to) {
  const int month = first_month + days.month - 1;
  return {.kind = Kind::day_of_quarter,
          .day = days.day,
          .first_month = month,
          .last_month = month,
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

bool read_quarter_days(TimeReader& reader, TimeDraft& draft) {
  while (!next_is(reader, Word::day)) ++reader.at;
  QuarterDays days{.day = token(reader, 1).value, .from = reader.at + 1};
  reader.at += 2;
  accept(reader, Word::of);
  const Word part = token(reader, 1).word;
  days.month = part == Word::first_part ? 1 : part == Word::middle_part ? 2 : 3;
  reader.at += 2;
  accept(reader, Word::of);
  if (!accept(reader, Word::each)) accept(reader, Word::plural);
  if (!accept(reader, Word::quarter)) return refuse_here(reader);
  const TimeToken& number = token(reader);
  return is_small(number) || number.word == Word::roman ? add_named_quarters(reader, days, draft)
                                                        : add_all_quarters(reader, days, draft);
}

/// `Trước ngày 10/9/2023` takes in the 10th: the documents say of the same returns “trước ngày
/// 10/9/2023” and “by 10/9”, and calling one late that came on the day named would be our reading,
/// not the document's. Of a month or a year “before” has no such use, and could end on two days.
bool read_before(TimeReader& reader, TimePart& part) {
  const bool day_only = next_is(reader, Word::before);
  ++reader.at;
  accept(reader, Word::is);
  accept(reader, Word::on);
  if (!read_part(reader, part, false)) return false;
  if (!day_only || part.kind == Kind::days) return true;
  return refuse(reader, part.from, part.to, kTimeFaults.two_readings);
}

/// `đến hết tháng 11/2023`, `đến năm 2025`, `hết năm`, `cuối quý III`
bool read_until(TimeReader& reader, TimeDraft& draft) {
  // The end of a month is one day at the latest, but work “cuối tháng” is not work up to that day.
  if (next_is(reader, Word::last_part)) draft.approximate = true;
  ++reader.at;
  accept(reader, Word::on);
  return read_part(reader, draft.until.emplace(), true);
}

Kind read_limit(TimeReader& reader, TimeDraft& draft) {
  const Word word = token(reader).word;
  const bool read = is_any(word, Word::before, Word::no_later)
                        ? read_before(reader, draft.until.emplace())
                        : read_until(reader, draft);
  return read ? Kind::until : Kind::unknown;
}

/// `từ tháng 3 đến tháng 5/2023`, `từ đầu năm`, `từ tháng 3/2023 trở đi`
Kind read_from(TimeReader& reader, TimeDraft& draft) {
  ++reader.at;
  const bool start = accept(reader, Word::first_part);
  TimeItem item;
  if (!read_part(reader, item.first, start)) return Kind::unknown;
  if (is_any(token(reader).word, Word::to, Word::by_end, Word::dash)) {
    const bool plain_year = !next_is(reader, Word::dash);
    ++reader.at;
    if (!read_part(reader, item.last.emplace(), plain_year)) return Kind::unknown;
    draft.items.push_back(item);
    return kind_of({&item, 1});
  }
  accept(reader, Word::onwards);
  draft.since = item.first;
  return Kind::since;
}

Kind read_bounded(TimeReader& reader, TimeDraft& draft, bool plain_year) {
  std::vector<TimeItem> items;
  if (plain_year && next_is(reader, Word::year) && !next_is(reader, Word::number, 1)) {
    if (!read_part(reader, items.emplace_back().first, true)) return Kind::unknown;
  } else if (!read_items(reader, items)) {
    return Kind::unknown;
  }
  if (items.size() == 1 && !items.front().last && accept(reader, Word::onwards)) {
    draft.since = items.front().first;
    return Kind::since;
  }
  draft.items.insert(draft.items.end(), items.begin(), items.end());
  return kind_of(items);
}

/// `6 tháng` could be a recurrence as well as a part of the year.
Kind refuse_clause(TimeReader& reader) {
  if (is_small(token(reader)) && begins_cycle(reader, 0))
    refuse(reader, reader.at, reader.at + 2, kTimeFaults.two_readings);
  return unclear(reader);
}

}  // namespace

ScheduleKind kind_of(std::span<const TimeItem> items) {
  Kind kind = Kind::unknown;
  for (const TimeItem& item : items) {
    Kind here = item.first.kind;
    if (item.last && item.last->kind != here) here = Kind::mixed;
    if (here == Kind::year && (item.last || items.size() > 1)) here = Kind::several_years;
    if (kind != Kind::unknown && kind != here) here = Kind::mixed;
    kind = here;
  }
  return kind;
}

ScheduleKind read_clause(TimeReader& reader, TimeDraft& draft) {
  while (accept(reader, Word::verb)) {
  }
  if (const std::size_t words = words_before_notice(reader);
      next_is(reader, Word::own_notice, words)) {
    reader.at += words + 1;
    return Kind::outside;
  }
  if (const std::size_t words = words_before_event(reader);
      next_is(reader, Word::after_event, words))
    return read_outside(reader, words + 1);
  if (is_occasion(reader)) return read_occasion(reader, draft);
  if (is_event(reader)) return read_events(reader);
  if (is_quarter_days(reader))
    return read_quarter_days(reader, draft) ? Kind::day_of_quarter : Kind::unknown;
  if (begins_recurrence(reader))
    return read_recurrence(reader, draft.recurrences) ? Kind::recurring : Kind::unknown;
  if (const Kind open = read_open(reader); open != Kind::unknown || reader.unread) return open;
  if (begins_limit(token(reader).word)) return read_limit(reader, draft);
  if (next_is(reader, Word::from)) return read_from(reader, draft);
  const bool within = accept(reader, Word::within);
  const bool plain_year = within && next_is(reader, Word::year);
  if (!plain_year) accept(reader, Word::on);
  if (plain_year || begins_part(reader)) return read_bounded(reader, draft, plain_year);
  return refuse_clause(reader);
}

}  // namespace wardplan
