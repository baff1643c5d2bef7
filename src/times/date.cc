#include "times/date.h"

#include <fmt/format.h>

#include "figures/numerals.h"

namespace wardplan {
namespace {

std::optional<Date> make(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = whole_number(year), m = whole_number(month), d = whole_number(day);
  if (!y || !m || !d || *y > 9999) return std::nullopt;
  return make_date(*y, *m, *d);
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
