// Clauses of one expression are read one after the other, judged whether they go together, and
// given their days.
#include "times/schedule.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/limits.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "times/grammar.h"

namespace wardplan {
namespace {

using Kind = ScheduleKind;
using Word = TimeWord;

/// How a clause is tied to the one before it.
enum class Join { none, list, either, within, bracket };

enum class Role { open, bounded, limit };

Role role_of(Kind kind) {
  if (kind == Kind::since || kind == Kind::until) return Role::limit;
  return kind < Kind::since ? Role::open : Role::bounded;
}

bool is_loose(Kind kind) { return kind == Kind::recurring || kind == Kind::as_needed; }

/// Whether both can be true at once in the way they are joined; when in doubt they can't.
bool go_together(Kind before, Kind next, Join join) {
  const Role role = role_of(next);
  const bool tight = join == Join::none || join == Join::within;
  if (role_of(before) == Role::open) {
    if (role == Role::bounded) return tight && before != Kind::outside;
    return role == Role::open || join != Join::either;
  }
  if (role == Role::open) {
    if (is_loose(next)) return true;
    return next != Kind::events && (join == Join::none || join == Join::bracket);
  }
  return role == Role::bounded && role_of(before) == Role::bounded && join == Join::list;
}

/// What one expression says, in the order in which it says it.
struct Said {
  std::vector<Kind> kinds = {};
  TimeDraft draft = {};
  /// A step is called by a name: its time is its own, and goes with any other.
  bool has_steps = false;
  /// Tokens of the last clause.
  std::size_t from = 0;
  std::size_t to = 0;
};

bool add_kind(TimeReader& reader, Kind kind, Join join, Said& said) {
  for (const Kind before : said.kinds)
    if (!said.has_steps && !go_together(before, kind, join))
      return refuse(reader, said.from, said.to, kTimeFaults.combined);
  if (role_of(kind) != Role::bounded) {
    if (!std::ranges::count(said.kinds, kind)) said.kinds.push_back(kind);
    return true;
  }
  const auto known = std::ranges::find(said.kinds, Role::bounded, role_of);
  if (known == said.kinds.end())
    said.kinds.push_back(kind);
  else
    *known = kind_of(said.draft.items);
  return true;
}

/// Steps over the signs between two clauses; brackets are counted.
Join read_join(TimeReader& reader, std::vector<std::size_t>& brackets) {
  Join join = Join::none;
  for (;; ++reader.at) {
    const Word word = token(reader).word;
    if (word == Word::comma || word == Word::semicolon || word == Word::both ||
        word == Word::point) {
      join = Join::list;
    } else if (word == Word::slash || word == Word::either) {
      join = Join::either;
    } else if (word == Word::open) {
      if (join != Join::list) join = Join::bracket;
      brackets.push_back(reader.at);
    } else if (word == Word::close && !brackets.empty()) {
      brackets.pop_back();
    } else {
      return word == Word::within ? Join::within : join;
    }
  }
}

/// `Thường xuyên trong năm`: the year that is meant anyway, no bound of its own.
void skip_plain_year(TimeReader& reader, const Said& said) {
  if (role_of(said.kinds.front()) != Role::open) return;
  const std::size_t in = next_is(reader, Word::within) ? 1 : 0;
  const std::size_t whole = next_is(reader, Word::whole, in) ? 1 : 0;
  if (in + whole > 0 && next_is(reader, Word::year, in + whole) &&
      !next_is(reader, Word::number, in + whole + 1))
    reader.at += in + whole + 1;
}

/// A text may end in a stop, not in `và` or an open bracket.
bool check_end(TimeReader& reader, const std::vector<std::size_t>& brackets) {
  if (!brackets.empty())
    return refuse(reader, brackets.back(), brackets.back() + 1, kTimeFaults.words);
  const Word word = reader.tokens[reader.at - 1].word;
  if (word == Word::both || word == Word::slash || word == Word::either)
    return refuse(reader, reader.at - 1, reader.at, kTimeFaults.words);
  return true;
}

/// Of steps each end stands for itself.
void keep_until(Said& said) {
  if (!said.draft.until) return;
  said.draft.items.push_back({*said.draft.until});
  said.draft.until.reset();
  std::ranges::replace(said.kinds, Kind::until, said.draft.items.back().first.kind);
}

/// The clause of one step: what it ends by is its own, too.
Kind read_step(TimeReader& reader, Said& said) {
  const std::size_t label = words_of_label(reader);
  reader.at += label;
  said.has_steps = said.has_steps || label > 0;
  if (said.has_steps) keep_until(said);
  const bool since = said.draft.since.has_value();
  const Kind kind = read_clause(reader, said.draft);
  if (next_is(reader, Word::colon)) said.has_steps = true;
  if (kind == Kind::unknown || !skip_step_name(reader)) return Kind::unknown;
  if (kind == Kind::since && since) {
    refuse(reader, said.from, reader.at, kTimeFaults.combined);
    return Kind::unknown;
  }
  if (!said.has_steps || kind != Kind::until) return kind;
  keep_until(said);
  return said.draft.items.back().first.kind;
}

bool read_clauses(TimeReader& reader, Said& said) {
  std::vector<std::size_t> brackets;
  accept(reader, Word::dash);
  for (; next_is(reader, Word::open); ++reader.at) brackets.push_back(reader.at);
  if (brackets.empty() && next_is(reader, Word::end)) return refuse_here(reader, kTimeFaults.empty);
  for (Join join = Join::none;;) {
    said.from = reader.clause = reader.at;
    const std::size_t remark = !said.kinds.empty() && (join == Join::bracket || join == Join::list)
                                   ? words_of_remark(reader, join == Join::bracket)
                                   : 0;
    reader.at += remark;
    const Kind kind = remark > 0 ? said.kinds.back() : read_step(reader, said);
    said.to = reader.at;
    if (kind == Kind::unknown || (remark == 0 && !add_kind(reader, kind, join, said))) return false;
    skip_plain_year(reader, said);
    join = read_join(reader, brackets);
    if (next_is(reader, Word::end)) return check_end(reader, brackets);
  }
}

int days_of(const Recurrence& recurrence) {
  constexpr int kDays[] = {1, 7, 28, 90, 181, 365};
  return kDays[static_cast<std::size_t>(recurrence.cycle)] * recurrence.every;
}

bool is_yearly(const Recurrence& recurrence) {
  return recurrence.cycle == Cycle::year && recurrence.every == 1;
}

/// What comes every quarter does not come again within a month; what comes every year says when.
bool check_recurrences(TimeReader& reader, const Said& said, const Schedule& schedule) {
  if (!std::ranges::count(said.kinds, Kind::recurring)) return true;
  for (const Stretch& stretch : schedule.occurrences)
    for (const Recurrence& recurrence : said.draft.recurrences)
      if (!is_yearly(recurrence) && days_of(recurrence) > days_between(stretch.first, stretch.last))
        return refuse(reader, said.from, said.to, kTimeFaults.combined);
  return true;
}

/// Whether what says the last day names only a year.
bool ends_by_year(const Said& said) {
  const auto of_years = [](const TimePart& part) {
    return part.kind == Kind::year || part.kind == Kind::several_years ||
           part.kind == Kind::school_year;
  };
  if (said.draft.until) return of_years(*said.draft.until);
  return std::ranges::any_of(said.draft.items, [&](const TimeItem& item) {
    return of_years(item.last ? *item.last : item.first);
  });
}

bool settle_days(TimeReader& reader, int year, const Said& said, Schedule& schedule) {
  schedule.approximate = said.draft.approximate || reader.planned;
  schedule.to_year = ends_by_year(said);
  if (!settle_items(reader, year, said.draft.items, said.has_steps, schedule)) return false;
  if (!schedule.occurrences.empty()) {
    schedule.first = schedule.occurrences.front().first;
    schedule.last = schedule.occurrences.back().last;
  }
  if (said.draft.since) {
    const auto stretch = settle_part(reader, year, *said.draft.since, schedule);
    if (!stretch) return false;
    schedule.first = std::min(schedule.first.value_or(stretch->first), stretch->first);
  }
  if (said.draft.until) {
    const auto stretch = settle_part(reader, year, *said.draft.until, schedule);
    if (!stretch) return false;
    schedule.last = stretch->last;
  }
  // A step that goes on leaves the whole without an end.
  schedule.of_steps = said.has_steps;
  const auto is_endless = [](Kind kind) {
    return role_of(kind) == Role::open || kind == Kind::since;
  };
  if (said.has_steps && std::ranges::any_of(said.kinds, is_endless)) schedule.last.reset();
  // `15/11 hằng năm` is of every year, and of the plan's.
  if (std::ranges::any_of(said.draft.recurrences, is_yearly)) schedule.year_assumed = false;
  return said.has_steps || check_recurrences(reader, said, schedule);
}

bool same_days(const Schedule& a, const Schedule& b) {
  return a.kind == b.kind && a.also == b.also && a.occurrences == b.occurrences &&
         a.first == b.first && a.last == b.last && a.recurrences == b.recurrences;
}

/// Whether a number, a Roman one too, may end before this byte.
bool ends_word(std::string_view text, std::size_t at) {
  const auto is_letter = [&](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  return is_letter(text[at - 1]) &&
         (at == text.size() ||
          (static_cast<unsigned char>(text[at]) < 0x80 && !is_letter(text[at])));
}

Schedule read_schedule(std::string_view text, int year) {
  TimeReader reader{.tokens = time_tokens(text)};
  drop_asides(reader);
  Said said;
  Schedule schedule;
  if (reader.unread || !read_clauses(reader, said) || !settle_days(reader, year, said, schedule))
    return {.year = year, .unread = std::move(reader.unread)};
  schedule.kind = said.kinds.front();
  schedule.year = year;
  schedule.also.assign(said.kinds.begin() + 1, said.kinds.end());
  schedule.recurrences = std::move(said.draft.recurrences);
  return schedule;
}

/// Of what isn't understood the slip of typing that makes it so, where the text is read without it.
Unread slip_in(std::string_view text, int year, const Unread& unread) {
  const std::vector<TimeSlip> slips = slips_in(text);
  if (slips.empty()) return unread;
  std::string mended(text);
  for (auto slip = slips.rbegin(); slip != slips.rend(); ++slip)
    mended.replace(slip->begin, slip->end - slip->begin, slip->meant);
  if (!read_schedule(mended, year).understood()) return unread;
  const TimeSlip& first = slips.front();
  return {first.begin, first.end, first.why, say("có lẽ là `{}`", "probably `{}`", first.meant)};
}

}  // namespace

Schedule parse_schedule(std::string_view text, int year) {
  if (text.size() > kMaxExpression)
    return {.year = year, .unread = Unread{0, text.size(), kTimeFaults.too_long}};
  Schedule schedule = read_schedule(text, year);
  if (schedule.unread) schedule.unread = slip_in(text, year, *schedule.unread);
  return schedule;
}

bool says(const Schedule& schedule, ScheduleKind kind) {
  return schedule.kind == kind || std::ranges::count(schedule.also, kind) > 0;
}

std::optional<Date> deadline(const Schedule& schedule) { return schedule.last; }

bool is_outside(const Schedule& schedule, int year) {
  const Date first = first_of_year(year), last = last_of_year(year);
  if (!schedule.occurrences.empty())
    return std::ranges::none_of(schedule.occurrences, [&](const Stretch& days) {
      return days.first <= last && days.last >= first;
    });
  return (schedule.first && *schedule.first > last) || (schedule.last && *schedule.last < first);
}

bool ends_after(const Schedule& schedule, int year) {
  if (!schedule.last || *schedule.last <= last_of_month(year + 1, 1)) return false;
  // `Hết năm 2027` of a plan of 2026 may be mistyped, `đến năm 2030` is an aim.
  const bool next = schedule.occurrences.empty() && *schedule.last == last_of_year(year + 1);
  return !schedule.to_year || next;
}

std::optional<Mended> in_year(const std::string& text, int year) {
  std::string named, moved = text;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at == 4) {
      if (!named.empty() && named != text.substr(at, 4)) return std::nullopt;
      named = text.substr(at, 4);
      moved.replace(at, 4, fmt::format("{}", year));
    }
    at = std::max(end, at + 1);
  }
  Schedule schedule = parse_schedule(moved, year);
  if (named.empty() || !schedule.understood() || is_outside(schedule, year)) return std::nullopt;
  return Mended{std::move(moved), std::move(schedule)};
}

std::optional<std::string> with_year(const std::string& text, int year) {
  const Schedule meant = parse_schedule(text, year);
  const std::string tail = fmt::format("/{}", year);
  for (std::size_t at = text.size(); at > 0; --at) {
    if (!ends_word(text, at)) continue;
    const std::string full = text.substr(0, at) + tail + text.substr(at);
    const Schedule read = parse_schedule(full, year);
    if (read.understood() && !read.year_assumed && same_days(read, meant)) return full;
  }
  return std::nullopt;
}

}  // namespace wardplan
