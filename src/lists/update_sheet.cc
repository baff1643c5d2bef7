// Sheets that units fill in, and whose they are.
#include "lists/update_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "lists/cards.h"
#include "lists/item_columns.h"
#include "lists/item_filter.h"
#include "lists/points.h"
#include "records/entry_keys.h"
#include "records/fingerprint.h"
#include "records/register.h"
#include "standing/scores.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

std::vector<Item> items_in(const Project& project, const Report& report, const Plan& plan,
                           const Date& as_of, int soon) {
  std::vector<Item> items = items_of(project, report, as_of, soon);
  std::erase_if(items, [&](const Item& item) { return item.plan != &plan; });
  return items;
}

/// Whether it is a content that points are given for.
bool is_scored(const Item& item) {
  return item.row->kind == RowKind::content && item.plan->catalogue != nullptr &&
         gives_points(*item.plan->catalogue);
}

/// What is taken off the points of the year: no work of anybody's, but recorded with them.
void add_deductions(std::vector<Item>& items, const Project& project, const Plan& plan,
                    const UpdateSheetAsked& asked) {
  for (const Row& row : plan.rows)
    if (row.deduction != nullptr)
      items.push_back(item_at(project, plan, row.at, asked.as_of, asked.soon));
}

/// Those that one of the units leads.
std::vector<Item> led_by(std::vector<Item> items, const std::vector<std::string>& leads) {
  const ItemFilter filter{.leads = leads};
  FilterMet met;
  const std::vector<Candidate> candidates = filter_items(std::move(items), filter, met);
  const std::vector<Match> wanted = settle_filter(filter, met);
  std::vector<Item> passed;
  for (const Candidate& one : candidates)
    if (passes(one.matches, filter, wanted)) passed.push_back(one.item);
  return passed;
}

/// The names of the units that are meant, in the order of the register.
Cell units_asked(const Plan& plan, const std::vector<std::string>& leads) {
  std::set<std::size_t> meant;
  if (plan.ward == nullptr) return {};
  for (const std::string& word : leads) meant.merge(units_meant(word, *plan.ward));
  Cell names;
  for (const std::size_t at : meant) names.push_back(plan.ward->units[at].name.value);
  return names;
}

/// Whether somebody has to say of which round an entry is.
bool has_rounds(const Item& item) {
  return item.row->kind != RowKind::report_day && !item.plan->rounds.empty();
}

/// Whether it is one time of what comes back.
bool is_time(const Item& item) { return item.standing.occurrences > 0; }

/// The number of its time; of what comes up once nothing.
std::string time_of(const Item& item) {
  return is_time(item) ? fmt::format("{}", item.standing.occurrence) : std::string();
}

/// The words of every kind of row that is on the sheet, each once.
std::vector<std::string> status_choices(const std::vector<Item>& items, Lang lang) {
  std::vector<std::string> words;
  for (const Item& item : items)
    for (const StatusWord& status : status_words_of(item.row->kind)) {
      const std::string word(status.words.in(lang));
      if (std::ranges::find(words, word) == words.end()) words.push_back(word);
    }
  for (const Item& item : items)
    if (item.plan->ward != nullptr && takes_ward_statuses(item.row->kind))
      for (const WardStatus& own : item.plan->ward->statuses)
        if (std::ranges::find(words, own.name.value) == words.end())
          words.push_back(own.name.value);
  return words;
}

/// A cell of a row of the sheet.
using MakeCell = std::function<Cell(const Item& item)>;

/// Columns, with what stands in them.
struct Columns {
  SheetMaker made;
  std::vector<MakeCell> cells = {};

  void add(const UpdateColumn& column, int weight, int least, MakeCell cell,
           std::string_view separator = "") {
    made.text(column.key, column.title, weight, least, separator);
    cells.push_back(std::move(cell));
  }

  /// As lists have it.
  void add(std::string_view key) {
    made.sheet.columns.push_back(columns_of({std::string(key)}, made.lang).front());
    cells.push_back([column = &item_column(key), lang = made.lang](const Item& item) {
      return column->cell(item, lang);
    });
  }

  /// To be filled in.
  void open(EntryKeyId id, Phrase title, int weight, int least,
            std::vector<std::string> choices = {}) {
    made.text(entry_keys()[static_cast<std::size_t>(id)].name, title, weight, least);
    made.sheet.columns.back().fill_in = true;
    made.sheet.columns.back().choices = std::move(choices);
    cells.push_back([](const Item&) { return Cell(); });
  }
};

/// Whether some entry of the plans on the sheet says this: others needn't be asked for it.
template <class Said>
bool says_any(const std::vector<Item>& items, Said Update::*said) {
  return std::ranges::any_of(items, [&](const Item& item) {
    return std::ranges::any_of(item.row->updates,
                               [&](const Update& update) { return (update.*said).given; });
  });
}

void add_open(Columns& columns, const std::vector<Item>& items) {
  columns.open(EntryKeyId::status, {"Trạng thái", "Status"}, 2, 10,
               status_choices(items, columns.made.lang));
  columns.open(EntryKeyId::date, {"Ngày", "Date"}, 1, 10);
  if (std::ranges::any_of(items, has_rounds))
    columns.open(EntryKeyId::round, {"Đợt", "Round"}, 0, 6);
  columns.open(EntryKeyId::value, {"Kết quả", "Value"}, 2, 10);
  if (std::ranges::any_of(items, is_scored)) {
    columns.open(EntryKeyId::self_score, {"Tự chấm", "Self-assessed"}, 0, 6);
    columns.open(EntryKeyId::score, {"Được chấm", "Assessed"}, 0, 6);
  }
  if (says_any(items, &Update::percent))
    columns.open(EntryKeyId::percent, {"Phần trăm", "Percent"}, 0, 6);
  if (says_any(items, &Update::waiting))
    columns.open(EntryKeyId::waiting, {"Đang chờ", "Waiting"}, 2, 10);
  if (says_any(items, &Update::obstacle))
    columns.open(EntryKeyId::obstacle, {"Vướng mắc", "Obstacle"}, 3, 12);
  columns.open(EntryKeyId::note, {"Ghi chú", "Note"}, 3, 12);
  columns.open(EntryKeyId::evidence, {"Minh chứng", "Evidence"}, 2, 10);
  if (says_any(items, &Update::grade)) columns.open(EntryKeyId::grade, {"Xếp loại", "Grade"}, 1, 8);
}

