#include "times/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "figures/numerals.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

std::optional<Date> make(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = whole_number(year), m = whole_number(month), d = whole_number(day);
  if (!y || !m || !d || *y > 9999) return std::nullopt;
  return make_date(*y, *m, *d);
}

/// Whether a time of the clock is midnight; nothing: it is no time. `half`: AM, PM, SA, CH or none.
std::optional<bool> is_midnight(std::string_view time, std::string_view half) {
  const std::string_view fraction = time.substr(std::min(time.find('.'), time.size()));
  time.remove_suffix(fraction.size());
  std::array<int, 3> parts{};
  std::size_t count = 0;
  for (const std::string_view part : split(time, ":")) {
    const auto number = whole_number(part);
    if (count == parts.size() || part.empty() || part.size() > 2 || !number) return std::nullopt;
    parts[count++] = *number;
  }
  if (count < 2 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
  if (fraction.size() == 1 ||
      (!fraction.empty() && !std::ranges::all_of(fraction.substr(1), is_digit)))
    return std::nullopt;
  const bool none = fraction.find_first_not_of(".0") == std::string_view::npos;
  if (half.empty())
    return parts[0] > 23 ? std::nullopt : std::optional(none && parts == std::array{0, 0, 0});
  const std::string word = fold(half);
  const bool morning = word == "am" || word == "sa";
  if ((!morning && word != "pm" && word != "ch") || parts[0] < 1 || parts[0] > 12)
    return std::nullopt;
  return none && morning && parts == std::array{12, 0, 0};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return make(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

std::optional<Date> parse_typed_date(std::string_view text) {
  if (const auto date = parse_date(text)) return date;
  const std::size_t first = text.find_first_of("/-.");
  if (first == std::string_view::npos || first == 0 || first > 2) return std::nullopt;
  const std::size_t second = text.find(text[first], first + 1);
  if (second == std::string_view::npos || second - first > 3 || text.size() - second != 5)
    return std::nullopt;
  return make(text.substr(second + 1), text.substr(first + 1, second - first - 1),
              text.substr(0, first));
}

std::optional<TimedDay> parse_timed_day(std::string_view text) {
  std::string spaced(text);
  if (text.size() > 10 && text[10] == 'T') spaced[10] = ' ';
  std::vector<std::string_view> words = split(spaced, " ");
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  // The day stands before the time, or behind it.
  const bool first = parse_typed_date(words.front()).has_value();
  const auto day = parse_typed_date(first ? words.front() : words.back());
  words.erase(first ? words.begin() : words.end() - 1);
  const auto midnight = is_midnight(words.front(), words.size() == 2 ? words.back() : "");
  if (!day || !midnight) return std::nullopt;
  return TimedDay{*day, *midnight};
}

std::optional<Date> day_of_serial(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find_first_of(".,"));
  const std::string_view rest = text.substr(whole.size());
  const auto number = whole_number(whole);
  if (!number || whole.size() != 5 || rest.size() == 1) return std::nullopt;
  if (!rest.empty() && !std::ranges::all_of(rest.substr(1), is_digit)) return std::nullopt;
  const Date day =
      std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(*number);
  if (day < first_of_year(2000) || day > last_of_year(2099)) return std::nullopt;
  return day;
}

std::string iso(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string written(const Date& date, Lang lang) {
  if (lang == Lang::en) return iso(date);
  return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date.day()),
                     static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

Message written(const Date& date) { return {written(date, Lang::vi), written(date, Lang::en)}; }

int days_between(const Date& from, const Date& to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

Date day_after(const Date& day) { return std::chrono::sys_days(day) + std::chrono::days(1); }

Date first_of_year(int year) { return std::chrono::year(year) / 1 / 1; }

Date last_of_year(int year) { return std::chrono::year(year) / 12 / 31; }

std::optional<Date> make_date(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  const Date date = std::chrono::year(year) / month / day;
  return date.ok() ? std::optional(date) : std::nullopt;
}

Date first_of_month(int year, int month) { return std::chrono::year(year) / month / 1; }

Date last_of_month(int year, int month) {
  return std::chrono::year(year) / month / std::chrono::last;
}

}  // namespace wardplan
