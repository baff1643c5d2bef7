#include "summary/summary_card.h"

#include <fmt/format.h>

#include <set>

#include "picture/charts.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

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
  fields.add("as_of", {"Tính đến ngày", "As of"}, summary.asked.as_of);
  if (summary.asked.period)
    fields.add("period", {"Kỳ", "Period"},
               {period_token(*summary.asked.period), in_words(*summary.asked.period).in(show.lang)},
               CellKind::coded);
  fields.add("plans_total", {"Hồ sơ", "Plans"}, static_cast<int>(summary.plans.size()));
  fields.add("total", {"Tổng số việc được giao", "Items assigned"}, summary.total.total());
  for (const BucketWord& word : bucket_words())
    fields.add(bucket_key(word), word.words, summary.total[word.bucket]);
  card.tables = summary_tables(summary, show);
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
