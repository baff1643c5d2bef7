// Wards that merge and split: what stands on both sides is counted on the one that is there; and
// plans above, which are no ward's.
#include <algorithm>
#include <tuple>
#include <utility>

#include "sheet/sheet.h"
#include "summary/summary.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {

CountedWard& side_in(const Project& project, const Report& report, const Plan& plan,
                     const SummaryAsked& asked, CountedWard& whole) {
  const auto side = side_of(project, report, plan, asked.as_of);
  if (!side) return whole;
  for (AsideWard& aside : whole.aside)
    if (aside.side == *side) return aside.counted;
  whole.aside.push_back({*side, {}});
  return whole.aside.back().counted;
}

void SummaryMaker::settle_sides() {
  // What is to come is left out where what is over had to be counted, too; what is above them where
  // any ward was.
  std::ranges::stable_sort(aside_, {}, [](const AsideWard& one) { return one.side.why; });
  std::deque<AsideWard> all = std::exchange(aside_, {});
  for (AsideWard& aside : all) {
    auto with = counted_with(aside.side, seen_.sides);
    if (!with) {
      add(std::move(aside.counted));
      continue;
    }
    const Message why = why_elsewhere({aside.side, std::move(*with)});
    for (const CountedPlan& plan : aside.counted.plans)
      summary_.elsewhere.push_back({aside.side.shown_id, aside.side.name, aside.side.year,
                                    plan.file, plan.counts.total(), why});
  }
  std::ranges::sort(summary_.elsewhere, {}, [](const CountedElsewhere& one) {
    return std::tuple(collation_key(one.ward_name), one.year, one.file);
  });
}

Sheet elsewhere_sheet(const Summary& summary, Lang lang) {
  SheetMaker made("elsewhere", {"Không tính ở đây", "Not counted here"}, lang);
  made.ward(3, 10);
  made.count("year", {"Năm", "Year"});
  made.text("file", {"Tệp", "File"}, 3, 10);
  made.count("total", {"Số việc", "Items"});
  made.text("why", {"Vì sao", "Why"}, 5, 16);
  for (const CountedElsewhere& one : summary.elsewhere)
    made.row({named(one.ward_id, one.ward_name),
              number(one.year),
              {one.file},
              number(one.total),
              {one.why.in(lang)}});
  return std::move(made.sheet);
}

}  // namespace wardplan
