// The dates of a plan's calendar: which of several times an entry is about.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "rules/items.h"
#include "rules/rule.h"
#include "standing/occurrences.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

Message known_turns(const std::vector<Occurrence>& occurrences) {
  Message list;
  for (const Occurrence& occurrence : occurrences)
    join(list, say("`{0}` ({1})", "`{0}` ({1})", occurrence.number, written(occurrence.days.last)));
  return say("một trong {}", "one of {}", list);
}

void which_time(const Project& project, const RuleRun& run) {
  each_item(project, [&](const Plan& plan, const Row& row, const Place& place) {
    if (row.kind != RowKind::report_day || !plan.year.given) return;
    const auto occurrences = occurrences_of(row);
    for (const Update& update : row.updates) {
      const bool known = std::ranges::find(occurrences, update.round.value, &Occurrence::number) !=
                         occurrences.end();
      if (known || (update.round.absent() && occurrences.size() < 2)) continue;
      Finding finding{.at = place.address};
      finding.primary = {update.round.given ? update.round.span : update.date.span, {}};
      if (occurrences.empty()) {
        finding.message = say("mốc `{}` không có lần nào để đếm",
                              "the date `{}` has no times to count", place.address);
        finding.help = {"bỏ `round`", "drop `round`"};
      } else {
        finding.message =
            update.round.given
                ? say("mốc `{}` không có lần `{}`", "the date `{}` has no time `{}`", place.address,
                      update.round.value)
                : say("mốc `{}` có {} lần, cập nhật ngày {} không nói là lần nào",
                      "the date `{}` comes up {} times, and the entry of {} doesn't say which",
                      place.address, occurrences.size(), iso(update.date.value));
        const Message list = known_turns(occurrences);
        finding.help = say("ghi `round`, {}", "write `round`, {}", list);
      }
      run.add(std::move(finding));
    }
  });
}

constexpr std::array kRules = {
    Rule{{.id = "P721",
          .severity = Severity::error,
          .title = {"không rõ lần báo cáo nào", "which report isn't clear"},
          .what = {"Một mốc của `reporting` đến nhiều lần trong năm, mà cập nhật không nói là lần "
                   "nào (`round`), hoặc nói một lần không có.",
                   "A date of `reporting` comes up several times a year, and an entry doesn't say "
                   "which (`round`), or names one that isn't there."},
          .why = {"Không biết lần nào đã gửi, lần nào còn thiếu.",
                  "Nobody knows which report was sent, and which is missing."},
          .frame = Frame::plan,
          .given = "rows: []\nreporting:\n  - id: bao-cao-quy\n    title: Báo cáo quý\n"
                   "    due: ngày 15 tháng cuối quý\n    updates:\n",
          .wrong = "      - {date: 2026-03-14, status: done, evidence: BC 1}\n",
          .right = "      - {date: 2026-03-14, round: \"1\", status: done, evidence: BC 1}\n"},
         which_time},
};

}  // namespace

std::span<const Rule> date_rules() { return kRules; }

}  // namespace wardplan
