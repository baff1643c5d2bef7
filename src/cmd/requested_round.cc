// Which round of criteria, or which time of what comes back, an entry is about.
#include "cmd/requested_round.h"

#include <algorithm>

#include "cmd/typed.h"
#include "records/register.h"
#include "standing/occurrences.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// The times that a row comes up, with their days: `1 (25/01/2026), 2 (25/02/2026)`.
Message times_there_are(const std::vector<Occurrence>& occurrences) {
  Message list;
  for (const Occurrence& occurrence : occurrences)
    join(list, say("{} ({})", "{} ({})", occurrence.number, written(occurrence.days.last)));
  return say("các lần: {}", "the times are {}", list);
}

/// The days that are meant by a month, a quarter or a day: `2026-05`, `tháng 5`, `quý II`,
/// `25/5/2026`.
std::optional<Stretch> days_meant(const std::string& typed, int year) {
  if (const auto day = parse_typed_date(typed)) return Stretch{*day, *day};
  if (const auto month = parse_date(typed + "-01"))
    return Stretch{*month, last_of_month(static_cast<int>(month->year()),
                                         static_cast<int>(static_cast<unsigned>(month->month())))};
  const Schedule read = parse_schedule(typed, year);
  if (read.occurrences.size() != 1 || !read.recurrences.empty() || read.approximate)
    return std::nullopt;
  return read.occurrences.front();
}

/// Whether the days of a time are named after the month before them (`ngày 05 tháng sau`): a month
/// can mean either.
bool is_for_month_before(const Row& row) {
  return std::ranges::any_of(row.due.read->recurrences, &Recurrence::in_next);
}

/// Whether a quarter or half-year can mean the time that is due in it, and the one due right behind
/// it, which reports on it: `10/4, 10/7` in the second quarter.
bool is_due_behind(const std::vector<Occurrence>& occurrences, const Stretch& days) {
  constexpr int kMonth = 31;
  if (days_between(days.first, days.last) <= kMonth) return false;
  const auto begins_in = [&](const Date& from) {
    return std::ranges::any_of(occurrences, [&](const Occurrence& one) {
      return one.days.last >= from && days_between(from, one.days.last) < kMonth;
    });
  };
  return begins_in(days.first) && begins_in(day_after(days.last));
}

/// The number of a time: `2`, also with the word before it; or nothing.
const Occurrence* numbered(const std::vector<Occurrence>& occurrences, const std::string& typed) {
  const std::string key = fold_bare(typed);
  for (const Occurrence& occurrence : occurrences)
    for (const std::string_view word : {"", "lan ", "lan thu ", "dot ", "time ", "round "})
      if (key == std::string(word) + occurrence.number) return &occurrence;
  return nullptr;
}

/// The step that a due calls so, whatever its place: `Bước 1`, `Khảo sát` in `Khảo sát: Tháng 3;
/// Thi công: Tháng 9`; or nothing.
const Occurrence* step_named(const Row& row, const std::vector<Occurrence>& occurrences,
                             const std::string& typed) {
  if (!row.due.read->of_steps) return nullptr;
  for (const std::string_view step : split(row.due.value, ";\n")) {
    const std::size_t colon = step.find(':');
    if (colon == std::string_view::npos ||
        fold_bare(trimmed(step.substr(0, colon))) != fold_bare(typed))
      continue;
    const auto last =
        deadline(parse_schedule(std::string(trimmed(step.substr(colon + 1))), row.due.read->year));
    for (const Occurrence& occurrence : occurrences)
      if (last == occurrence.days.last) return &occurrence;
  }
  return nullptr;
}

