#include "summary/summary_card.h"

#include <fmt/format.h>

#include <algorithm>

#include "picture/charts.h"
#include "standing/verdict.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// Wards by the groups of one list: how many contents of each are met.
std::string criteria_map(const Summary& summary, const Catalogue& list) {
  std::vector<std::string> columns;
  std::vector<picture::HeatRow> rows;
  for (const CountedPlan& counted : summary.plans) {
    if (counted.plan->catalogue != &list) continue;
    const Verdict verdict = verdict_at(*counted.plan, summary.as_of);
    picture::HeatRow row{fmt::format("{}, {}", ward_name(*counted.plan), counted.plan->year.value),
                         {}};
    const bool first = columns.empty();
    for (const GroupVerdict& group : verdict.groups) {
      if (first) columns.push_back(group.listed->heading.value);
      const int all = group.contents.total() - group.contents.not_applicable;
      row.cells.push_back(
          {fmt::format("{}/{}", group.contents.met, all),
           all == 0 ? std::nullopt : std::optional(static_cast<double>(group.contents.met) / all)});
    }
    rows.push_back(std::move(row));
  }
  return picture::heat_map(list.name.value, columns, rows);
}

}  // namespace

std::vector<document::Figure> summary_figures(const Summary& summary, Lang lang) {
  std::vector<document::Figure> figures;
  const auto add = [&](std::string svg, const Message& caption) {
    figures.push_back({std::move(svg), {{.text = caption.in(lang)}}});
  };
  const auto names =
      texts(bucket_words(), [&](const BucketWord& word) { return word.words.in(lang); });
  std::vector<picture::Bar> bars;
  for (const CountedPlan& counted : summary.plans)
    bars.push_back({fmt::format("{}: {}", ward_name(*counted.plan), plan_title(counted)),
                    {counted.counts.counts.begin(), counted.counts.counts.end()}});
  const Phrase states = {"Tình trạng theo từng hồ sơ", "States by plan"};
  if (!bars.empty()) add(picture::stacked_bars(std::string(states.in(lang)), names, bars), states);
  std::vector<const Catalogue*> lists;
  for (const CountedPlan& counted : summary.plans)
    if (counted.plan->catalogue != nullptr &&
        std::ranges::find(lists, counted.plan->catalogue) == lists.end())
      lists.push_back(counted.plan->catalogue);
  for (const Catalogue* list : lists)
    add(criteria_map(summary, *list),
        say("Nội dung đạt theo tiêu chí: {}", "Contents met by group: {}", list->name.value));
  return figures;
}

}  // namespace wardplan
