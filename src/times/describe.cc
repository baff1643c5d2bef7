// How an expression is read, in one line.
#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string>

#include "times/schedule.h"

namespace wardplan {
namespace {

using Kind = ScheduleKind;

struct KindWord {
  std::string_view token;
  Phrase words;
};

/// In the order of the enumeration.
constexpr std::array kKinds = {
    KindWord{"unknown", {"không hiểu được", "not understood"}},
    KindWord{"continuous", {"thường xuyên", "continuous"}},
    KindWord{"recurring", {"lặp lại", "recurring"}},
    KindWord{"events", {"các ngày lễ, Tết, kỷ niệm", "holidays and anniversaries"}},
    KindWord{"as-needed", {"khi có việc", "when needed"}},
    KindWord{"outside", {"theo văn bản hoặc sự việc khác", "set by another text or event"}},
    KindWord{"since", {"từ một thời điểm", "from a time on"}},
    KindWord{"until", {"đến một thời điểm", "up to a time"}},
    KindWord{"days", {"ngày", "day"}},
    KindWord{"months", {"tháng", "month"}},
    KindWord{"quarters", {"quý", "quarter"}},
    KindWord{"half-year", {"6 tháng", "half-year"}},
    KindWord{"nine-months", {"9 tháng", "nine months"}},
    KindWord{"year", {"năm", "year"}},
    KindWord{"several-years", {"nhiều năm", "several years"}},
    KindWord{"school-year", {"năm học", "school year"}},
    KindWord{"day-of-quarter", {"một ngày của các quý", "a day of quarters"}},
    KindWord{"occasion", {"vào dịp", "about a day"}},
    KindWord{"mixed", {"nhiều loại", "of several kinds"}},
};
static_assert(kKinds.size() == static_cast<std::size_t>(Kind::mixed) + 1);

constexpr std::array kCycleWords = {
    Phrase{"ngày", "day"},    Phrase{"tuần", "week"},         Phrase{"tháng", "month"},
    Phrase{"quý", "quarter"}, Phrase{"6 tháng", "half year"}, Phrase{"năm", "year"},
};
static_assert(kCycleWords.size() == static_cast<std::size_t>(Cycle::year) + 1);

constexpr std::array kWeekdayWords = {
    Phrase{"Chủ nhật", "Sunday"},  Phrase{"thứ Hai", "Monday"},   Phrase{"thứ Ba", "Tuesday"},
    Phrase{"thứ Tư", "Wednesday"}, Phrase{"thứ Năm", "Thursday"}, Phrase{"thứ Sáu", "Friday"},
    Phrase{"thứ Bảy", "Saturday"},
};

/// Stretches shown one by one; a list of more is shown by its first and last day alone.
constexpr std::size_t kMostShown = 4;

std::string written(const Stretch& stretch, Lang lang) {
  if (stretch.first == stretch.last) return written(stretch.first, lang);
  return written(stretch.first, lang) + " – " + written(stretch.last, lang);
}

std::string days_of(const Schedule& schedule, Lang lang) {
  const auto& stretches = schedule.occurrences;
  std::string out;
  for (std::size_t at = 0; stretches.size() <= kMostShown && at < stretches.size(); ++at)
    out += (at == 0 ? "" : "; ") + written(stretches[at], lang);
  if (stretches.size() > kMostShown)
    out =
        written({*schedule.first, *schedule.last}, lang) +
        fmt::format(fmt::runtime(lang == Lang::vi ? " ({} lần)" : " ({} times)"), stretches.size());
  const auto side = [&](std::string_view vi, std::string_view en, const Date& date) {
    out += fmt::format("{}{} {}", out.empty() ? "" : "; ", lang == Lang::vi ? vi : en,
                       written(date, lang));
  };
  const bool closed = !stretches.empty();
  if (!closed && schedule.first) side("từ", "from", *schedule.first);
  if (!closed && schedule.last) side("chậm nhất", "by", *schedule.last);
  return out;
}

std::string written(const Recurrence& recurrence, Lang lang) {
  const bool vi = lang == Lang::vi;
  const std::string_view unit = kCycleWords[static_cast<std::size_t>(recurrence.cycle)].in(lang);
  std::string out = recurrence.every == 1 ? fmt::format("{} {}", vi ? "mỗi" : "every", unit)
                                          : fmt::format("{} {} {}{}", vi ? "cứ" : "every",
                                                        recurrence.every, unit, vi ? "" : "s");
  if (recurrence.times > 1) out += fmt::format(" {} {}", recurrence.times, vi ? "lần" : "times");
  if (recurrence.weekday)
    out += fmt::format("{}{}", vi ? " vào " : " on ",
                       kWeekdayWords[recurrence.weekday->c_encoding()].in(lang));
  if (recurrence.month_day)
    out += fmt::format("{}{}", vi ? " ngày " : " on day ", *recurrence.month_day);
  return out;
}

std::string described(const Schedule& schedule, Lang lang) {
  const bool vi = lang == Lang::vi;
  std::string out(kind_words(schedule.kind).in(lang));
  if (schedule.unread) return fmt::format("{}: {}", out, schedule.unread->why.in(lang));
  for (const Kind kind : schedule.also) out += fmt::format(", {}", kind_words(kind).in(lang));
  std::string facts = days_of(schedule, lang);
  for (const Recurrence& recurrence : schedule.recurrences)
    facts += fmt::format("{}{}", facts.empty() ? "" : "; ", written(recurrence, lang));
  if (!facts.empty()) out += ": " + facts;
  if (schedule.approximate) out += vi ? " (khoảng chừng)" : " (roughly)";
  if (schedule.year_assumed)
    out += vi ? " (không ghi năm, lấy năm của kế hoạch)" : " (no year given: the plan's)";
  if (!schedule.last) out += vi ? "; không có hạn" : "; no deadline";
  return out;
}

}  // namespace

std::string_view kind_token(ScheduleKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].token;
}

Phrase kind_words(ScheduleKind kind) { return kKinds[static_cast<std::size_t>(kind)].words; }

Message describe(const Schedule& schedule) {
  return {described(schedule, Lang::vi), described(schedule, Lang::en)};
}

}  // namespace wardplan
