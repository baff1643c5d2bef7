// The items that were counted, one by one or summed.
#include <algorithm>

#include "sheet/cells.h"
#include "summary/summary_tables.h"

namespace wardplan {
namespace {

/// The cells that a row begins with.
std::vector<Cell> first_cells(const CountedPlan& counted, const SummaryShow& show) {
  std::vector<Cell> cells;
  if (show.by) cells.push_back({group_name(counted, *show.by, show.lang)});
  cells.push_back({ward_name(*counted.plan)});
  cells.push_back(number(counted.plan->year.value));
  return cells;
}

const BucketWord& word_of(Bucket bucket) {
  return bucket_words()[static_cast<std::size_t>(bucket)];
}

}  // namespace

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
    std::ranges::stable_sort(items, {}, [](const CountedItem* item) { return item->bucket; });
    for (const CountedItem* item : items) {
      const RowIndex above = item->item.place->numbered_section;
      const std::string& address = item->item.place->address;
      std::vector<Cell> cells = first_cells(counted, show);
      cells.push_back(above ? Cell{counted.plan->outline[*above].address} : Cell{});
      cells.push_back(coded(word_of(item->bucket), show.lang));
      cells.push_back({std::string(counted.file)});
      cells.push_back({address});
      cells.push_back({title_of(item->item, show.lang)});
      made.row(std::move(cells), address);
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
        cells.push_back({std::string(counted.file)});
        cells.push_back({section_name(section, show.lang)});
        cells.push_back(coded(word, show.lang));
        cells.push_back(number(section.counts[word.bucket]));
        made.row(std::move(cells));
      }
  return std::move(made.sheet);
}

}  // namespace wardplan
