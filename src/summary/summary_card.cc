#include "summary/summary_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "sheet/card_fields.h"
#include "standing/model.h"
#include "standing/verdict.h"
#include "text/collate.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// The sign of each bucket in bars, in the order of the buckets.
constexpr std::string_view kSigns = "#+.!-";

Cell number(int value) { return {fmt::format("{}", value)}; }

Cell one(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

/// As long as its share of the longest; whatever is counted at all has a sign.
std::string bar_of(const BucketCounts& counts, int most, int width) {
  std::string bar;
  for (std::size_t at = 0; at < kBucketCount; ++at) {
    const int count = counts.counts[at];
    if (count == 0 || most == 0) continue;
    bar.append(static_cast<std::size_t>(std::max(1, count * width / most)), kSigns[at]);
  }
  return bar;
}

std::string legend(Lang lang) {
  std::string text;
  for (const BucketWord& word : bucket_words())
    join(text,
         fmt::format("{} {}", kSigns[static_cast<std::size_t>(word.bucket)], word.words.in(lang)));
  return text;
}

/// A bucket's token as a key of data.
std::string bucket_key(const BucketWord& word) {
  std::string key(word.token);
  std::ranges::replace(key, '-', '_');
  return key;
}

/// Tables whose rows end in counts.
class Counting {
 public:
  Counting(std::string kind, Phrase title, SummaryShow show) : show_(std::move(show)) {
    sheet_.kind = std::move(kind);
    sheet_.title = title.in(show_.lang);
    if (show_.bar_width > 0) sheet_.subtitle = legend(show_.lang);
  }

  void text(std::string key, Phrase title, int weight = 2, int least = 10) {
    sheet_.columns.push_back(
        {std::move(key), std::string(title.in(show_.lang)), "", weight, least});
  }
  void count(std::string key, Phrase title) {
    sheet_.columns.push_back({std::move(key), std::string(title.in(show_.lang)), "", 0, 4,
                              Align::right, CellKind::number});
  }
  void count_columns() {
    count("total", {"Tổng", "Total"});
    for (const BucketWord& word : bucket_words()) count(bucket_key(word), word.words);
    if (show_.bar_width > 0) text("bar", {"", ""}, 0, show_.bar_width);
  }

  void row(std::vector<Cell> cells, const BucketCounts& counts, bool heading = false) {
    cells.push_back(number(counts.total()));
    for (const int count : counts.counts) cells.push_back(number(count));
    if (show_.bar_width > 0) bars_.push_back({sheet_.rows.size(), counts, heading});
    sheet_.rows.push_back({.heading = heading, .address = {}, .cells = std::move(cells)});
  }

  Sheet finish() {
    int most = 0;
    for (const Bar& bar : bars_)
      if (!bar.total) most = std::max(most, bar.counts.total());
    for (const Bar& bar : bars_)
      sheet_.rows[bar.row].cells.push_back(
          bar.total ? Cell{} : one(bar_of(bar.counts, most, show_.bar_width)));
    return std::move(sheet_);
  }

  Sheet& sheet() { return sheet_; }

 private:
  struct Bar {
    std::size_t row;
    BucketCounts counts;
    bool total;
  };

  SummaryShow show_;
  Sheet sheet_;
  std::vector<Bar> bars_;
};

std::string section_name(const CountedSection& section, Lang lang) {
  if (section.heading == nullptr)
    return std::string(Phrase{"(không thuộc mục nào)", "(under no heading)"}.in(lang));
  return fmt::format("{} {}", section.place->address, section.heading->heading.value);
}

std::string group_name(const CountedPlan& counted, const std::string& key, Lang lang) {
  const std::string* group = group_of(*counted.plan, key);
  return group != nullptr ? *group : say("(không ghi {})", "(without {})", key).in(lang);
}

Sheet groups_sheet(const Summary& summary, const SummaryShow& show) {
  Counting made("groups", {"Cộng theo nhóm", "By group"}, show);
  made.text("group", {"Nhóm", "Group"}, 4, 12);
  made.count("wards", {"Phường", "Wards"});
  made.count("plans", {"Hồ sơ", "Plans"});
  made.count_columns();
  struct Group {
    std::string name;
    std::set<std::string> wards;
    int plans = 0;
    BucketCounts counts;
  };
  std::map<std::string, Group> groups;
  for (const CountedPlan& counted : summary.plans) {
    const std::string name = group_name(counted, *show.by, show.lang);
    Group& group = groups[collation_key(name)];
    group.name = name;
    group.wards.insert(counted.plan->ward_id.value);
    ++group.plans;
    group.counts += counted.counts;
  }
  for (const auto& [order, group] : groups)
    made.row({{group.name}, number(static_cast<int>(group.wards.size())), number(group.plans)},
             group.counts);
  return made.finish();
}

/// Plans of one ward follow each other.
Sheet wards_sheet(const Summary& summary, const SummaryShow& show) {
  Counting made("wards", {"Từng phường", "By ward"}, show);
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.count("plans", {"Hồ sơ", "Plans"});
  made.count_columns();
  for (std::size_t at = 0; at < summary.plans.size();) {
    const Plan& first = *summary.plans[at].plan;
    BucketCounts counts;
    int plans = 0;
    for (;
         at < summary.plans.size() && summary.plans[at].plan->ward_id.value == first.ward_id.value;
         ++at, ++plans)
      counts += summary.plans[at].counts;
    made.row({{ward_name(first)}, number(plans)}, counts);
  }
  return made.finish();
}

bool has_ward_of_several_plans(const Summary& summary) {
  return std::ranges::adjacent_find(summary.plans, {}, [](const CountedPlan& counted) {
           return counted.plan->ward_id.value;
         }) != summary.plans.end();
}

Sheet plans_sheet(const Summary& summary, const SummaryShow& show) {
  Counting made("plans", {"Từng hồ sơ", "By plan"}, show);
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.text("plan", {"Hồ sơ", "Plan"}, 3, 8);
  made.count_columns();
  for (const CountedPlan& counted : summary.plans)
    made.row({{ward_name(*counted.plan)}, {plan_title(counted)}}, counted.counts);
  if (show.totals)
    made.row({{std::string(Phrase{"Cộng", "Total"}.in(show.lang))}, {}}, summary.total, true);
  return made.finish();
}

Sheet sections_sheet(const Summary& summary, const SummaryShow& show) {
  Counting made("sections", {"Theo đề mục, tiêu chí", "By section"}, show);
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.count("year", {"Năm", "Year"});
  made.text("section", {"Đề mục", "Section"}, 4, 8);
  made.count_columns();
  for (const CountedPlan& counted : summary.plans)
    for (const CountedSection& section : counted.sections)
      made.row({{ward_name(*counted.plan)},
                {fmt::format("{}", counted.plan->year.value)},
                {section_name(section, show.lang)}},
               section.counts);
  return made.finish();
}

Sheet criteria_sheet(const Summary& summary, const SummaryShow& show) {
  Counting made("criteria", {"Tiêu chí", "Criteria"}, {.lang = show.lang});
  made.text("ward", {"Phường", "Ward"}, 3, 10);
  made.count("year", {"Năm", "Year"});
  made.text("groups", {"Tiêu chí đạt", "Groups met"}, 0, 6);
  made.text("contents", {"Nội dung đạt", "Contents met"}, 0, 6);
  made.count("not_met", {"Chưa đạt", "Not met"});
  made.count("not_judged", {"Chưa xét", "Not judged"});
  made.count("not_applicable", {"Không áp dụng", "Not applicable"});
  for (const CountedPlan& counted : summary.plans) {
    if (counted.plan->catalogue == nullptr) continue;
    const Verdict verdict = verdict_at(*counted.plan, summary.as_of);
    const Tally &groups = verdict.group_tally, &contents = verdict.content_tally;
    made.sheet().rows.push_back({.address = {},
                                 .cells = {{ward_name(*counted.plan)},
                                           {fmt::format("{}", counted.plan->year.value)},
                                           {fmt::format("{}/{}", groups.met, groups.total())},
                                           {fmt::format("{}/{}", contents.met, contents.total())},
                                           number(contents.not_met),
                                           number(contents.not_judged),
                                           number(contents.not_applicable)}});
  }
  return made.finish();
}

/// What the models of a movement came to.
struct ModelCounts {
  int models = 0, registered = 0, arisen = 0, effective = 0, proposed = 0;

  void add(const ModelStanding& standing) {
    ++models;
    registered += standing.listing == Listing::registered ? 1 : 0;
    arisen += standing.listing == Listing::arisen ? 1 : 0;
    effective += standing.status == Status::effective ? 1 : 0;
    proposed += standing.levels.empty() ? 0 : 1;
  }
  std::vector<Cell> cells() const {
    return {number(models), number(registered), number(arisen), number(effective),
            number(proposed)};
  }
};

void add_model_rows(Sheet& sheet, const CountedPlan& counted, const Date& as_of, Lang lang) {
  const Plan& plan = *counted.plan;
  ModelCounts all;
  std::vector<ModelCounts> fields(plan.movement.fields.size());
  for (const Row& row : plan.rows) {
    const ModelStanding standing = model_at(plan, row, as_of);
    all.add(standing);
    for (const Name& name : row.model.fields)
      if (name.index) fields[*name.index].add(standing);
  }
  const auto add = [&](std::string field, const ModelCounts& counts, bool heading) {
    std::vector<Cell> cells = {{ward_name(plan)}, {fmt::format("{}", plan.year.value)}, {field}};
    for (Cell& cell : counts.cells()) cells.push_back(std::move(cell));
    sheet.rows.push_back({.heading = heading, .address = {}, .cells = std::move(cells)});
  };
  add(std::string(Phrase{"mọi lĩnh vực", "all fields"}.in(lang)), all, true);
  for (std::size_t at = 0; at < fields.size(); ++at)
    if (fields[at].models > 0) add(plan.movement.fields[at].name.value, fields[at], false);
}

Sheet movements_sheet(const Summary& summary, const SummaryShow& show) {
  Counting made("movements", {"Phong trào", "Movements"}, {.lang = show.lang});
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.count("year", {"Năm", "Year"});
  made.text("field", {"Lĩnh vực", "Field"}, 3, 10);
  made.count("models", {"Mô hình", "Models"});
  made.count("registered", {"Đăng ký", "Registered"});
  made.count("arisen", {"Phát sinh", "Arisen"});
  made.count("effective", {"Có hiệu quả", "Effective"});
  made.count("proposed", {"Đề nghị khen", "Proposed"});
  for (const CountedPlan& counted : summary.plans)
    if (counted.plan->kind == RecordKind::movement)
      add_model_rows(made.sheet(), counted, summary.as_of, show.lang);
  return made.finish();
}

Sheet late_sheet(std::string kind, Phrase title, Phrase column, Phrase nobody,
                 const std::vector<LateName>& names, const SummaryShow& show) {
  Counting made(std::move(kind), title, {.lang = show.lang});
  made.text("name", column, 3, 10);
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.count("overdue", {"Quá hạn", "Overdue"});
  made.count("done_late", {"Hoàn thành quá hạn", "Done late"});
  for (const LateName& name : names)
    made.sheet().rows.push_back(
        {.address = {},
         .cells = {{name.name.empty() ? std::string(nobody.in(show.lang)) : name.name},
                   one(name.ward == nullptr ? "" : name.ward->name.value),
                   number(name.overdue),
                   number(name.done_late)}});
  return made.finish();
}

Sheet silent_sheet(const Summary& summary, const SummaryShow& show) {
  Counting made("without_report",
                {"Phường chưa có kết quả trong kỳ", "Wards without a report for the period"},
                {.lang = show.lang});
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.text("plan", {"Hồ sơ", "Plan"}, 3, 8);
  made.text("why", {"Còn thiếu", "Missing"}, 4, 16);
  const auto add = [&](const std::string& ward, const std::string& plan, const Message& why) {
    made.sheet().rows.push_back({.address = {}, .cells = {{ward}, one(plan), {why.in(show.lang)}}});
  };
  for (const Ward* ward : summary.without_plan)
    add(ward->name.value, "", Phrase{"không có hồ sơ nào của năm", "no plan of that year"});
  for (const CountedPlan& counted : summary.plans) {
    if (!summary.year && counted.plan->year.value != summary.period->year) continue;
    if (counted.reported == 0)
      add(ward_name(*counted.plan), plan_title(counted),
          Phrase{"không cập nhật nào trong kỳ", "no entry within the period"});
    for (const Item& item : counted.missing)
      add(ward_name(*counted.plan), plan_title(counted),
          say("{}: hạn {}", "{}: due {}", title_of(item, show.lang),
              written(*item.standing.due.deadline, show.lang)));
  }
  return made.finish();
}

Sheet items_sheet(const Summary& summary, const SummaryShow& show) {
  Counting made("items", {"Từng việc đã đếm", "The items counted"}, {.lang = show.lang});
  if (show.by) made.text("group", {"Nhóm", "Group"});
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.count("year", {"Năm", "Year"});
  made.text("section", {"Đề mục", "Section"}, 2, 10);
  made.text("part", {"Tình trạng", "Part"}, 0, 8);
  made.sheet().columns.back().kind = CellKind::coded;
  made.text("file", {"Tệp", "File"}, 2, 10);
  made.text("address", {"Địa chỉ", "Address"}, 0, 8);
  made.text("title", {"Nội dung", "Item"}, 5, 14);
  for (const CountedPlan& counted : summary.plans) {
    std::vector<const CountedItem*> items;
    for (const CountedItem& item : counted.items) items.push_back(&item);
    std::ranges::stable_sort(items, {}, [](const CountedItem* item) { return item->bucket; });
    for (const CountedItem* item : items) {
      const RowIndex above = item->item.place->numbered_section;
      const BucketWord& word = bucket_words()[static_cast<std::size_t>(item->bucket)];
      std::vector<Cell> cells;
      if (show.by) cells.push_back({group_name(counted, *show.by, show.lang)});
      for (Cell cell :
           {Cell{ward_name(*counted.plan)}, Cell{fmt::format("{}", counted.plan->year.value)},
            above ? Cell{counted.plan->outline[*above].address} : Cell{},
            Cell{std::string(word.token), std::string(word.words.in(show.lang))},
            Cell{std::string(counted.file)}, Cell{item->item.place->address},
            Cell{title_of(item->item, show.lang)}})
        cells.push_back(std::move(cell));
      made.sheet().rows.push_back(
          {.address = item->item.place->address, .cells = std::move(cells)});
    }
  }
  return made.finish();
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
  tables.push_back(late_sheet("late_leaders", {"Chậm theo lãnh đạo", "Late by leader"},
                              {"Lãnh đạo", "Leader"}, {"(không ghi lãnh đạo)", "(no leader)"},
                              summary.leaders, show));
  tables.push_back(late_sheet("late_units", {"Chậm theo đơn vị chủ trì", "Late by lead unit"},
                              {"Đơn vị", "Unit"}, {"(không ghi đơn vị)", "(no unit)"},
                              summary.units, show));
  if (summary.period) tables.push_back(silent_sheet(summary, show));
  if (show.explain) tables.push_back(items_sheet(summary, show));
  return tables;
}

}  // namespace

