#include "summary/summary_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "picture/charts.h"
#include "sheet/sheet.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

bool has_ward_of_several_plans(const Summary& summary) {
  return std::ranges::adjacent_find(summary.plans, {}, &CountedPlan::ward_id) !=
         summary.plans.end();
}

std::vector<Sheet> tables_of(const Summary& summary, const SummaryShow& show) {
  std::vector<Sheet> tables;
  if (show.by) tables.push_back(groups_sheet(summary, show));
  // Where each ward has one plan the table would say the next one again.
  if (!show.totals || has_ward_of_several_plans(summary))
    tables.push_back(wards_sheet(summary, show));
  tables.push_back(plans_sheet(summary, show));
  tables.push_back(sections_sheet(summary, show));
  tables.push_back(criteria_sheet(summary, show));
  tables.push_back(movements_sheet(summary, show));
  tables.push_back(late_leaders_sheet(summary, show));
  tables.push_back(late_units_sheet(summary, show));
  if (summary.asked.period) tables.push_back(silent_sheet(summary, show));
  if (show.explain) tables.push_back(items_sheet(summary, show));
  return tables;
}

/// Wards by the groups of one list: how many contents of each are met.
std::string criteria_map(const Summary& summary, const CountedVerdict& list) {
  const auto columns = texts(list.by_group, &CountedVerdict::Group::heading);
  std::vector<picture::HeatRow> rows;
  for (const CountedPlan& counted : summary.plans) {
    if (!counted.verdict || counted.verdict->file != list.file) continue;
    picture::HeatRow& row = rows.emplace_back();
    row.label = fmt::format("{}, {}", counted.ward_name, counted.year);
    for (const CountedVerdict::Group& group : counted.verdict->by_group) {
      const Tally& contents = group.contents;
      const int all = contents.total() - contents.not_applicable;
      row.cells.push_back(
          {fmt::format("{}/{}", contents.met, all),
           all == 0 ? std::nullopt : std::optional(static_cast<double>(contents.met) / all)});
    }
  }
  return picture::heat_map(list.catalogue, columns, rows);
}

}  // namespace

Card summary_card(const Summary& summary, const SummaryShow& show) {
  Card card;
  card.kind = "summary";
  card.title = Phrase{"Tổng hợp", "Summary"}.in(show.lang);
  Fields fields{card, show.lang};
  fields.add("as_of", {"Tính đến ngày", "As of"}, std::optional(summary.asked.as_of));
  if (summary.asked.period)
    fields.add("period", {"Kỳ", "Period"},
               {period_token(*summary.asked.period), in_words(*summary.asked.period).in(show.lang)},
               CellKind::coded);
  fields.add("plans_total", {"Hồ sơ", "Plans"},
             std::optional(static_cast<int>(summary.plans.size())));
  fields.add("total", {"Tổng số việc được giao", "Items assigned"},
             std::optional(summary.total.total()));
  for (const BucketWord& word : bucket_words())
    fields.add(bucket_key(word), word.words, std::optional(summary.total[word.bucket]));
  card.tables = tables_of(summary, show);
  return card;
}

std::vector<document::Figure> summary_figures(const Summary& summary, Lang lang) {
  std::vector<document::Figure> figures;
  const auto add = [&](std::string svg, const Message& caption) {
    figures.push_back({std::move(svg), {{.text = caption.in(lang)}}});
  };
  const auto names =
      texts(bucket_words(), [&](const BucketWord& word) { return word.words.in(lang); });
  std::vector<picture::Bar> bars;
  for (const CountedPlan& counted : summary.plans)
    bars.push_back({fmt::format("{}: {}", counted.ward_name, plan_title(counted)),
                    {counted.counts.counts.begin(), counted.counts.counts.end()}});
  const Phrase states = {"Tình trạng theo từng hồ sơ", "States by plan"};
  if (!bars.empty()) add(picture::stacked_bars(std::string(states.in(lang)), names, bars), states);
  std::set<std::string> lists;
  for (const CountedPlan& counted : summary.plans)
    if (counted.verdict && lists.insert(counted.verdict->file).second)
      add(criteria_map(summary, *counted.verdict),
          say("Nội dung đạt theo tiêu chí: {}", "Contents met by group: {}",
              counted.verdict->catalogue));
  return figures;
}

}  // namespace wardplan
