#include "lists/item_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "lists/points.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "times/date.h"

namespace wardplan {
namespace {

std::string date_key(const std::optional<Date>& date) {
  return date ? iso(*date) : std::string(kMissing);
}

std::string place_key(int place) { return fmt::format("{:08}", place); }

std::optional<Date> deadline(const Item& item) { return item.standing.due.deadline; }

std::optional<Date> reported(const Item& item) {
  if (item.standing.last == nullptr) return std::nullopt;
  return item.standing.last->date.value;
}

std::optional<Date> done_on(const Item& item) { return item.standing.done_on; }

std::optional<Date> waiting_from(const Item& item) {
  if (item.standing.waiting == nullptr) return std::nullopt;
  return item.standing.waiting->date.value;
}

Cell most_points(const Item& item) {
  const Row* listed = item.row->listed;
  return listed == nullptr ? Cell() : points_cell(most_of(*listed));
}

/// The round that is told of a content: that in which its status was said, or, where that was said
/// in none, the last one with points of either side.
std::string_view told_round(const Item& item) {
  if (const Update* said = judged_at(*item.row, item.as_of, "").by) return said->round.value;
  std::string_view last;
  for (const Update* entry : history(*item.row, item.as_of))
    if (entry->score.given || entry->self_score.given) last = entry->round.value;
  return last;
}

/// Points of that round alone: nobody is to read those of one beside the status of another.
Cell last_score(const Item& item, Side side) {
  const Update* by = scored_by(*item.row, side, item.as_of, told_round(item));
  return by == nullptr ? Cell() : points_cell(points_in(score_of(*by, side)));
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
constexpr ItemLook kWard = {.kind = CellKind::named, .keep_end = true},
                   kPeople = {.separator = "; ", .keep_end = true};

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
    column(
        "ward", {"Phường", "Ward"}, kWard, 2, 8,
        [](auto& item, Lang) { return named(item.plan->ward_id.value, ward_name(*item.plan)); },
        [](auto& item) { return collation_key(ward_name(*item.plan)); }),
    column("year", {"Năm", "Year"}, kNumber, 0, 4,
           [](auto& item, Lang) { return number(item.plan->year.value); }),
    column("file", {"Tệp", "File"}, kText, 2, 8,
           [](auto& item, Lang) { return Cell{std::string(item.file)}; }),
    // The order in which they stand: numbers don't sort as text.
    column(
        "address", {"Địa chỉ", "Address"}, kText, 0, 6,
        [](auto& item, Lang) { return Cell{address_of(item)}; },
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
    column(
        "round", {"Lần", "Time"}, kNumber, 0, 3,
        [](auto& item, Lang) {
          return item.standing.occurrences > 0 ? number(item.standing.occurrence) : Cell{};
        },
        [](auto& item) {
          const int time = item.standing.occurrence;
          return time > 0 ? place_key(time) : std::string(kMissing);
        }),
    column("by", {"Tập thể, cá nhân", "By"}, kText, 3, 14,
           [](auto& item, Lang) { return item.model == nullptr ? Cell{} : one(item.model->by); }),
    column("field", {"Lĩnh vực", "Field"}, kNames, 2, 10,
           [](auto& item, Lang) {
             return item.model == nullptr ? Cell{}
                                          : field_names(item.model->fields, item.plan->movement);
           }),
    column("leader", {"Lãnh đạo phụ trách", "Leader"}, kPeople, 2, 10,
           [](auto& item, Lang) { return leader_names(item); }),
    column("lead", {"Đơn vị chủ trì", "Lead unit"}, kNames, 2, 10,
           [](auto& item, Lang) { return lead_names(item); }),
    column("support", {"Đơn vị phối hợp", "Support"}, kNames, 2, 10,
           [](auto& item, Lang) { return support_names(item); }),
    column("former", {"Nêu trong kế hoạch", "Named in the plan"}, kPeople, 2, 10,
           [](auto& item, Lang) { return former_names(item); }),
    column("leader_ids", {"Mã lãnh đạo", "Leader's id"}, kNames, 2, 10,
           [](auto& item, Lang) { return leader_ids(item); }),
    column("lead_ids", {"Mã đơn vị chủ trì", "Lead unit's id"}, kNames, 2, 10,
           [](auto& item, Lang) { return lead_ids(item); }),
    column("support_ids", {"Mã đơn vị phối hợp", "Support's id"}, kNames, 2, 10,
           [](auto& item, Lang) { return support_ids(item); }),
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
        [](auto& item, Lang lang) { return coded(told_status(item.standing), lang); },
        [](auto& item) {
          const WardStatus* own = item.standing.own;
          return place_key(static_cast<int>(item.standing.status)) +
                 (own == nullptr ? std::string() : collation_key(own->name.value));
        }),
    column(
        "counts_as", {"Được đếm là", "Counts as"}, kWord, 0, 10,
        [](auto& item, Lang lang) { return coded(status_word(item.standing.status), lang); },
        [](auto& item) { return place_key(static_cast<int>(item.standing.status)); }),
    column(
        "state", {"Tình trạng", "State"}, kWord, 12, 24,
        [](auto& item, Lang lang) {
          const Standing& at = item.standing;
          return coded(state_word(at.state).token, state_in_words(at).in(lang));
        },
        [](auto& item) { return place_key(static_cast<int>(item.standing.state)); }),
    column("waiting", {"Đang chờ", "Waiting for"}, kText, 2, 10,
           [](auto& item, Lang) {
             const Update* waiting = item.standing.waiting;
             return waiting == nullptr ? Cell{} : one(waiting->waits_for());
           }),
    day<waiting_from>("waiting_since", {"Chờ từ ngày", "Waiting since"}),
    column(
        "percent", {"Đã làm (%)", "Per cent done"}, kNumber, 0, 4,
        [](auto& item, Lang) {
          return item.standing.percent ? number(*item.standing.percent) : Cell{};
        },
        [](auto& item) {
          const auto& percent = item.standing.percent;
          return percent ? place_key(*percent) : std::string(kMissing);
        }),
    column("obstacle", {"Vướng mắc", "Obstacle"}, kText, 3, 12,
           [](auto& item, Lang) {
             const Update* said = item.standing.obstructed;
             return said == nullptr ? Cell{} : one(said->obstacle);
           }),
    column("product", {"Sản phẩm", "Product"}, kText, 3, 12,
           [](auto& item, Lang) { return one(item.row->product); }),
    column("authority", {"Thẩm quyền quyết định", "Decided by"}, kText, 2, 10,
           [](auto& item, Lang) { return one(item.row->authority); }),
    column("basis", {"Căn cứ giao việc", "Assigned by"}, kText, 2, 10,
           [](auto& item, Lang) { return one(item.row->basis); }),
    column("goal", {"Mức phải đạt", "Goal"}, kNames, 2, 10,
           [](auto& item, Lang lang) { return goals_in_words(*item.row, lang); }),
    column("result", {"Kết quả", "Result"}, kNames, 3, 12,
           [](auto& item, Lang lang) {
             return results_in_words(*item.plan, *item.row, item.as_of, lang);
           }),
    day<reported>("reported", {"Cập nhật gần nhất", "Last reported"}),
    day<done_on>("done_on", {"Ngày hoàn thành", "Done on"}),
    column("plan", {"Kế hoạch", "Plan"}, kText, 2, 8,
           [](auto& item, Lang) { return Cell{plan_key(item)}; }),
    column("points", {"Điểm tối đa", "Most points"}, kText, 0, 6,
           [](auto& item, Lang) { return most_points(item); }),
    column("self_score", {"Tự chấm", "Self-assessed"}, kText, 0, 6,
           [](auto& item, Lang) { return last_score(item, Side::self); }),
    column("score", {"Được chấm", "Assessed"}, kText, 0, 6,
           [](auto& item, Lang) { return last_score(item, Side::assessed); }),
    column("grade", {"Xếp loại", "Grade"}, kText, 1, 8,
           [](auto& item, Lang) {
             const Text* grade = grade_of(entries_of(item));
             return grade == nullptr ? Cell{} : Cell{grade->value};
           }),
    column("serves", {"Góp vào chỉ tiêu", "Serves"}, kNames, 1, 8,
           [](auto& item, Lang) {
             Cell cell;
             for (const Served& served : item.row->serves) cell.push_back(served.as.value);
             return cell;
           }),
};

/// Terminals narrower than this have no room for the unit beside the state, or for the time either.
constexpr int kRoomForLead = 120;
constexpr int kRoomForTime = 100;

/// One thing that tables and lists have under names of their own.
struct ColumnTwin {
  std::string_view of_table;
  std::string_view of_list;
};
constexpr ColumnTwin kTwins[] = {
    {"number", "address"},        {"content", "title"},         {"entry_status", "status"},
    {"entry_percent", "percent"}, {"entry_waiting", "waiting"}, {"entry_obstacle", "obstacle"},
    {"entry_done", "done_on"},    {"entry_grade", "grade"},
};

enum class For { lists, due, both };

/// A column that people see unless they ask for others: in which lists, and of what.
struct UsualColumn {
  std::string_view key;
  For where = For::both;
  bool (*is_shown)(const Listed& listed, int room) = [](const Listed&, int) { return true; };
};

bool are_models(const Listed& listed) { return listed.models && !listed.others; }

constexpr UsualColumn kUsual[] = {
    {"ward", For::both, [](const Listed& of, int) { return of.many_wards; }},
    {"year", For::both, [](const Listed& of, int) { return of.many_years; }},
    // Addresses alone don't tell two plans of one ward and year apart.
    {"file", For::both,
     [](const Listed& of, int) { return of.many_plans && !of.many_wards && !of.many_years; }},
    {"address"},
    {"title"},
    {"by", For::both, [](const Listed& of, int) { return of.models; }},
    {"field", For::both, [](const Listed& of, int) { return are_models(of); }},
    {"leader", For::both, [](const Listed& of, int) { return !are_models(of); }},
    {"lead", For::both,
     [](const Listed& of, int room) { return !are_models(of) && room >= kRoomForLead; }},
    {"deadline", For::due, [](const Listed&, int room) { return room >= kRoomForTime; }},
    {"due", For::lists, [](const Listed&, int room) { return room >= kRoomForTime; }},
    {"status", For::lists},
    {"state"},
};

std::vector<std::string> usual_where(bool only_due, auto is_shown) {
  std::vector<std::string> columns;
  for (const UsualColumn& column : kUsual)
    if (column.where != (only_due ? For::lists : For::due) && is_shown(column))
      columns.emplace_back(column.key);
  return columns;
}

}  // namespace

const ItemColumn& item_column(std::string_view key) {
  return *std::ranges::find(kColumns, key, &ItemColumn::key);
}

std::vector<Column> columns_of(const std::vector<std::string>& keys, Lang lang) {
  std::vector<Column> columns;
  for (const std::string& key : keys) {
    const ItemColumn& of = item_column(key);
    columns.push_back({key, std::string(of.title.in(lang)), of.look.separator, of.weight, of.least,
                       of.look.align, of.look.kind, of.look.keep_end});
  }
  return columns;
}

const std::vector<std::string>& item_column_keys() {
  static const std::vector<std::string> kKeys = texts(kColumns, &ItemColumn::key);
  return kKeys;
}

std::optional<std::string> list_column_for(std::string_view of_table) {
  const auto* twin = std::ranges::find(kTwins, of_table, &ColumnTwin::of_table);
  return twin == std::end(kTwins) ? std::nullopt : std::optional<std::string>(twin->of_list);
}

std::optional<std::string> table_column_for(std::string_view of_list) {
  const auto* twin = std::ranges::find(kTwins, of_list, &ColumnTwin::of_list);
  return twin == std::end(kTwins) ? std::nullopt : std::optional<std::string>(twin->of_table);
}

std::vector<std::string> usual_columns(const Listed& listed, bool only_due, int width) {
  const int room = width == 0 ? std::numeric_limits<int>::max() : width;
  return usual_where(only_due,
                     [&](const UsualColumn& column) { return column.is_shown(listed, room); });
}

std::vector<std::string> all_usual_columns(bool only_due) {
  return usual_where(only_due, [](const UsualColumn&) { return true; });
}

std::vector<std::string> data_columns(bool with_ids) {
  static constexpr auto kAsked = std::to_array<std::string_view>(
      {"counts_as", "waiting", "waiting_since", "percent", "obstacle", "former", "plan", "product",
       "done_on", "authority", "basis", "points", "self_score", "score", "grade", "serves"});
  std::vector<std::string> columns = item_column_keys();
  std::erase_if(columns,
                [](const auto& key) { return std::ranges::find(kAsked, key) != kAsked.end(); });
  if (!with_ids) std::erase_if(columns, [](const auto& key) { return key.ends_with("_ids"); });
  return columns;
}

std::string sort_key(const ItemColumn& column, const Item& item) {
  if (column.sort_key != nullptr) return column.sort_key(item);
  std::string text;
  for (const std::string& value : column.cell(item, Lang::vi)) text += value + ' ';
  return text.empty() ? std::string(kMissing) : collation_key(text);
}

}  // namespace wardplan