Card summary_card(const Summary& summary, const SummaryShow& show) {
  Card card;
  card.kind = "summary";
  card.title = Phrase{"Tổng hợp", "Summary"}.in(show.lang);
  Fields fields{card, show.lang};
  fields.add("as_of", {"Tính đến ngày", "As of"}, std::optional(summary.as_of));
  if (summary.period)
    fields.add("period", {"Kỳ", "Period"},
               {period_token(*summary.period), in_words(*summary.period).in(show.lang)},
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

Sheet summary_sheet(const Summary& summary, const SummaryShow& show) {
  if (show.explain) return items_sheet(summary, show);
  Counting made("summary", {"Tổng hợp", "Summary"}, {.lang = show.lang});
  if (show.by) made.text("group", {"Nhóm", "Group"});
  made.text("ward", {"Phường", "Ward"});
  made.text("year", {"Năm", "Year"});
  made.text("file", {"Tệp", "File"});
  made.text("section", {"Đề mục", "Section"});
  made.text("part", {"Tình trạng", "Part"});
  made.sheet().columns.back().kind = CellKind::coded;
  made.count("count", {"Số", "Count"});
  for (const CountedPlan& counted : summary.plans)
    for (const CountedSection& section : counted.sections)
      for (const BucketWord& word : bucket_words()) {
        std::vector<Cell> cells;
        if (show.by) cells.push_back({group_name(counted, *show.by, show.lang)});
        for (Cell cell :
             {Cell{ward_name(*counted.plan)}, Cell{fmt::format("{}", counted.plan->year.value)},
              Cell{std::string(counted.file)}, Cell{section_name(section, show.lang)},
              Cell{std::string(word.token), std::string(word.words.in(show.lang))},
              number(section.counts[word.bucket])})
          cells.push_back(std::move(cell));
        made.sheet().rows.push_back({.address = {}, .cells = std::move(cells)});
      }
  return made.finish();
}

}  // namespace wardplan
