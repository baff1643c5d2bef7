// All that was counted, one by one or summed, as rows for programs and sheets; and how what a row
// is of is called.
#include <algorithm>

#include "lists/left_out.h"
#include "sheet/sheet.h"
#include "summary/summary.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr Phrase kSince = {"So với ngày", "Since"};

std::vector<Cell> first_cells(const CountedPlan& counted, const SummaryShow& show) {
  std::vector<Cell> cells;
  if (show.by) cells.push_back({group_name(counted, *show.by, show.lang)});
  cells.push_back(ward_of(counted));
  cells.push_back(number(counted.year));
  return cells;
}

/// What a column of tidy rows says of a file that was left out: nothing is counted there, so that
/// sums stay what they are.
Cell left_out_cell(std::string_view key, const LeftOut& file, Lang lang) {
  if (key == "ward" && !file.ward_name.empty()) return named(file.ward, file.ward_name);
  if (key == "file") return {file.file};
  if (key == "errors" && file.errors) return number(*file.errors);
  if (key == "title") return one(errors_in_words(file).in(lang) + ": " + file.why);
  if (key != "part") return {};
  return file.errors
             ? coded("left-out", Phrase{"chưa tính: hồ sơ lỗi", "left out: errors"}.in(lang))
             : coded("unreadable",
                     Phrase{"chưa tính: không đọc được", "left out: unreadable"}.in(lang));
}

/// The same of a record that is counted with another ward.
Cell elsewhere_cell(std::string_view key, const CountedElsewhere& one, Lang lang) {
  if (key == "ward") return named(one.ward_id, one.ward_name);
  if (key == "year") return number(one.year);
  if (key == "file") return {one.file};
  if (key != "part") return {};
  return coded("counted-elsewhere", say("không tính: {}", "left out: {}", one.why).in(lang));
}

/// Rows of what was left out before those of what was counted.
Sheet with_left_out(Sheet sheet, const Summary& summary, Lang lang) {
  sheet.about = {{"left_out", summary.left_out}};
  sheet.make_rows = [&summary, lang, columns = sheet.columns,
                     counted = std::move(sheet.make_rows)](const TakeRow& take) {
    for (const LeftOut& file : summary.left_out) {
      SheetRow row;
      for (const Column& column : columns)
        row.cells.push_back(left_out_cell(column.key, file, lang));
      take(row);
    }
    for (const CountedElsewhere& one : summary.elsewhere) {
      SheetRow row;
      for (const Column& column : columns)
        row.cells.push_back(elsewhere_cell(column.key, one, lang));
      take(row);
    }
    counted(take);
  };
  return sheet;
}

}  // namespace

Cell ward_of(const CountedPlan& counted) { return named(counted.ward_id, counted.ward_name); }

std::string section_name(const CountedSection& section, Lang lang) {
  return std::string(section.name.empty()
                         ? Phrase{"(không thuộc mục nào)", "(under no heading)"}.in(lang)
                         : section.name);
}

std::string group_name(const CountedPlan& counted, const std::string& key, Lang lang) {
  for (const auto& [name, value] : counted.groups)
    if (fold(name) == fold(key)) return std::string(value);
  return say("(không ghi {})", "(without {})", key).in(lang);
}

Sheet items_sheet(const Summary& summary, const SummaryShow& show) {
  SheetMaker made("items", {"Từng việc đã đếm", "The items counted"}, show.lang);
  if (show.by) made.text("group", {"Nhóm", "Group"}, 2, 10);
  made.ward();
  made.count("year", {"Năm", "Year"});
  made.text("section", {"Đề mục", "Section"}, 2, 10);
  made.word("part", {"Tình trạng", "State"});
  made.text("file", {"Tệp", "File"}, 2, 10);
  made.text("address", {"Địa chỉ", "Address"}, 0, 8);
  made.text("title", {"Nội dung", "Item"}, 5, 14);
  if (summary.asked.since) {
    made.date("since", kSince);
    made.word("before", {"Tình trạng trước", "State before"});
    made.count("updates", {"Cập nhật", "Entries"});
  }
  made.sheet.make_rows = [&summary, show](const TakeRow& take) {
    for (const CountedPlan& counted : summary.plans) {
      std::vector<const CountedItem*> items;
      for (const CountedItem& item : counted.items) items.push_back(&item);
      std::ranges::stable_sort(items, {}, &CountedItem::bucket);
      for (const CountedItem* item : items) {
        std::vector<Cell> cells = first_cells(counted, show);
        cells.push_back(item->section.empty() ? Cell{} : Cell{item->section});
        cells.push_back(coded(bucket_words()[static_cast<std::size_t>(item->bucket)], show.lang));
        cells.push_back({counted.file});
        cells.push_back({item->address});
        cells.push_back({item->title});
        if (item->before) {
          cells.push_back(one(summary.asked.since, show.lang));
          cells.push_back(
              coded(bucket_words()[static_cast<std::size_t>(*item->before)], show.lang));
          cells.push_back(number(item->updates));
        }
        take({.address = item->address, .cells = std::move(cells)});
      }
    }
  };
  return std::move(made.sheet);
}

Sheet summary_sheet(const Summary& summary, const SummaryShow& show) {
  if (show.explain) return with_left_out(items_sheet(summary, show), summary, show.lang);
  SheetMaker made("summary", {"Tổng hợp", "Summary"}, show.lang);
  if (show.by) made.text("group", {"Nhóm", "Group"}, 2, 10);
  made.ward(2, 10);
  made.count("year", {"Năm", "Year"});
  made.text("file", {"Tệp", "File"}, 2, 10);
  made.text("section", {"Đề mục", "Section"}, 2, 10);
  made.word("part", {"Tình trạng", "State"}, 2, 10);
  made.count("count", {"Số", "Count"});
  made.count("errors", {"Lỗi", "Errors"});
  if (summary.asked.since) {
    made.date("since", kSince);
    made.count("before", {"Trước", "Before"});
    made.count("entered", {"Mới", "New"});
    made.count("updates", {"Cập nhật", "Entries"});
  }
  made.sheet.make_rows = [&summary, show](const TakeRow& take) {
    for (const CountedPlan& counted : summary.plans)
      for (const CountedSection& section : counted.sections)
        for (const BucketWord& word : bucket_words()) {
          std::vector<Cell> cells = first_cells(counted, show);
          cells.push_back({counted.file});
          cells.push_back({section_name(section, show.lang)});
          cells.push_back(coded(word, show.lang));
          cells.push_back(number(section.counts[word.bucket]));
          cells.emplace_back();
          if (summary.asked.since) {
            cells.push_back(one(summary.asked.since, show.lang));
            for (const BucketCounts* counts : {&section.before, &section.entered, &section.updates})
              cells.push_back(number((*counts)[word.bucket]));
          }
          take({.cells = std::move(cells)});
        }
  };
  return with_left_out(std::move(made.sheet), summary, show.lang);
}

}  // namespace wardplan
