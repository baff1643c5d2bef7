// What criteria and movements came to, who is late, and who said nothing; the items that were
// counted, one by one or summed.
#include <fmt/format.h>

#include <algorithm>

#include "sheet/sheet.h"
#include "summary/summary_card.h"

namespace wardplan {
namespace {

void add_model_rows(SheetMaker& made, const CountedPlan& counted) {
  for (const CountedModels& models : counted.models) {
    const bool all = models.field.empty();
    made.row({{counted.ward_name},
              number(counted.year),
              one(all ? Phrase{"mọi lĩnh vực", "all fields"}.in(made.lang) : models.field),
              number(models.models),
              number(models.registered),
              number(models.arisen),
              number(models.effective),
              number(models.proposed)});
    made.sheet.rows.back().heading = all;
  }
}

Sheet late_sheet(std::string_view kind, Phrase title, Phrase column, Phrase nobody,
                 const std::vector<LateName>& names, Lang lang) {
  SheetMaker made(kind, title, lang);
  made.text("name", column, 3, 10);
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.count("overdue", {"Quá hạn", "Overdue"});
  made.count("done_late", {"Hoàn thành quá hạn", "Done late"});
  for (const LateName& name : names)
    made.row({one(name.name.empty() ? nobody.in(lang) : name.name), one(name.ward),
              number(name.overdue), number(name.done_late)});
  return std::move(made.sheet);
}

/// The cells that a row begins with.
std::vector<Cell> first_cells(const CountedPlan& counted, const SummaryShow& show) {
  std::vector<Cell> cells;
  if (show.by) cells.push_back({group_name(counted, *show.by, show.lang)});
  cells.push_back({counted.ward_name});
  cells.push_back(number(counted.year));
  return cells;
}

const BucketWord& word_of(Bucket bucket) {
  return bucket_words()[static_cast<std::size_t>(bucket)];
}

}  // namespace

Sheet criteria_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("criteria", {"Tiêu chí", "Criteria"}, show.lang);
  made.text("ward", {"Phường", "Ward"}, 3, 10);
  made.count("year", {"Năm", "Year"});
  made.text("groups", {"Tiêu chí đạt", "Groups met"}, 0, 6);
  made.text("contents", {"Nội dung đạt", "Contents met"}, 0, 6);
  made.count("not_met", {"Chưa đạt", "Not met"});
  made.count("not_judged", {"Chưa xét", "Not judged"});
  made.count("not_applicable", {"Không áp dụng", "Not applicable"});
  for (const CountedPlan& counted : summary.plans) {
    if (!counted.verdict) continue;
    const Tally &groups = counted.verdict->groups, &contents = counted.verdict->contents;
    made.row({{counted.ward_name},
              number(counted.year),
              {fmt::format("{}/{}", groups.met, groups.total())},
              {fmt::format("{}/{}", contents.met, contents.total())},
              number(contents.not_met),
              number(contents.not_judged),
              number(contents.not_applicable)});
  }
  return std::move(made.sheet);
}

Sheet movements_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("movements", {"Phong trào", "Movements"}, show.lang);
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.count("year", {"Năm", "Year"});
  made.text("field", {"Lĩnh vực", "Field"}, 3, 10);
  made.count("models", {"Mô hình", "Models"});
  made.count("registered", {"Đăng ký", "Registered"});
  made.count("arisen", {"Phát sinh", "Arisen"});
  made.count("effective", {"Có hiệu quả", "Effective"});
  made.count("proposed", {"Đề nghị khen", "Proposed"});
  for (const CountedPlan& counted : summary.plans) add_model_rows(made, counted);
  return std::move(made.sheet);
}

Sheet late_leaders_sheet(const Summary& summary, const SummaryShow& show) {
  return late_sheet("late_leaders", {"Chậm theo lãnh đạo", "Late by leader"},
                    {"Lãnh đạo", "Leader"}, {"(không ghi lãnh đạo)", "(no leader)"},
                    summary.leaders, show.lang);
}