Message how_to_fill(const Cell& units, const Date& as_of, const std::vector<Column>& columns,
                    Lang lang) {
  const auto first = std::ranges::find(columns, true, &Column::fill_in);
  const auto last = std::ranges::find(columns.rbegin(), columns.rend(), true, &Column::fill_in);
  const Message when = say("tính đến ngày {}; điền các ô từ cột {} đến cột {}",
                           "as of {}; fill in the cells from {} to {}", written(as_of, lang),
                           first->title, last->title);
  if (units.empty()) return when;
  const std::string names = joined(units, kBetweenUnits);
  return say("{}; {}", "{}; {}", names, when);
}

/// How far open work has come, as it was said: `đang thực hiện, 30%`; of what is done or set aside
/// its state says so already, and of criteria how they are judged.
void add_progress(Cell& recorded, const Item& item, Lang lang) {
  const Standing& at = item.standing;
  if (!takes_ward_statuses(item.row->kind) || !is_open(at.status)) return;
  Message said;
  if (at.own != nullptr || at.status == Status::in_progress) said = told_status(at).words;
  if (at.percent) {
    if (!said.empty()) said += Message{", ", ", "};
    said += say("{}%", "{}%", *at.percent);
  }
  if (!said.empty()) recorded.push_back(said.in(lang));
}

/// The points that one side gave last: `tự chấm 5 (đợt 2)`.
void add_last_points(Cell& recorded, const Item& item, Side side, Lang lang) {
  const Update* by = scored_by(*item.row, side, item.as_of, "");
  const Cell points = by == nullptr ? Cell() : points_cell(points_in(score_of(*by, side)));
  if (points.empty()) return;
  Message said = side == Side::self ? say("tự chấm {}", "self-assessed {}", points.front())
                                    : say("được chấm {}", "assessed {}", points.front());
  if (by->round.given) said += say(" (đợt {})", " (round {})", by->round.value);
  recorded.push_back(said.in(lang));
}

}  // namespace

Sheet update_sheet(const Project& project, const Report& report, const Plan& plan,
                   const UpdateSheetAsked& asked) {
  std::vector<Item> items = items_in(project, report, plan, asked.as_of, asked.soon);
  if (!asked.leads.empty()) items = led_by(std::move(items), asked.leads);
  items = each_time(items, asked.soon);
  if (asked.leads.empty()) add_deductions(items, project, plan, asked);
  const Cell units = units_asked(plan, asked.leads);
  Columns columns{SheetMaker("update-sheet", {"", ""}, asked.lang)};
  for (const std::string_view key : {"address", "title"}) columns.add(key);
  if (asked.leads.empty()) columns.add("lead");
  if (std::ranges::any_of(items, is_time))
    columns.add(kTime, 0, 3, [](const Item& item) { return one(time_of(item)); });
  if (std::ranges::any_of(items, is_scored)) columns.add("points");
  for (const std::string_view key : {"deadline", "state"}) columns.add(key);
  columns.add(
      kRecorded, 2, 10, [lang = asked.lang](const Item& item) { return recorded_last(item, lang); },
      "; ");
  add_open(columns, items);
  columns.add(
      kUnit, 2, 8, [units](const Item&) { return units; }, kBetweenUnits);
  columns.add("file");
  columns.add(kFingerprint, 0, 8,
              [](const Item& item) { return one(fingerprint(*item.row, time_of(item))); });
  Sheet& sheet = columns.made.sheet;
  sheet.title = plan.title.value;
  sheet.subtitle = how_to_fill(units, asked.as_of, sheet.columns, asked.lang).in(asked.lang);
  sheet.about = {{"ward", plan.ward_id.value},
                 {"ward_name", ward_name(plan)},
                 {"year", plan.year.value},
                 {"as_of", iso(asked.as_of)}};
  for (const Item& item : items) {
    std::vector<Cell> cells;
    for (const MakeCell& cell : columns.cells) cells.push_back(cell(item));
    columns.made.row(std::move(cells), address_of(item), tone_of(item.standing));
  }
  sheet.origin = plan_origin(plan, asked.as_of);
  return std::move(sheet);
}

Cell recorded_last(const Item& item, Lang lang) {
  Cell cell;
  add_progress(cell, item, lang);
  std::ranges::move(results_of_time(item, lang), std::back_inserter(cell));
  for (const Side side : {Side::self, Side::assessed}) add_last_points(cell, item, side, lang);
  return cell;
}

std::vector<LeadUnit> lead_units(const Project& project, const Report& report, const Plan& plan,
                                 const Date& as_of) {
  std::vector<LeadUnit> units;
  for (const Item& item : items_in(project, report, plan, as_of, 0))
    for (const std::string& name : lead_names(item)) {
      auto unit = std::ranges::find(units, name, &LeadUnit::name);
      if (unit == units.end()) unit = units.insert(unit, {name, {}});
      unit->addresses.push_back(address_of(item));
    }
  return units;
}

}  // namespace wardplan
