#include "rules/issue_day.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "rules/rule.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Years that documents may be of.
constexpr int kOldest = 1945, kNewest = 2100;

bool is_year(int number) { return number >= kOldest && number <= kNewest; }

/// The last day that a date leaves open: of `…/01/2026` that of the month.
std::optional<Date> last_day_of(const std::vector<int>& numbers) {
  if (numbers.size() == 2 && numbers[0] >= 1 && numbers[0] <= 12 && is_year(numbers[1]))
    return last_of_month(numbers[1], numbers[0]);
  if (numbers.size() != 3) return std::nullopt;
  const Date day = day_of(numbers);
  return day.ok() && is_year(static_cast<int>(day.year())) ? std::optional(day) : std::nullopt;
}

/// Whether what stands between `số` and `ngày` is a symbol, which may say whose it is: a day behind
/// other words may be that of an event.
bool is_symbol_of_issue(std::string_view between) {
  bool any = false;
  for (const std::string_view word : split(between, " ,\n")) {
    if (word.empty()) continue;
    if (any && word == "của") return true;
    const bool of_symbol = word == "…" || word.find_first_of("0123456789/-") != kNone;
    if (!of_symbol) return false;
    any = true;
  }
  return any;
}

/// By the line under the title.
std::optional<LatestIssue> said_in_line(const Plan& plan, const Sources& sources) {
  const auto said = day_of_issue_in(plan.issued.value);
  const auto day = said ? last_day_of(said->numbers) : std::nullopt;
  if (!day) return std::nullopt;
  return LatestIssue{*day, part_of(sources, plan.issued, said->place.begin, said->place.end),
                     said->numbers.size() == 3};
}

}  // namespace

SaidDay day_said_behind(std::string_view text, std::size_t from) {
  SaidDay said{{from, from}, {}};
  for (std::size_t at = from; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (is_digit(rest.front())) {
      const std::size_t end = pass(rest, "0123456789");
      said.numbers.push_back(end > 4 ? 0 : std::stoi(std::string(rest.substr(0, end))));
      at += end;
    } else if (rest.starts_with("tháng")) {
      at += std::string_view("tháng").size();
    } else if (rest.starts_with("năm")) {
      at += std::string_view("năm").size();
    } else if (rest.starts_with("…")) {
      at += std::string_view("…").size();
    } else if (is_one_of(rest.front(), "/-._")) {
      ++at;
    } else if (rest.front() == ' ') {
      ++at;
      continue;
    } else {
      break;
    }
    said.place.end = at;
  }
  return said;
}

Date day_of(std::vector<int> numbers) {
  using namespace std::chrono;
  if (numbers[0] > 31) std::ranges::reverse(numbers);
  const int years = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2];
  // Larger ones would be taken for others.
  const auto part = [](int number) { return static_cast<unsigned>(std::min(number, 99)); };
  return year_month_day(year(years), month(part(numbers[1])), day(part(numbers[0])));
}

std::optional<SaidDay> day_of_issue_in(std::string_view text) {
  constexpr std::string_view kNumber = "số ", kDay = "ngày ";
  const std::size_t number = text.find(kNumber);
  if (number == kNone) return std::nullopt;
  const std::size_t day = text.find(kDay, number + kNumber.size());
  if (day == kNone) return std::nullopt;
  if (!is_symbol_of_issue(text.substr(number + kNumber.size(), day - number - kNumber.size())))
    return std::nullopt;
  SaidDay said = day_said_behind(text, day + kDay.size());
  if (said.place.begin == said.place.end) return std::nullopt;
  return said;
}

std::optional<int> year_in_symbol(std::string_view text) {
  for (std::size_t sign = text.find('/'); sign != kNone; sign = text.find('/', sign + 1)) {
    const std::size_t end = pass(text, "0123456789", sign + 1);
    const bool number = sign > 0 && is_digit(text[sign - 1]);
    const bool goes_on = end + 1 < text.size() && is_one_of(text[end], "/-") &&
                         !is_digit(text[end + 1]) && text[end + 1] != ' ';
    if (!number || !goes_on || end != sign + 5) continue;
    const int year = std::stoi(std::string(text.substr(sign + 1, 4)));
    if (is_year(year)) return year;
  }
  return std::nullopt;
}

std::optional<LatestIssue> latest_issue(const Plan& plan, const Sources& sources) {
  const IssuedText& document = plan.document;
  if (document.date.given) return LatestIssue{document.date.value, document.date.span, true};
  if (auto said = said_in_line(plan, sources)) return said;
  for (const Text* text : {&document.symbol, &plan.issued})
    if (const auto year = year_in_symbol(text->value))
      return LatestIssue{last_of_year(*year), text->span};
  if (!plan.year.given || is_of_other_year(plan)) return std::nullopt;
  return LatestIssue{last_of_year(plan.year.value), plan.year.span};
}

}  // namespace wardplan
