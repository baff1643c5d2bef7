#include "lists/item_list.h"

#include <algorithm>

#include "text/utf8.h"

namespace wardplan {
namespace {

/// Terminals narrower than this have no room for the unit beside the state, or for the time either.
constexpr int kRoomForLead = 120;
constexpr int kRoomForTime = 100;

}  // namespace

std::vector<std::string> usual_columns(const std::vector<Item>& items, bool only_due, int width) {
  const auto differs = [&](auto value_of) {
    return std::ranges::any_of(
        items, [&](const Item& item) { return value_of(item) != value_of(items.front()); });
  };
  std::vector<std::string> columns;
  if (differs([](const Item& item) { return item.plan->ward_id.value; })) columns = {"ward"};
  if (differs([](const Item& item) { return item.plan->year.value; })) columns.push_back("year");
  // Addresses alone don't tell two plans of one ward and year apart.
  if (columns.empty() && differs([](const Item& item) { return item.plan; })) columns = {"file"};
  const auto has_room = [&](int needed) { return width == 0 || width >= needed; };
  for (const char* key : {"address", "title"}) columns.emplace_back(key);
  const auto is_model = [](const Item& item) { return item.model != nullptr; };
  const bool some = std::ranges::any_of(items, is_model);
  if (some) columns.emplace_back("by");
  if (some && std::ranges::all_of(items, [&](const Item& item) {
        return is_model(item) || item.row->kind == RowKind::report_day;
      })) {
    columns.emplace_back("field");
  } else {
    columns.emplace_back("leader");
    if (has_room(kRoomForLead)) columns.emplace_back("lead");
  }
  if (has_room(kRoomForTime)) columns.emplace_back(only_due ? "deadline" : "due");
  if (!only_due) columns.emplace_back("status");
  columns.emplace_back("state");
  return columns;
}

void sort_items(std::vector<Item>& items, const std::vector<std::string>& keys) {
  // The last key first: each sort leaves the order of equals.
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    const bool down = key->starts_with('-');
    const ItemColumn& column = item_column(down ? key->substr(1) : *key);
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t at = 0; at < items.size(); ++at) {
      std::string text;
      for (const std::string& value : column.cell(items[at], Lang::vi)) text += value + ' ';
      std::string sort_key = column.sort_key ? column.sort_key(items[at]) : collation_key(text);
      order.emplace_back(
          text.empty() && !column.sort_key ? std::string(kMissing) : std::move(sort_key), at);
    }
    std::ranges::stable_sort(order, [&](const auto& a, const auto& b) {
      // What is missing comes last both ways.
      const bool missing = a.first == kMissing, other = b.first == kMissing;
      if (missing || other) return !missing && other;
      return down ? b.first < a.first : a.first < b.first;
    });
    std::vector<Item> sorted;
    for (const auto& [text, at] : order) sorted.push_back(std::move(items[at]));
    items = std::move(sorted);
  }
}

Sheet item_list(const std::vector<Item>& items, const std::vector<std::string>& columns,
                const Date& as_of, Lang lang, bool only_due) {
  Sheet sheet;
  sheet.kind = only_due ? "due-items" : "items";
  const Phrase title = only_due ? Phrase{"Việc quá hạn và sắp đến hạn", "Overdue and due soon"}
                                : Phrase{"Danh sách việc", "Items"};
  sheet.title = title.in(lang);
  sheet.subtitle = say("tính đến ngày {}", "as of {}", written(as_of, lang)).in(lang);
  sheet.about = {{"as_of", iso(as_of)}};
  for (const std::string& key : columns) {
    const ItemColumn& column = item_column(key);
    const ItemLook& look = column.look;
    sheet.columns.push_back({std::string(column.key), std::string(column.title.in(lang)),
                             look.separator, column.weight, column.least, look.align, look.kind,
                             look.keep_end});
  }
  for (const Item& item : items) {
    SheetRow row{.address = item.place->address, .cells = {}, .tone = tone_of(item.standing)};
    for (const std::string& key : columns) row.cells.push_back(item_column(key).cell(item, lang));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace wardplan
