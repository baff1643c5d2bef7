#include "lists/item_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/quoted.h"
#include "times/date.h"

namespace wardplan {
namespace {

template <class T>
Cell one(const T& text) {
  return text.given ? Cell{text.value} : Cell{};
}

Cell one(const std::optional<Date>& date, Lang lang) {
  return date ? Cell{iso(*date), written(*date, lang)} : Cell{};
}

Cell section(const Item& item) {
  const RowIndex above = item.place->numbered_section;
  return above ? Cell{item.plan->rows[*above].heading.value} : Cell{};
}

std::string date_key(const std::optional<Date>& date) {
  return date ? iso(*date) : std::string(kMissing);
}

std::optional<Date> reported(const Item& item) {
  if (item.standing.last == nullptr) return std::nullopt;
  return item.standing.last->date.value;
}

/// Of what is done none are left.
std::optional<int> days_left(const Item& item) {
  return item.standing.done_on ? std::nullopt : item.standing.days_left;
}

/// A token with the words for it.
template <class Word>
Cell coded(const Word& word, Lang lang) {
  return {std::string(word.token), std::string(word.words.in(lang))};
}

constexpr auto kText = CellKind::text;
constexpr auto kLeft = Align::left;

const std::array kColumns = {
    ItemColumn{"ward",
               {"Phường", "Ward"},
               "",
               2,
               8,
               kLeft,
               kText,
               [](const Item& item, Lang) { return Cell{ward_name(*item.plan)}; },
               nullptr,
               true},
    ItemColumn{
        "year",
        {"Năm", "Year"},
        "",
        0,
        4,
        Align::right,
        CellKind::number,
        [](const Item& item, Lang) { return Cell{fmt::format("{}", item.plan->year.value)}; },
        nullptr},
    ItemColumn{"file",
               {"Tệp", "File"},
               "",
               2,
               8,
               kLeft,
               kText,
               [](const Item& item, Lang) { return Cell{std::string(item.file)}; },
               nullptr},
    ItemColumn{"address",
               {"Địa chỉ", "Address"},
               "",
               0,
               6,
               kLeft,
               kText,
               [](const Item& item, Lang) { return Cell{item.place->address}; },
               // The order in which they stand: numbers don't sort as text.
               [](const Item& item) {
                 return fmt::format("{:08}", item.place - item.plan->outline.data());
               }},
    ItemColumn{"section",
               {"Đề mục", "Section"},
               "",
               2,
               10,
               kLeft,
               kText,
               [](const Item& item, Lang) { return section(item); },
               nullptr},
    ItemColumn{"title",
               {"Nội dung", "Item"},
               "",
               6,
               18,
               kLeft,
               kText,
               [](const Item& item, Lang lang) { return Cell{title_of(item, lang)}; },
               nullptr},
    ItemColumn{
        "by",
        {"Tập thể, cá nhân", "By"},
        "",
        3,
        14,
        kLeft,
        kText,
        [](const Item& item, Lang) { return item.model == nullptr ? Cell{} : one(item.model->by); },
        nullptr},
    ItemColumn{"field",
               {"Lĩnh vực", "Field"},
               "; ",
               2,
               10,
               kLeft,
               kText,
               [](const Item& item, Lang) {
                 return item.model == nullptr
                            ? Cell{}
                            : field_names(item.model->fields, item.plan->movement);
               },
               nullptr},
    ItemColumn{
        "leader",
        {"Lãnh đạo phụ trách", "Leader"},
        "; ",
        2,
        10,
        kLeft,
        kText,
        [](const Item& item, Lang) { return people_by_name(item.row->leader, item.plan->ward); },
        nullptr,
        true},
    ItemColumn{"lead",
               {"Đơn vị chủ trì", "Lead unit"},
               "; ",
               2,
               10,
               kLeft,
               kText,
               [](const Item& item, Lang) { return unit_names(item.row->lead, item.plan->ward); },
               nullptr},
    ItemColumn{
        "support",
        {"Đơn vị phối hợp", "Support"},
        "; ",
        2,
        10,
        kLeft,
        kText,
        [](const Item& item, Lang) { return unit_names(item.row->support, item.plan->ward); },
        nullptr},
    ItemColumn{"start",
               {"Bắt đầu", "Start"},
               "",
               2,
               13,
               kLeft,
               kText,
               [](const Item& item, Lang) { return one(item.row->start); },
               [](const Item& item) {
                 return item.row->start.given ? date_key(item.row->start.read->first)
                                              : std::string(kMissing);
               }},
    ItemColumn{"due",
               {"Hoàn thành", "Due"},
               "",
               2,
               13,
               kLeft,
               kText,
               [](const Item& item, Lang) {
                 const WrittenTime* text = item.standing.due.text;
                 return text == nullptr ? one(item.row->due) : Cell{text->value};
               },
               [](const Item& item) { return date_key(item.standing.due.deadline); }},
    ItemColumn{"deadline",
               {"Hạn", "Deadline"},
               "",
               0,
               10,
               kLeft,
               CellKind::date,
               [](const Item& item, Lang lang) { return one(item.standing.due.deadline, lang); },
               [](const Item& item) { return date_key(item.standing.due.deadline); }},
    ItemColumn{"days",
               {"Còn (ngày)", "Days left"},
               "",
               0,
               4,
               Align::right,
               CellKind::number,
               [](const Item& item, Lang) {
                 const auto days = days_left(item);
                 return days ? Cell{fmt::format("{}", *days)} : Cell{};
               },
               [](const Item& item) {
                 const auto days = days_left(item);
                 return days ? fmt::format("{:08}", *days + 10'000'000) : std::string(kMissing);
               }},
    ItemColumn{
        "status",
        {"Trạng thái", "Status"},
        "",
        0,
        10,
        kLeft,
        CellKind::coded,
        [](const Item& item, Lang lang) { return coded(status_word(item.standing.status), lang); },
        [](const Item& item) {
          return fmt::format("{:02}", static_cast<int>(item.standing.status));
        }},
    ItemColumn{"state",
               {"Tình trạng", "State"},
               "",
               12,
               24,
               kLeft,
               CellKind::coded,
               [](const Item& item, Lang lang) {
                 return Cell{std::string(state_word(item.standing.state).token),
                             state_in_words(item.standing).in(lang)};
               },
               [](const Item& item) {
                 return fmt::format("{:02}", static_cast<int>(item.standing.state));
               }},
    ItemColumn{
        "result",
        {"Kết quả", "Result"},
        "; ",
        3,
        12,
        kLeft,
        kText,
        [](const Item& item, Lang lang) { return results_in_words(*item.row, item.as_of, lang); },
        nullptr},
    ItemColumn{"reported",
               {"Cập nhật gần nhất", "Last reported"},
               "",
               0,
               10,
               kLeft,
               CellKind::date,
               [](const Item& item, Lang lang) { return one(reported(item), lang); },
               [](const Item& item) { return date_key(reported(item)); }},
};

}  // namespace

std::span<const ItemColumn> item_columns() { return kColumns; }

const std::vector<std::string>& item_column_keys() {
  static const std::vector<std::string> kKeys = [] { return texts(kColumns, &ItemColumn::key); }();
  return kKeys;
}

const ItemColumn& item_column(std::string_view key) {
  return *std::ranges::find(kColumns, key, &ItemColumn::key);
}

}  // namespace wardplan