/// The time that is meant, by its name, its number, its month or a day of it. Refused where that
/// isn't one.
std::string named_time(const Row& row, const std::vector<Occurrence>& occurrences,
                       const std::string& typed) {
  if (const Occurrence* step = step_named(row, occurrences, typed)) return step->number;
  if (const Occurrence* time = numbered(occurrences, typed)) return time->number;
  const auto days = days_meant(typed, row.due.read->year);
  std::vector<const Occurrence*> meant;
  for (const Occurrence& occurrence : occurrences)
    if (days && occurrence.days.first <= days->last && days->first <= occurrence.days.last)
      meant.push_back(&occurrence);
  const bool day = days && days->first == days->last;
  const bool behind = meant.size() == 1 && is_due_behind(occurrences, *days);
  const bool doubtful = (is_for_month_before(row) && !day) || behind;
  if (meant.size() == 1 && !doubtful) return meant.front()->number;
  const Message there = times_there_are(occurrences);
  if (meant.empty() || doubtful)
    refuse(with_hint(behind ? say("`{}` không rõ là lần đến hạn trong kỳ hay ngay sau kỳ",
                                  "`{}` may mean the time due in it or right behind it", typed)
                     : doubtful
                         ? say("`{}` không rõ là lần nào: hạn ở tháng sau",
                               "`{}` doesn't say which time: it is due the month after", typed)
                         : say("không có lần `{}`", "there is no time `{}`", typed),
                     there));
  refuse(with_hint(say("`{}` có {} lần", "`{}` has {} times", typed, meant.size()), there));
}

/// The round of criteria that is meant: `1`, also with the word before it.
std::string named_round(const Plan& plan, const Row& row, const std::string& typed) {
  if (row.kind == RowKind::report_day)
    refuse(Phrase{"mốc này chỉ có một lần; không cần `--round`",
                  "the date comes up once; it takes no `--round`"});
  if (row.kind == RowKind::item)
    refuse(Phrase{"việc này không tính theo từng lần trong năm; không cần `--round`",
                  "the item has no times in the year; it takes no `--round`"});
  if (plan.rounds.empty())
    refuse(
        Phrase{"kế hoạch không có đợt kiểm tra; `--round` chỉ dùng cho tiêu chí và báo cáo định kỳ",
               "a plan has no rounds; `--round` is for criteria and reports that recur"});
  const std::string key = fold_bare(typed);
  const auto rounds = texts(plan.rounds, [](const Round& round) { return round.number.value; });
  for (const std::string& round : rounds)
    for (const std::string_view word : {"", "dot ", "lan ", "round "})
      if (key == std::string(word) + fold_bare(round)) return round;
  refuse(with_hint(say("không có đợt `{}`", "there is no round `{}`", typed), there_are(rounds)));
}

/// Whether an entry without a round is about all times of a row.
bool is_of_all(const Plan& plan, const Row& row, const EntryDraft& typed) {
  const auto& text = typed[EntryKeyId::status].text;
  const StatusWord* status = text ? status_by_words(*text) : nullptr;
  const WardStatus* own =
      text && status == nullptr ? ward_status_by_words(plan.ward, *text) : nullptr;
  Update update;
  if (status != nullptr) update.status = {{status->status, {}, true}};
  if (own != nullptr) update.status = {{own->counts_as.value, {}, own->counts_as.given}};
  update.due.given = typed[EntryKeyId::due].given();
  return speaks_of_all(row, update);
}

}  // namespace

std::optional<std::string> requested_round(const Plan& plan, const Row& row,
                                           const EntryDraft& typed) {
  const auto& round = typed[EntryKeyId::round].text;
  const auto occurrences = occurrences_of(row);
  if (occurrences.size() > 1) {
    if (round) return named_time(row, occurrences, *round);
    if (is_of_all(plan, row, typed)) return std::nullopt;
    refuse(with_hint(say("{} này đến {} lần trong năm; thêm `--round`",
                         "the {} comes up {} times a year; add `--round`",
                         row_kind_words(row.kind).noun, occurrences.size()),
                     times_there_are(occurrences)));
  }
  if (round) return named_round(plan, row, *round);
  const bool judged = row.kind == RowKind::content || row.kind == RowKind::heading;
  const bool scored = typed[EntryKeyId::score].given() || typed[EntryKeyId::self_score].given();
  const bool said = judged ? typed[EntryKeyId::status].given() || scored
                           : row.deduction != nullptr && typed[EntryKeyId::value].given();
  if (said && !plan.rounds.empty())
    refuse(say("chưa nêu đợt kiểm tra; thêm `--round`, một trong {}",
               "which round isn't said; add `--round`, one of {}",
               quoted_list(texts(plan.rounds, [](const Round& one) { return one.number.value; }))));
  return std::nullopt;
}

}  // namespace wardplan
