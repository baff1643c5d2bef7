#include "summary/summary_card.h"

#include <algorithm>

#include "sheet/sheet.h"
#include "summary/summary_tables.h"

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

}  // namespace wardplan