Sheet late_units_sheet(const Summary& summary, const SummaryShow& show) {
  return late_sheet("late_units", {"Chậm theo đơn vị chủ trì", "Late by lead unit"},
                    {"Đơn vị", "Unit"}, {"(không ghi đơn vị)", "(no unit)"}, summary.units,
                    show.lang);
}

Sheet silent_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("without_report",
                  {"Phường chưa có kết quả trong kỳ", "Wards without a report for the period"},
                  show.lang);
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.text("plan", {"Hồ sơ", "Plan"}, 3, 8);
  made.text("why", {"Còn thiếu", "Missing"}, 4, 16);
  const auto add = [&](const std::string& ward, const std::string& plan, const Message& why) {
    made.row({{ward}, one(plan), {why.in(show.lang)}});
  };
  for (const std::string& ward : summary.without_plan)
    add(ward, "", Phrase{"không có hồ sơ nào của năm", "no plan of that year"});
  for (const CountedPlan& counted : summary.plans) {
    if (!summary.asked.year && counted.year != summary.asked.period->year) continue;
    if (counted.reported == 0)
      add(counted.ward_name, plan_title(counted),
          Phrase{"không cập nhật nào trong kỳ", "no entry within the period"});
    for (const MissingReport& report : counted.missing)
      add(counted.ward_name, plan_title(counted),
          say("{}: hạn {}", "{}: due {}", report.title, written(report.deadline, show.lang)));
  }
  return std::move(made.sheet);
}

Sheet items_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("items", {"Từng việc đã đếm", "The items counted"}, show.lang);
  if (show.by) made.text("group", {"Nhóm", "Group"}, 2, 10);
  made.text("ward", {"Phường", "Ward"}, 2, 8);
  made.count("year", {"Năm", "Year"});
  made.text("section", {"Đề mục", "Section"}, 2, 10);
  made.word("part", {"Tình trạng", "Part"});
  made.text("file", {"Tệp", "File"}, 2, 10);
  made.text("address", {"Địa chỉ", "Address"}, 0, 8);
  made.text("title", {"Nội dung", "Item"}, 5, 14);
  for (const CountedPlan& counted : summary.plans) {
    std::vector<const CountedItem*> items;
    for (const CountedItem& item : counted.items) items.push_back(&item);
    std::ranges::stable_sort(items, {}, &CountedItem::bucket);
    for (const CountedItem* item : items) {
      std::vector<Cell> cells = first_cells(counted, show);
      cells.push_back(item->section.empty() ? Cell{} : Cell{item->section});
      cells.push_back(coded(word_of(item->bucket), show.lang));
      cells.push_back({counted.file});
      cells.push_back({item->address});
      cells.push_back({item->title});
      made.row(std::move(cells), item->address);
    }
  }
  return std::move(made.sheet);
}

Sheet summary_sheet(const Summary& summary, const SummaryShow& show) {
  if (show.explain) return items_sheet(summary, show);
  SheetMaker made("summary", {"Tổng hợp", "Summary"}, show.lang);
  if (show.by) made.text("group", {"Nhóm", "Group"}, 2, 10);
  made.text("ward", {"Phường", "Ward"}, 2, 10);
  made.text("year", {"Năm", "Year"}, 2, 10);
  made.text("file", {"Tệp", "File"}, 2, 10);
  made.text("section", {"Đề mục", "Section"}, 2, 10);
  made.word("part", {"Tình trạng", "Part"}, 2, 10);
  made.count("count", {"Số", "Count"});
  for (const CountedPlan& counted : summary.plans)
    for (const CountedSection& section : counted.sections)
      for (const BucketWord& word : bucket_words()) {
        std::vector<Cell> cells = first_cells(counted, show);
        cells.push_back({counted.file});
        cells.push_back({section_name(section, show.lang)});
        cells.push_back(coded(word, show.lang));
        cells.push_back(number(section.counts[word.bucket]));
        made.row(std::move(cells));
      }
  return std::move(made.sheet);
}

}  // namespace wardplan
