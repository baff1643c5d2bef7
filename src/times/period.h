#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/phrase.h"
#include "times/date.h"

// The periods that reports are of.

namespace wardplan {

enum class PeriodKind { month, quarter, half_year, nine_months, year };

/// A kind of period: the word in files, and what people say.
struct PeriodWord {
  PeriodKind kind;
  std::string_view token;
  Phrase words;
};

/// All of them, in the order of the enumeration.
std::span<const PeriodWord> period_words();
const PeriodWord& period_word(PeriodKind kind);

/// A period and its days; `number`: which month, quarter or half of the year, from 1 on.
struct Period {
  PeriodKind kind = PeriodKind::year;
  int year = 0;
  int number = 1;
  Stretch days = {};
};

/// Whether a day is among them.
inline bool is_in(const Stretch& days, const Date& day) {
  return days.first <= day && day <= days.last;
}

/// Reads `2023-06`, `2023-Q2`, `2021-H1`, `2023-9M` or `2023`, in any case, and what people say:
/// `tháng 6/2023`, `quý II năm 2023`, `6 tháng đầu năm 2021`, `9 tháng 2023`. With a cut-off day (1
/// to 28; 0: none) months end on it: by 14 June lasts from the 15th of May to the 14th of June.
std::optional<Period> parse_period(std::string_view text, int cutoff = 0);

/// The period of the same kind before or after one. Nine months come between the first half, which
/// was reported before them, and the fourth quarter.
Period period_before(const Period& period, int cutoff = 0);
Period period_after(const Period& period, int cutoff = 0);

/// The period of a kind that a day belongs to.
Period period_of(PeriodKind kind, const Date& day, int cutoff = 0);

/// A whole year.
Period period_of_year(int year, int cutoff = 0);

/// Whether a period has days of a year; with a cut-off day the last days of a year belong to the
/// next one's first month.
bool has_days_in(const Period& period, int year);

/// `2021-H1`.
std::string period_token(const Period& period);

/// `6 tháng đầu năm 2021`.
Message in_words(const Period& period);

}  // namespace wardplan
