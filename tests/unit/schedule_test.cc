#include "times/schedule.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "text/utf8.h"
#include "unit/schedule_texts.h"

namespace wardplan {
namespace {

using test::kReadings;
using test::kUnreadables;
using test::Reading;
using test::Unreadable;

constexpr std::array kKindNames = {"unknown",        "continuous", "recurring",     "events",
                                   "as_needed",      "outside",    "since",         "until",
                                   "days",           "months",     "quarters",      "half_year",
                                   "nine_months",    "year",       "several_years", "school_year",
                                   "day_of_quarter", "occasion",   "mixed"};
constexpr std::array kCycleNames = {"day", "week", "month", "quarter", "half", "year"};

std::string iso(const std::optional<Date>& date) {
  if (!date) return "?";
  return fmt::format("{}-{:02}-{:02}", static_cast<int>(date->year()),
                     static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day()));
}

std::string iso(const Stretch& stretch) {
  if (stretch.first == stretch.last) return iso(std::optional(stretch.first));
  return fmt::format("{}..{}", iso(std::optional(stretch.first)), iso(std::optional(stretch.last)));
}

/// `month`, `2 month`, `week 2x`, `week on 6`, `quarter on 15`
std::string shown(const Recurrence& recurrence) {
  std::string out = recurrence.every == 1 ? "" : fmt::format("{} ", recurrence.every);
  out += kCycleNames[static_cast<std::size_t>(recurrence.cycle)];
  if (recurrence.times != 1) out += fmt::format(" {}x", recurrence.times);
  if (recurrence.weekday) out += fmt::format(" on {}", recurrence.weekday->iso_encoding());
  if (recurrence.month_day) out += fmt::format(" on {}", *recurrence.month_day);
  if (recurrence.in_next) out += " after";
  return out;
}

/// All that is read: `kind+also: occurrences = first..last, each recurrence, marks`; of one
/// occurrence, the days over all are those and are left out.
std::string shown(const Schedule& schedule) {
  std::string out = kKindNames[static_cast<std::size_t>(schedule.kind)];
  for (const ScheduleKind kind : schedule.also)
    out += fmt::format("+{}", kKindNames[static_cast<std::size_t>(kind)]);
  for (const Stretch& stretch : schedule.occurrences) out += " " + iso(stretch);
  const bool same = schedule.occurrences.size() == 1 &&
                    schedule.first == schedule.occurrences.front().first &&
                    schedule.last == schedule.occurrences.front().last;
  if (!same && (schedule.first || schedule.last))
    out += fmt::format(" = {}..{}", iso(schedule.first), iso(schedule.last));
  for (const Recurrence& recurrence : schedule.recurrences) out += ", each " + shown(recurrence);
  if (schedule.year_assumed) out += ", assumed";
  if (schedule.approximate) out += ", roughly";
  return out;
}

std::string_view part_of(std::string_view text, const Unread& unread) {
  REQUIRE(unread.begin <= unread.end);
  REQUIRE(unread.end <= text.size());
  return text.substr(unread.begin, unread.end - unread.begin);
}

/// What holds of every text, understood or not.
void check_sound(std::string_view text, const Schedule& schedule) {
  CAPTURE(text);
  CHECK_FALSE(describe(schedule).empty());
  CHECK(deadline(schedule) == schedule.last);
  if (schedule.unread) {
    const bool blank = fold(text).empty();
    CHECK(part_of(text, *schedule.unread).empty() == blank);
    CHECK_FALSE(schedule.unread->why.vi.empty());
    CHECK(shown(schedule) == "unknown");
    return;
  }
  CHECK(schedule.kind != ScheduleKind::unknown);
  if (schedule.first && schedule.last) CHECK(*schedule.last >= *schedule.first);
  for (std::size_t at = 0; at < schedule.occurrences.size(); ++at) {
    const Stretch& here = schedule.occurrences[at];
    REQUIRE(here.first.ok());
    REQUIRE(here.last.ok());
    CHECK(here.last >= here.first);
    if (at > 0) CHECK(here.first > schedule.occurrences[at - 1].last);
  }
}

TEST_CASE("every expression of the documents and its like is read") {
  for (const Reading& reading : kReadings) {
    CAPTURE(reading.text);
    const Schedule schedule = parse_schedule(reading.text, 2023);
    if (schedule.unread) FAIL_CHECK(part_of(reading.text, *schedule.unread));
    CHECK(shown(schedule) == reading.shown);
    check_sound(reading.text, schedule);
  }
}

TEST_CASE("what is impossible, unknown or of two readings is not understood, at that part") {
  for (const Unreadable& example : kUnreadables) {
    CAPTURE(example.text);
    const Schedule schedule = parse_schedule(example.text, 2023);
    CAPTURE(shown(schedule));
    REQUIRE_FALSE(schedule.understood());
    CHECK(part_of(example.text, *schedule.unread) == example.part);
    check_sound(example.text, schedule);
  }
}

TEST_CASE("the times of the shipped plan are all understood") {
  const std::string folder = WARDPLAN_SOURCE_DIR "/plans/long-bien/";
  std::ifstream plan(folder + "2023-chu-de.yaml");
  int times = 0;
  for (std::string line; std::getline(plan, line);) {
    const std::size_t key = std::min(line.find("start: "), line.find("due: "));
    if (key == std::string::npos) continue;
    const std::string text = line.substr(line.find(": ", key) + 2);
    CAPTURE(text);
    CHECK(parse_schedule(text, 2023).understood());
    ++times;
  }
  CHECK(times > 100);
}

TEST_CASE("blanks, case and decomposed letters change nothing but the byte range") {
  for (const Reading& reading : kReadings) {
    std::string spread(reading.text);
    for (std::size_t at = 0; (at = spread.find(' ', at)) != std::string::npos; at += 4)
      spread.replace(at, 1, " \t\u00A0");
    CAPTURE(spread);
    CHECK(shown(parse_schedule(spread, 2023)) == reading.shown);
  }
  CHECK(shown(parse_schedule("Tha\u0301ng 10/2023", 2023)) == "months 2023-10-01..2023-10-31");
  CHECK(shown(parse_schedule("TH\u01AF\u01A0\u0300NG XUYE\u0302N", 2023)) == "continuous");
  const std::string_view decomposed = "Tha\u0301ng 13";
  const Schedule schedule = parse_schedule(decomposed, 2023);
  REQUIRE(schedule.unread);
  CHECK(part_of(decomposed, *schedule.unread) == "13");
}

TEST_CASE("a dash that opens a line is a bullet, any other one goes from part to part") {
  CHECK(shown(parse_schedule("- Tháng 3\n- Tháng 5/2023", 2023)) ==
        "months 2023-03-01..2023-03-31 2023-05-01..2023-05-31 = 2023-03-01..2023-05-31");
  CHECK(shown(parse_schedule("Tháng 3 - Tháng 5/2023", 2023)) == "months 2023-03-01..2023-05-31");
  CHECK(shown(parse_schedule("Tháng\n10/2023", 2023)) == "months 2023-10-01..2023-10-31");
}

TEST_CASE("February has its 29th in leap years alone") {
  CHECK(shown(parse_schedule("Tháng 2", 2024)) == "months 2024-02-01..2024-02-29, assumed");
  CHECK(shown(parse_schedule("29/02", 2024)) == "days 2024-02-29, assumed");
  CHECK(shown(parse_schedule("Tháng 2/2100", 2023)) == "months 2100-02-01..2100-02-28");
  CHECK_FALSE(parse_schedule("29/02", 2023).understood());
  CHECK_FALSE(parse_schedule("29/02/2100", 2023).understood());
}

TEST_CASE("what is closed has a deadline, what is open has none") {
  CHECK(iso(deadline(parse_schedule("Tháng 3,7,10/2023", 2023))) == "2023-10-31");
  CHECK(iso(deadline(parse_schedule("Trước ngày 10/9/2023", 2023))) == "2023-09-10");
  CHECK(iso(deadline(parse_schedule("Thường xuyên đến hết quý III", 2023))) == "2023-09-30");
  for (const std::string_view open : {"Thường xuyên trong năm", "Hàng tuần", "từ đầu năm",
                                      "Các ngày lễ, Tết", "Theo Kế hoạch", "đột xuất", "Tháng 13"})
    CHECK_FALSE(deadline(parse_schedule(open, 2023)).has_value());
}

TEST_CASE("a description says in both languages how an expression is read") {
  struct Example {
    std::string_view text;
    std::string_view vi;
    std::string_view en;
  };
  const Example examples[] = {
      {"Tháng 6, 11/2023", "tháng: 01/06/2023 – 30/06/2023; 01/11/2023 – 30/11/2023",
       "month: 2023-06-01 – 2023-06-30; 2023-11-01 – 2023-11-30"},
      {"Tháng 1,2,3,4,5",
       "tháng: 01/01/2023 – 31/05/2023 (5 lần) (không ghi năm, lấy năm của kế hoạch)",
       "month: 2023-01-01 – 2023-05-31 (5 times) (no year given: the plan's)"},
      {"Năm học 2022 - 2023", "năm học: 01/09/2022 – 31/05/2023 (khoảng chừng)",
       "school year: 2022-09-01 – 2023-05-31 (roughly)"},
      {"Năm 2026 (Báo cáo định kỳ hàng tháng)", "năm, định kỳ: 01/01/2026 – 31/12/2026; mỗi tháng",
       "year, recurring: 2026-01-01 – 2026-12-31; every month"},
      {"sáng thứ 7 hàng tuần", "định kỳ: mỗi tuần vào thứ Bảy; không có hạn",
       "recurring: every week on Saturday; no deadline"},
      {"Định kỳ 2 tháng", "định kỳ: cứ 2 tháng; mỗi lần có hạn riêng",
       "recurring: every 2 months; each time has a deadline of its own"},
      {"trước 20/02/2023", "đến một thời điểm: chậm nhất 20/02/2023",
       "up to a time: by 2023-02-20"},
      {"từ đầu năm", "từ một thời điểm: từ 01/01/2023; không có hạn",
       "from a time on: from 2023-01-01; no deadline"},
      {"Quý V", "không hiểu được: quý có từ I đến IV", "not understood: quarters go from I to IV"},
  };
  for (const Example& example : examples) {
    const Message message = describe(parse_schedule(example.text, 2023));
    CHECK(message.vi == example.vi);
    CHECK(message.en == example.en);
  }
}

TEST_CASE("no prefix, splice or change of bytes breaks the reading") {
  std::mt19937_64 draws(1);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(draws() % limit); };
  for (const Reading& reading : kReadings) {
    for (std::size_t size = 0; size < reading.text.size(); ++size) {
      const std::string_view prefix = reading.text.substr(0, size);
      check_sound(prefix, parse_schedule(prefix, 2023));
    }
    for (int round = 0; round < 60; ++round) {
      std::string text(reading.text);
      const std::string_view other = kReadings[below(std::size(kReadings))].text;
      for (std::size_t changes = below(3) + 1; changes > 0; --changes)
        text[below(text.size())] = static_cast<char>(below(256));
      const std::size_t at = below(text.size() + 1);
      if (round % 2 == 0) text.insert(at, other.substr(below(other.size())));
      if (round % 3 == 0) text = std::string(reading.text) + ", " + std::string(other);
      check_sound(text, parse_schedule(text, 2023));
    }
  }
}

}  // namespace
}  // namespace wardplan
