// What people see of a summary around its tables: what was left out, the facts, the pictures.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "lists/left_out.h"
#include "picture/charts.h"
#include "summary/summary.h"
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
  return picture::heat_map(std::string(list.catalogue), columns, rows);
}

void add_wards(const Summary& summary, const SummaryShow& show, Fields& fields) {
  const WardCounts& wards = summary.wards;
  const int without = wards.total - wards.counted - wards.left_out;
  if (show.totals) {
    Message words = wards_in_words(wards);
    const auto add = [&](int count, const Phrase& what) {
      if (count > 0) words += say("; {} phường {}", "; {} {}", count, what);
    };
    add(wards.left_out,
        {"chưa tính vì hồ sơ lỗi hoặc không đọc được", "left out for their records"});
    add(wards.partial, {"mới tính một phần", "counted in part"});
    add(without, {"không có hồ sơ để tính", "without a plan to count"});
    return fields.add("wards_counted", {"Phường được tính", "Wards counted"},
                      {words.in(show.lang)});
  }
  fields.add("wards_total", {"Số phường", "Wards"}, wards.total);
  fields.add("wards_counted", {"Phường được tính", "Wards counted"}, wards.counted);
  fields.add("wards_partial", {"  tính một phần", "  in part"}, wards.partial);
  fields.add("wards_left_out", {"Phường chưa tính", "Wards left out"}, wards.left_out);
  fields.add("wards_without_plan", {"Phường không có hồ sơ", "Wards without a plan"}, without);
}

}  // namespace

Message wards_in_words(const WardCounts& wards) {
  return say("{} trên {} phường", "{} of {} wards", wards.counted, wards.total);
}

Message total_word(const Summary& summary) {
  if (summary.left_out.empty()) return {"Cộng", "Total"};
  return say("Cộng {}", "Total of {}", wards_in_words(summary.wards));
}

Sheet left_out_sheet(const Summary& summary, Lang lang) {
  const int wards = summary.wards.left_out + summary.wards.partial;
  SheetMaker made("left_out", {"Chưa tính: hồ sơ lỗi hoặc không đọc được", "Left out"}, lang);
  if (wards > 0)
    made.sheet.title = say("Chưa tính: hồ sơ của {} trên {} phường lỗi hoặc không đọc được",
                           "Left out: records of {} of {} wards have errors or can't be read",
                           wards, summary.wards.total)
                           .in(lang);
  made.ward(3, 10);
  made.text("file", {"Tệp", "File"}, 3, 10);
  made.text("errors", {"Lỗi", "Errors"}, 0, 8);
  made.text("why", {"Lỗi đầu tiên", "First error"}, 5, 16);
  for (const LeftOut& file : summary.left_out)
    made.row({file.ward_name.empty() ? Cell{} : named(file.ward, file.ward_name),
              {file.file},
              {errors_in_words(file).in(lang)},
              one(file.why)});
  return std::move(made.sheet);
}

std::string plan_title(std::string_view title, int year, bool rebuilt, Lang lang) {
  std::string whole(title);
  if (title.find(fmt::format("{}", year)) == std::string_view::npos)
    whole += fmt::format(", {}", year);
  if (rebuilt) whole += Phrase{" (dựng lại từ báo cáo)", " (rebuilt from a report)"}.in(lang);
  return whole;
}

std::string plan_title(const CountedPlan& counted, Lang lang) {
  return plan_title(counted.title, counted.year, counted.rebuilt, lang);
}

Card summary_card(const Summary& summary, const SummaryShow& show) {
  Card card;
  card.kind = "summary";
  card.title = Phrase{"Tổng hợp", "Summary"}.in(show.lang);
  card.about = {{"left_out", summary.left_out}};
  card.origin.day = summary.asked.as_of;
  if (!summary.left_out.empty()) card.first.push_back(left_out_sheet(summary, show.lang));
  Fields fields{card, show.lang};
  fields.add("as_of", {"Tính đến ngày", "As of"}, summary.asked.as_of);
  fields.add("since", {"So với cuối ngày", "Compared with the end of"}, summary.asked.since);
  if (summary.asked.period)
    fields.add("period", {"Kỳ", "Period"},
               {period_token(*summary.asked.period), in_words(*summary.asked.period).in(show.lang)},
               CellKind::coded);
  add_wards(summary, show, fields);
  fields.add("plans_total", {"Hồ sơ", "Plans"}, static_cast<int>(summary.plans.size()));
  fields.add("total", {"Tổng số việc được giao", "Items assigned"}, summary.total.total());
  if (summary.rebuilt > 0)
    fields.add("rebuilt", {"  trong đó dựng lại từ báo cáo", "  of them rebuilt from reports"},
               summary.rebuilt);
  for (const CountWord& word : count_words())
    fields.add(word.token, word.words, word.of(summary.total));
  card.tables = summary_top(summary, show);
  if (!summary.elsewhere.empty())
    card.tables.insert(card.tables.begin(), elsewhere_sheet(summary, show.lang));
  card.top = card.tables.size();
  std::ranges::move(summary_tables(summary, show), std::back_inserter(card.tables));
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
    bars.push_back({fmt::format("{}: {}", counted.ward_name, plan_title(counted, lang)),
                    {counted.counts.counts.begin(), counted.counts.counts.end()}});
  const Phrase states = {"Tình trạng theo từng hồ sơ", "States by plan"};
  if (!bars.empty()) add(picture::stacked_bars(std::string(states.in(lang)), names, bars), states);
  std::set<std::string_view> lists;
  for (const CountedPlan& counted : summary.plans)
    if (counted.verdict && lists.insert(counted.verdict->file).second)
      add(criteria_map(summary, *counted.verdict),
          say("Nội dung đạt theo tiêu chí: {}", "Contents met by group: {}",
              counted.verdict->catalogue));
  return figures;
}

}  // namespace wardplan
