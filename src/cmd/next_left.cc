// What was left of a year's work when its record is carried into the next.
#include "cmd/next_left.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "lists/item_list.h"
#include "records/steps.h"
#include "records/words.h"
#include "standing/results.h"
#include "standing/state.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

bool is_aside(const Standing& standing) {
  return standing.status != Status::paused &&
         status_word(standing.status).closure == Closure::aside;
}

bool is_left(const Standing& standing) {
  return standing.status != Status::not_judged &&
         (standing.status == Status::paused ||
          status_word(standing.status).closure == Closure::open);
}

/// Times that stand alike, and how: `4, 6–12`.
struct AlikeTimes {
  Message said = {};
  std::vector<int> times = {};
};

/// `4, 6–12` of 4, 6, 7, … 12.
std::string in_ranges(const std::vector<int>& times) {
  std::string out;
  for (std::size_t at = 0; at < times.size();) {
    std::size_t end = at + 1;
    while (end < times.size() && times[end] == times[end - 1] + 1) ++end;
    const std::size_t last = end - at > 2 ? end - 1 : at;
    join(out, last > at ? fmt::format("{}–{}", times[at], times[last]) : fmt::to_string(times[at]),
         ", ");
    at = last + 1;
  }
  return out;
}

Message status_said(const Standing& standing) { return told_status(standing).words; }

Message extension_said(const Standing& standing) {
  const Update* extension = standing.due.extension;
  return extension == nullptr ? Message()
                              : say("gia hạn đến {}", "extended to {}", extension->due.value);
}

const Text* note_of(const Standing& standing) {
  return standing.last != nullptr && standing.last->note.given ? &standing.last->note : nullptr;
}

/// Behind what stands among others.
Message note_beside(const Standing& standing) {
  const Text* note = note_of(standing);
  return note == nullptr ? Message() : say(" ({})", " ({})", note->value);
}

/// What was reached: `40 cây`.
Message values_said(const Row& row, const Date& as_of) {
  Message values;
  for (const TargetResult& result : results_at(row, as_of)) {
    if (result.value == nullptr) continue;
    const bool named = result.target != nullptr && result.target->name.given;
    const std::string name = named ? result.target->name.value + " " : std::string();
    join(values,
         {name + value_in_words(result, Lang::vi), name + value_in_words(result, Lang::en)});
  }
  return values;
}

/// Of one time: `đang thực hiện, 40 cây; đã giao các tổ`.
Message one_said(const Row& row, const Standing& standing, const Date& as_of) {
  Message said = with_time(standing, status_said(standing));
  for (const Message& more : {values_said(row, as_of), extension_said(standing)})
    if (!more.empty()) join(said, more);
  if (is_aside(standing)) return said += note_beside(standing);
  if (const Text* note = note_of(standing)) said += say("; {}", "; {}", note->value);
  return said;
}

/// Of several times each, those that stand alike together.
Message all_said(const Row& row, const std::vector<Standing>& left, const Date& as_of) {
  std::vector<AlikeTimes> alike;
  for (const Standing& standing : left) {
    Message said = status_said(standing);
    if (const Message extension = extension_said(standing); !extension.empty())
      join(said, extension);
    said += note_beside(standing);
    auto same =
        std::ranges::find(alike, said.vi, [](const AlikeTimes& one) { return one.said.vi; });
    if (same == alike.end()) same = alike.insert(alike.end(), {said, {}});
    same->times.push_back(standing.occurrence);
  }
  Message all;
  for (const AlikeTimes& one : alike) {
    if (!all.empty()) all += say("; ", "; ");
    all += say("lần {}/{}: {}", "time {}/{}: {}", in_ranges(one.times), left.front().occurrences,
               one.said);
  }
  const Message values = values_said(row, as_of);
  return values.empty() ? all : all += say("; đã đạt {}", "; reached: {}", values);
}

}  // namespace

std::optional<LeftWork> left_of(const Plan& plan, std::size_t at, const Date& as_of) {
  const Row& row = plan.row(at);
  const bool date = at >= plan.rows.size();
  if (!is_counted(row) || (!date && plan.kind == RecordKind::movement)) return std::nullopt;
  std::vector<Standing> times = standings_at(row, plan.ward, as_of);
  // Where no report was ever recorded as sent, nobody keeps that here.
  const bool kept = !date || std::ranges::any_of(plan.dates, [](const Row& report) {
    return !report.updates.empty();
  });
  const bool waits = kept && std::ranges::any_of(times, is_left);
  // Times that were set aside are said beside those that wait: the row may be given up.
  std::erase_if(times,
                [&](const Standing& one) { return !is_aside(one) && !(waits && is_left(one)); });
  if (times.empty()) return std::nullopt;
  if (waits && row.updates.empty())
    return LeftWork{{"chưa ghi kết quả nào", "no result was recorded"}};
  return LeftWork{
      times.size() > 1 ? all_said(row, times, as_of) : one_said(row, times.front(), as_of), !waits};
}

}  // namespace wardplan
