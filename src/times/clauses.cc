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

bool begins_limit(Word word) {
  using enum TimeWord;
  return is_any(word, before, no_later, to, by_end, last_part);
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

/// Whether no number stands in what is left of a clause.
bool lacks_numbers(const TimeReader& reader, std::size_t ahead) {
  using enum TimeWord;
  for (; !is_any(token(reader, ahead).word, end, comma, semicolon, open, close); ++ahead)
    if (is_any(token(reader, ahead).word, number, roman)) return false;
  return true;
}

/// `ngày khai giảng`, `kỳ họp HĐND`; any other words may be a day that is misspelt.
bool names_gathering(const TimeReader& reader, std::size_t ahead) {
  using enum TimeWord;
  const std::size_t name = next_is(reader, day, ahead) ? ahead + 1 : ahead;
  return next_is(reader, gathering, name) && lacks_numbers(reader, name);
}

/// Words of `sau khi`, `20 ngày sau khi`, `Trong vòng 05 ngày làm việc kể từ`, or 0; a day behind
/// them would be one to count from.
std::size_t words_before_event(const TimeReader& reader) {
  using enum TimeWord;
  std::size_t words = is_any(token(reader).word, within, no_later, before, after) ? 1 : 0;
  if (!is_small(token(reader, words))) {
    if (next_is(reader, after_event)) return 1;
    if (next_is(reader, before) && names_gathering(reader, 1)) return 1;
    const bool named =
        !begins_part(reader, 1) && !is_event(reader, 1) && !next_is(reader, colon, 1);
    return next_is(reader, after) && named ? 1 : 0;
  }
  if (!is_any(token(reader, words + 1).word, day, week, month)) return 0;
  words += next_is(reader, working, words + 2) ? 3U : 2U;
  if (!is_any(token(reader, words).word, after_event, after, from)) return 0;
  return begins_part(reader, words + 1) ? 0 : words + 1;
}

/// `Trước Tết Nguyên đán`, `Sau các ngày lễ`: an occasion whose day isn't said.
bool is_near_event(const TimeReader& reader) {
  const Word word = token(reader).word;
  return is_any(word, Word::before, Word::after, Word::no_later) && is_event(reader, 1);
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
  if (accept(reader, Word::continuous)) {
    const bool always = token(reader).value == 24 && next_is(reader, Word::slash, 1) &&
                        token(reader, 2).value == 7 && !next_is(reader, Word::slash, 3);
    if (always) reader.at += 3;
    return Kind::continuous;
  }
  if (accept(reader, Word::as_needed)) return Kind::as_needed;
  if (accept(reader, Word::on_request)) {
    skip_name(reader);
    return Kind::as_needed;
  }
  return next_is(reader, Word::according) ? read_outside(reader, 1) : Kind::unknown;
}

/// `Trước ngày 10/9/2023` takes in the 10th: the documents say of the same returns “trước ngày
/// 10/9/2023” and “by 10/9”, and calling one late that came on the day named would be our reading,
/// not the document's. Of a month or a year “before” has no such use, and could end on two days.
bool read_before(TimeReader& reader, TimePart& part) {
  const bool day_only = next_is(reader, Word::before);
  ++reader.at;
  if (!day_only) accept(reader, Word::colon);
  accept(reader, Word::is);
  accept(reader, Word::on);
  if (!read_part(reader, part, false)) return false;
  if (!day_only || (part.kind == Kind::days && !part.to_day)) return true;
  return refuse(reader, part.from, part.to, kTimeFaults.before_span);
}

/// `Trước ngày 15/6 và 15/12`: by each of the days.
bool is_days_to_meet(const TimeReader& reader) {
  std::size_t ahead = next_is(reader, Word::day, 1) ? 2 : 1;
  if (!is_any(token(reader).word, Word::before, Word::no_later) || !stands_date(reader, ahead))
    return false;
  ahead += 3;
  if (next_is(reader, Word::slash, ahead) && is_year(token(reader, ahead + 1))) ahead += 2;
  if (!is_any(token(reader, ahead).word, Word::comma, Word::both)) return false;
  return stands_date(reader, next_is(reader, Word::day, ahead + 1) ? ahead + 2 : ahead + 1);
}

Kind read_days_to_meet(TimeReader& reader, TimeDraft& draft) {
  do {
    ++reader.at;
    accept(reader, Word::day);
    TimeItem item;
    if (!read_date(reader, item.first)) return Kind::unknown;
    draft.items.push_back(item);
  } while (is_any(token(reader).word, Word::comma, Word::both) &&
           stands_date(reader, next_is(reader, Word::day, 1) ? 2 : 1));
  return Kind::days;
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
  // `Từ 15 đến 31/1/2024`
  const bool to_date = is_any(token(reader, 1).word, Word::to, Word::by_end, Word::dash) &&
                       (stands_date(reader, 2) || next_is(reader, Word::day, 2));
  if (is_small(token(reader)) && to_date) {
    const std::size_t at = reader.at++;
    item.first = {.kind = Kind::days, .day = reader.tokens[at].value, .month_missing = true};
    item.first.from = at;
    item.first.to = reader.at;
  } else if (!read_part(reader, item.first, start)) {
    return Kind::unknown;
  }
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
    refuse(reader, reader.at, reader.at + 2, kTimeFaults.span_alone);
  return unclear(reader);
}

/// Whether a word says when, or that not: no name of a step holds it.
bool says_when(Word word) {
  using enum TimeWord;
  return begins_limit(word) ||
         is_any(word, from, from_now, after, after_event, each, periodic, continuous, as_needed,
                on_request, according, own_notice, onwards, negation);
}

/// `báo cáo quý`, `báo cáo 6 tháng` before `trước ngày …`; `10 ngày trước …` is no name.
std::size_t words_of_report(const TimeReader& reader) {
  std::size_t words = 0;
  while (next_is(reader, Word::verb, words)) ++words;
  if (!begins_cycle(reader, words)) return 0;
  const bool counted = is_small(token(reader, words));
  const int number = token(reader, words).value;
  const bool share = words > 0 && next_is(reader, Word::month, words + 1) &&
                     (number == 3 || number == 6 || number == 9);
  if (counted && !share) return 0;
  words += counted ? 2U : 1U;
  const Word limit = token(reader, words).word;
  return begins_limit(limit) && limit != Word::last_part ? words : 0;
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

std::size_t words_of_remark(const TimeReader& reader, bool enclosed) {
  using enum TimeWord;
  bool names = next_is(reader, verb);
  // Behind a comma only what is done: `…, báo cáo kết quả`.
  if (!enclosed && !names) return 0;
  std::size_t words = 0;
  for (; !is_any(token(reader, words).word, end, semicolon, open, close); ++words) {
    const Word word = token(reader, words).word;
    names = names || word == unknown || word == gathering;
    // `(ngày Thương binh - Liệt sĩ)` names the day before it.
    const bool named = word == day && enclosed &&
                       is_any(token(reader, words + 1).word, unknown, gathering) &&
                       lacks_numbers(reader, words);
    const bool says_time = !named && (begins_part(reader, words) || says_when(word) ||
                                      is_any(word, event, occasion, day, week, month, quarter,
                                             working, times, once, weekday, weekday_name));
    if (says_time || (!enclosed && word == comma)) return 0;
  }
  const bool closed = !enclosed || next_is(reader, close, words);
  return names && closed ? words : 0;
}

std::size_t words_of_label(const TimeReader& reader) {
  using enum TimeWord;
  const bool numbered = is_any(token(reader, 1).word, number, roman);
  // `Đợt 1 tháng 5` needs no colon, `Giai đoạn 1` does.
  if (next_is(reader, batch) && numbered) return next_is(reader, colon, 2) ? 3 : 2;
  if (next_is(reader, stage) && numbered && next_is(reader, colon, 2)) return 3;
  if (const std::size_t report = words_of_report(reader)) return report;
  if (begins_recurrence(reader)) return 0;
  for (std::size_t words = 0; !is_any(token(reader, words).word, end, semicolon, open, close);
       ++words) {
    if (next_is(reader, colon, words)) return words == 0 ? 0 : words + 1;
    if (begins_part(reader, words) || says_when(token(reader, words).word)) return 0;
  }
  return 0;
}

bool skip_step_name(TimeReader& reader) {
  using enum TimeWord;
  if (!accept(reader, colon)) return true;
  for (; !is_any(token(reader).word, end, semicolon); ++reader.at) {
    const bool begins = begins_part(reader) || next_is(reader, each);
    if (begins && token(reader).opens_line) return true;
    if (begins || says_when(token(reader).word) || next_is(reader, week))
      return refuse_here(reader);
  }
  return true;
}

/// What a day is called before it: `Trước ngày khai giảng 05/9/2023`, `Trước khai giảng (05/9)`.
void drop_name_of_day(TimeReader& reader) {
  using enum TimeWord;
  std::size_t name = is_any(token(reader).word, before, no_later, on) ? 1 : 0;
  const bool is_day = next_is(reader, day, name);
  if (is_day) ++name;
  std::size_t behind = name;
  while (is_any(token(reader, behind).word, unknown, event, gathering)) ++behind;
  if (behind == name) return;
  const auto at = [&](std::size_t ahead) {
    return reader.tokens.begin() + static_cast<std::ptrdiff_t>(reader.at + ahead);
  };
  if (next_is(reader, open, behind) && stands_date(reader, behind + 1)) {
    const std::size_t close_at = next_is(reader, close, behind + 4) ? behind + 4 : behind + 6;
    if (!next_is(reader, close, close_at)) return;
    reader.tokens.erase(at(close_at));
    reader.tokens.erase(at(name), at(behind + 1));
  } else if (is_day && stands_date(reader, behind)) {
    reader.tokens.erase(at(name), at(behind));
  }
}

ScheduleKind read_clause(TimeReader& reader, TimeDraft& draft) {
  drop_name_of_day(reader);
  while (accept(reader, Word::verb)) {
  }
  if (const std::size_t words = words_before_notice(reader);
      next_is(reader, Word::own_notice, words)) {
    reader.at += words + 1;
    return Kind::outside;
  }
  if (const std::size_t words = words_before_event(reader)) return read_outside(reader, words);
  if (is_near_event(reader)) {
    ++reader.at;
    return read_events(reader) == Kind::unknown ? Kind::unknown : Kind::outside;
  }
  if (is_occasion(reader)) return read_occasion(reader, draft);
  if (is_term(reader)) {
    skip_term(reader);
    return Kind::outside;
  }
  if (is_event(reader)) return read_events(reader);
  if (is_quarter_days(reader))
    return read_quarter_days(reader, draft) ? Kind::day_of_quarter : Kind::unknown;
  if (is_days_of_months(reader))
    return read_days_of_months(reader, draft) ? Kind::days : Kind::unknown;
  if (begins_recurrence(reader))
    return read_recurrence(reader, draft.recurrences) ? Kind::recurring : Kind::unknown;
  if (const Kind open = read_open(reader); open != Kind::unknown || reader.unread) return open;
  accept(reader, Word::from_now);
  if (is_days_to_meet(reader)) return read_days_to_meet(reader, draft);
  if (begins_limit(token(reader).word) && !begins_within(reader)) return read_limit(reader, draft);
  if (next_is(reader, Word::from)) return read_from(reader, draft);
  const bool within = accept(reader, Word::within);
  const bool plain_year = within && next_is(reader, Word::year);
  if (!plain_year) accept(reader, Word::on);
  if (plain_year || begins_part(reader)) return read_bounded(reader, draft, plain_year);
  return refuse_clause(reader);
}

}  // namespace wardplan
