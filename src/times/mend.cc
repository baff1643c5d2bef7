#include "times/schedule.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/trim.h"

namespace wardplan {
namespace {

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

}  // namespace

bool is_outside(const Schedule& schedule, int year) {
  const Date first = first_of_year(year), last = last_of_year(year);
  if (!schedule.occurrences.empty())
    return std::ranges::none_of(schedule.occurrences, [&](const Stretch& days) {
      return days.first <= last && days.last >= first;
    });
  return (schedule.first && *schedule.first > last) || (schedule.last && *schedule.last < first);
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
