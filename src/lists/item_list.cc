#include "lists/cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/quoted.h"
#include "text/utf8.h"
#include "times/date.h"

namespace wardplan {
namespace {

constexpr std::string_view kMissing = "\xFF";

/// What columns of one kind have in common; the members are those of `Column`.
struct ItemLook {
  CellKind kind = CellKind::text;
  std::string_view separator = "";
  Align align = Align::left;
  bool keep_end = false;
};

/// A column that lists of items can have: how it looks, and how it sorts.
struct ItemColumn {
  std::string_view key;
  Phrase title;
  ItemLook look;
  int weight;
  int least;
  Cell (*cell)(const Item& item, Lang lang);
  /// Texts whose order is that of the items; what is missing comes last. Null: by the cell's words.
  std::string (*sort_key)(const Item& item) = nullptr;
};

std::string date_key(const std::optional<Date>& date) {
  return date ? iso(*date) : std::string(kMissing);
}

std::string place_key(int place) { return fmt::format("{:08}", place); }

std::optional<Date> deadline(const Item& item) { return item.standing.due.deadline; }

std::optional<Date> reported(const Item& item) {
  if (item.standing.last == nullptr) return std::nullopt;
  return item.standing.last->date.value;
}

/// Of what is done none are left.
std::optional<int> days_left(const Item& item) {
  return item.standing.done_on ? std::nullopt : item.standing.days_left;
}

std::string start_key(const Item& item) {
  if (!item.row->start.given) return std::string(kMissing);
  return date_key(item.row->start.read->first);
}

std::string days_key(const Item& item) {
  const auto days = days_left(item);
  return days ? place_key(*days + 10'000'000) : std::string(kMissing);
}

constexpr ItemLook kText, kNames = {.separator = "; "}, kDay = {CellKind::date},
                          kWord = {CellKind::coded}, kNumber = {CellKind::number, "", Align::right};
constexpr ItemLook kWard = {.keep_end = true}, kPeople = {.separator = "; ", .keep_end = true};

constexpr ItemColumn column(std::string_view key, Phrase title, const ItemLook& look, int weight,
                            int least, Cell (*cell)(const Item& item, Lang lang),
                            std::string (*sort_key)(const Item& item) = nullptr) {
  return {key, title, look, weight, least, cell, sort_key};
}

template <std::optional<Date> (*kOf)(const Item& item)>
constexpr ItemColumn day(std::string_view key, Phrase title) {
  return column(
      key, title, kDay, 0, 10, [](const Item& item, Lang lang) { return one(kOf(item), lang); },
      [](const Item& item) { return date_key(kOf(item)); });
}

constexpr std::array kColumns = {
    column("ward", {"Phường", "Ward"}, kWard, 2, 8,
           [](auto& item, Lang) { return Cell{ward_name(*item.plan)}; }),
    column("year", {"Năm", "Year"}, kNumber, 0, 4,
           [](auto& item, Lang) { return number(item.plan->year.value); }),
    column("file", {"Tệp", "File"}, kText, 2, 8,
           [](auto& item, Lang) { return Cell{std::string(item.file)}; }),
    // The order in which they stand: numbers don't sort as text.
    column(
        "address", {"Địa chỉ", "Address"}, kText, 0, 6,
        [](auto& item, Lang) { return Cell{item.place->address}; },
        [](auto& item) {
          return place_key(static_cast<int>(item.place - item.plan->outline.data()));
        }),
    column("section", {"Đề mục", "Section"}, kText, 2, 10,
           [](auto& item, Lang) {
             const Row* heading = heading_of(item);
             return heading == nullptr ? Cell{} : Cell{heading->heading.value};
           }),
    column("title", {"Nội dung", "Item"}, kText, 6, 18,
           [](auto& item, Lang lang) { return Cell{title_of(item, lang)}; }),
    column("by", {"Tập thể, cá nhân", "By"}, kText, 3, 14,
           [](auto& item, Lang) { return item.model == nullptr ? Cell{} : one(item.model->by); }),
    column("field", {"Lĩnh vực", "Field"}, kNames, 2, 10,
           [](auto& item, Lang) {
             return item.model == nullptr ? Cell{}
                                          : field_names(item.model->fields, item.plan->movement);
           }),
    column("leader", {"Lãnh đạo phụ trách", "Leader"}, kPeople, 2, 10,
           [](auto& item, Lang) { return people_by_name(item.row->leader, item.plan->ward); }),
    column("lead", {"Đơn vị chủ trì", "Lead unit"}, kNames, 2, 10,
           [](auto& item, Lang) { return unit_names(item.row->lead, item.plan->ward); }),
    column("support", {"Đơn vị phối hợp", "Support"}, kNames, 2, 10,
           [](auto& item, Lang) { return unit_names(item.row->support, item.plan->ward); }),
    column(
        "start", {"Bắt đầu", "Start"}, kText, 2, 13,
        [](auto& item, Lang) { return one(item.row->start); }, start_key),
    column(
        "due", {"Hoàn thành", "Due"}, kText, 2, 13,
        [](auto& item, Lang) {
          const WrittenTime* extended = item.standing.due.text;
          return extended == nullptr ? one(item.row->due) : Cell{extended->value};
        },
        [](auto& item) { return date_key(deadline(item)); }),
    day<deadline>("deadline", {"Hạn", "Deadline"}),
    column(
        "days", {"Còn (ngày)", "Days left"}, kNumber, 0, 4,
        [](auto& item, Lang) {
          const auto days = days_left(item);
          return days ? number(*days) : Cell{};
        },
        days_key),
    column(
        "status", {"Trạng thái", "Status"}, kWord, 0, 10,
        [](auto& item, Lang lang) { return coded(status_word(item.standing.status), lang); },
        [](auto& item) { return place_key(static_cast<int>(item.standing.status)); }),
    column(
        "state", {"Tình trạng", "State"}, kWord, 12, 24,
        [](auto& item, Lang lang) {
          const Standing& at = item.standing;
          return coded(state_word(at.state).token, state_in_words(at).in(lang));
        },
        [](auto& item) { return place_key(static_cast<int>(item.standing.state)); }),
    column("result", {"Kết quả", "Result"}, kNames, 3, 12,
           [](auto& item, Lang lang) { return results_in_words(*item.row, item.as_of, lang); }),
    day<reported>("reported", {"Cập nhật gần nhất", "Last reported"}),
};

/// The column with this key, which must be one of them.
const ItemColumn& item_column(std::string_view key) {
  return *std::ranges::find(kColumns, key, &ItemColumn::key);
}

/// Terminals narrower than this have no room for the unit beside the state, or for the time either.
constexpr int kRoomForLead = 120;
constexpr int kRoomForTime = 100;

}  // namespace

const std::vector<std::string>& item_column_keys() {
  static const std::vector<std::string> kKeys = texts(kColumns, &ItemColumn::key);
  return kKeys;
}

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
