#include "times/period.h"

#include <fmt/format.h>

#include <algorithm>

#include "figures/numerals.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr PeriodWord kWords[] = {
    {PeriodKind::month, "month", {"tháng", "month"}},
    {PeriodKind::quarter, "quarter", {"quý", "quarter"}},
    {PeriodKind::half_year, "half-year", {"6 tháng", "six months"}},
    {PeriodKind::nine_months, "nine-months", {"9 tháng", "nine months"}},
    {PeriodKind::year, "year", {"năm", "year"}},
};

constexpr int kMonths[] = {1, 3, 6, 9, 12};

int months_of(PeriodKind kind) { return kMonths[static_cast<std::size_t>(kind)]; }

/// How many periods of a kind a year has.
int count_in_year(PeriodKind kind) {
  return kind == PeriodKind::nine_months ? 1 : 12 / months_of(kind);
}

/// The last day of a month, or the cut-off day in it.
Date end_of_month(int year, int month, int cutoff) {
  return cutoff == 0 ? last_of_month(year, month) : *make_date(year, month, cutoff);
}

Period make_period(PeriodKind kind, int year, int number, int cutoff) {
  const int first = (number - 1) * months_of(kind) + 1;
  const int last = first + months_of(kind) - 1;
  const Date before =
      first == 1 ? end_of_month(year - 1, 12, cutoff) : end_of_month(year, first - 1, cutoff);
  return {kind, year, number, {day_after(before), end_of_month(year, last, cutoff)}};
}

Period moved(const Period& period, int by, int cutoff) {
  const int count = count_in_year(period.kind);
  const int place = period.year * count + period.number - 1 + by;
  return make_period(period.kind, place / count, place % count + 1, cutoff);
}

/// `thang 9` of `thang 9/2023`, `thang 9 nam 2023`: without what leads to the year.
std::string_view before_year(std::string_view bare) {
  std::string_view said = trimmed(bare.substr(0, bare.size() - 4));
  for (const std::string_view word : {"/", "-", ",", "nam", "cua"})
    if (said.ends_with(word)) said = trimmed(said.substr(0, said.size() - word.size()));
  return said;
}

/// The number behind a word: `9` of `thang 9`, `3` of `quy iii`.
std::optional<int> number_behind(std::string_view said, std::string_view word) {
  if (!said.starts_with(word)) return std::nullopt;
  const std::string_view number = trimmed(said.substr(word.size()));
  for (int at = 1; at <= 4; ++at)
    if (fold(roman(at)) == number) return at;
  return whole_number(number);
}

struct Said {
  PeriodKind kind;
  int number;
};

/// What stands before the year.
std::optional<Said> said_in_words(std::string_view said, bool year_named) {
  if (said.empty() && year_named) return Said{PeriodKind::year, 1};
  for (const std::string_view dau : {"", " dau"}) {
    if (said == std::string("9 thang").append(dau)) return Said{PeriodKind::nine_months, 1};
    if (said == std::string("6 thang").append(dau)) return Said{PeriodKind::half_year, 1};
  }
  if (said == "6 thang cuoi") return Said{PeriodKind::half_year, 2};
  if (const auto month = number_behind(said, "thang ")) return Said{PeriodKind::month, *month};
  if (const auto quarter = number_behind(said, "quy ")) return Said{PeriodKind::quarter, *quarter};
  // `Q3`, `QIII`, `T2`, as times have them.
  if (const auto quarter = number_behind(said, "q")) return Said{PeriodKind::quarter, *quarter};
  if (const auto month = number_behind(said, "t")) return Said{PeriodKind::month, *month};
  return std::nullopt;
}

/// `9 tháng đầu năm 2023`, `quý II/2023`, as documents and people write it.
std::optional<Period> period_in_words(std::string_view text, int cutoff) {
  const std::string bare = fold_bare(text);
  if (bare.size() < 7) return std::nullopt;
  const auto year = whole_number(std::string_view(bare).substr(bare.size() - 4));
  // `quý 12023` may be anything.
  if (is_digit(bare[bare.size() - 5])) return std::nullopt;
  if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  const auto said = said_in_words(before_year(bare), bare.starts_with("nam "));
  if (!said || said->number < 1 || said->number > count_in_year(said->kind)) return std::nullopt;
  return make_period(said->kind, *year, said->number, cutoff);
}

}  // namespace

