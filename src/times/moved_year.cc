#include "times/moved_year.h"

#include <algorithm>
#include <vector>

#include "figures/numerals.h"
#include "text/trim.h"

namespace wardplan {
namespace {

/// Where numbers of four digits stand that are years.
std::vector<std::size_t> years_in(std::string_view text) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at == 4 && is_year(std::stoi(std::string(text.substr(at, 4))))) places.push_back(at);
    at = std::max(end, at + 1);
  }
  return places;
}

int year_at(std::string_view text, std::size_t at) {
  return std::stoi(std::string(text.substr(at, 4)));
}

/// Whether a time is about more than its plan's year.
bool is_of_several_years(const Schedule& read) {
  return says(read, ScheduleKind::several_years) || says(read, ScheduleKind::since) ||
         (says(read, ScheduleKind::until) && read.to_year);
}

}  // namespace

std::optional<std::string> moved_time(std::string_view text, const Schedule& read, int from,
                                      int to) {
  if (!read.understood()) return std::nullopt;
  const std::vector<std::size_t> years = years_in(text);
  std::string moved(text);
  if (years.empty()) return moved;
  if (is_of_several_years(read)) return std::nullopt;
  for (const std::size_t at : years)
    moved.replace(at, 4, std::to_string(year_at(text, at) + to - from));
  const Schedule again = parse_schedule(moved, to);
  if (!again.understood() || again.kind != read.kind || again.also != read.also)
    return std::nullopt;
  return moved;
}

std::string with_year(std::string_view text, int from, int to) {
  std::string moved(text);
  for (const std::size_t at : years_in(text))
    if (year_at(text, at) == from) moved.replace(at, 4, std::to_string(to));
  return moved;
}

bool names_year(std::string_view text, int year) {
  return std::ranges::any_of(years_in(text),
                             [&](std::size_t at) { return year_at(text, at) == year; });
}

}  // namespace wardplan