std::span<const PeriodWord> period_words() { return kWords; }

const PeriodWord& period_word(PeriodKind kind) { return kWords[static_cast<std::size_t>(kind)]; }

std::optional<Period> parse_period(std::string_view text, int cutoff) {
  if (const auto period = period_in_words(text, cutoff)) return period;
  const std::string said = fold(text);
  const std::size_t dash = said.find('-');
  const auto year = whole_number(std::string_view(said).substr(0, dash));
  if (!year || said.substr(0, dash).size() != 4 || *year < kFirstYear || *year > kLastYear)
    return std::nullopt;
  if (dash == std::string::npos) return make_period(PeriodKind::year, *year, 1, cutoff);
  const std::string part = said.substr(dash + 1);
  if (part == "9m") return make_period(PeriodKind::nine_months, *year, 1, cutoff);
  if (part == "6m") return make_period(PeriodKind::half_year, *year, 1, cutoff);
  const bool named = part.size() == 2 && (part.front() == 'q' || part.front() == 'h');
  const auto number = whole_number(std::string_view(part).substr(named ? 1 : 0));
  if (!number || *number < 1 || (!named && part.size() != 2)) return std::nullopt;
  const PeriodKind kind = !named                ? PeriodKind::month
                          : part.front() == 'q' ? PeriodKind::quarter
                                                : PeriodKind::half_year;
  if (*number > count_in_year(kind)) return std::nullopt;
  return make_period(kind, *year, *number, cutoff);
}

Period period_before(const Period& period, int cutoff) {
  if (period.kind == PeriodKind::nine_months)
    return make_period(PeriodKind::half_year, period.year, 1, cutoff);
  return moved(period, -1, cutoff);
}

Period period_after(const Period& period, int cutoff) {
  if (period.kind == PeriodKind::nine_months)
    return make_period(PeriodKind::quarter, period.year, 4, cutoff);
  return moved(period, 1, cutoff);
}

Period period_of_year(int year, int cutoff) {
  return make_period(PeriodKind::year, year, 1, cutoff);
}

Period period_of(PeriodKind kind, const Date& day, int cutoff) {
  const int month = static_cast<int>(static_cast<unsigned>(day.month()));
  const int number = (month - 1) / months_of(kind) + 1;
  const Period period = make_period(kind, static_cast<int>(day.year()),
                                    std::min(number, count_in_year(kind)), cutoff);
  return day > period.days.last ? moved(period, 1, cutoff) : period;
}

bool has_days_in(const Period& period, int year) {
  return period.days.last >= first_of_year(year) && period.days.first <= last_of_year(year);
}

std::string period_token(const Period& period) {
  switch (period.kind) {
    case PeriodKind::month:
      return fmt::format("{}-{:02}", period.year, period.number);
    case PeriodKind::quarter:
      return fmt::format("{}-Q{}", period.year, period.number);
    case PeriodKind::half_year:
      return fmt::format("{}-H{}", period.year, period.number);
    case PeriodKind::nine_months:
      return fmt::format("{}-9M", period.year);
    case PeriodKind::year:
      break;
  }
  return fmt::format("{}", period.year);
}

Message in_words(const Period& period) {
  switch (period.kind) {
    case PeriodKind::month:
      return say("tháng {} năm {}", "month {} of {}", period.number, period.year);
    case PeriodKind::quarter:
      return {fmt::format("quý {} năm {}", roman(period.number), period.year),
              fmt::format("quarter {} of {}", period.number, period.year)};
    case PeriodKind::half_year:
      return period.number == 1 ? say("6 tháng đầu năm {}", "the first half of {}", period.year)
                                : say("6 tháng cuối năm {}", "the second half of {}", period.year);
    case PeriodKind::nine_months:
      return say("9 tháng đầu năm {}", "nine months of {}", period.year);
    case PeriodKind::year:
      break;
  }
  return say("năm {}", "the year {}", period.year);
}

}  // namespace wardplan
