// Columns of a table that the program itself printed of a record, and that somebody brings back.
#include "cmd/printed_columns.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "figures/said.h"
#include "import/entry_columns.h"
#include "import/record.h"
#include "lists/cards.h"
#include "lists/item_list.h"
#include "records/steps.h"
#include "standing/state.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Titles = std::set<std::string>;

std::string bare_title(std::string_view title) { return with_single_blanks(fold(title)); }

/// Columns of lists that go by the day and by entries.
constexpr std::string_view kListed[] = {
    "status",   "counts_as", "state",  "waiting", "waiting_since", "percent", "obstacle", "result",
    "reported", "days",      "former", "points",  "self_score",    "score",   "grade"};

/// A table comes back some days after it was printed.
constexpr int kDaysBack = 31;

/// What the program prints of a record on a day and is none of its rows' own: by the titles of
/// columns and the addresses of rows what may stand there.
struct PrintedOn {
  const Project& project;
  const Plan& plan;
  Date day;
  /// None: all of them.
  const Titles* wanted = nullptr;
  std::map<std::string, std::map<std::string, std::vector<std::string>>> texts = {};

  void add(const Column& column, const std::string& address, const Cell& cell) {
    const std::string title = bare_title(column.title);
    if (wanted == nullptr || wanted->contains(title))
      texts[title][fold(address)].push_back(with_single_blanks(cell_text(column, cell)));
  }

  /// What stands beside the official table: where work stands, and the figures of the list.
  void add_table() {
    Sheet sheet = plan_table(plan);
    const std::size_t own = sheet.columns.size();
    add_state(sheet, plan, day, kSoonDays);
    for (std::size_t at = 0; at < sheet.columns.size(); ++at) {
      const Column& column = sheet.columns[at];
      if (at < own && column.key != "points" && column.key != "weight") continue;
      for (const SheetRow& row : sheet.rows) add(column, row.address, row.cells[at]);
    }
  }

  void add_lists() {
    for (const Lang lang : {Lang::vi, Lang::en}) {
      const std::vector<Column> columns =
          columns_of({std::begin(kListed), std::end(kListed)}, lang);
      if (wanted != nullptr && std::ranges::none_of(columns, [&](const Column& column) {
            return wanted->contains(bare_title(column.title));
          }))
        continue;
      for (std::size_t row = 0; row < plan.rows.size(); ++row) {
        if (!is_counted(plan.rows[row])) continue;
        const Item item = item_at(project, plan, row, day, kSoonDays);
        for (std::size_t at = 0; at < columns.size(); ++at)
          if (wanted == nullptr || wanted->contains(bare_title(columns[at].title)))
            add(columns[at], plan.outline[row].address, item_column(kListed[at]).cell(item, lang));
      }
    }
  }

  void go() {
    add_table();
    add_lists();
  }
};

/// Programs write days and fractions in their own ways.
bool is_same(const std::string& cell, const std::string& printed) {
  const std::string text = with_single_blanks(cell);
  if (text == printed || with_comma(text) == printed) return true;
  if (const auto day = parse_typed_date(text)) return day == parse_typed_date(printed);
  std::string figure = text;
  std::ranges::replace(figure, '.', ',');
  return figure == printed && figure.find_first_not_of("0123456789,") == std::string::npos;
}

struct PrintedFinder {
  const Project& project;
  const Plan& into;
  const Headings& headings;
  const ImportedRows& rows;
  std::vector<std::string> addresses = addresses_of(rows.rows);
  /// Columns that are called as what the program prints.
  std::vector<std::size_t> alike = {};
  Titles wanted = {};

  /// Whether the record itself has such a column.
  bool is_named(const ImportColumn& column) const {
    return std::ranges::any_of(into.columns, [&](const PlanColumn& one) {
      return one.id.value == column.id ||
             (one.title.given && bare_title(one.title.value) == bare_title(column.title));
    });
  }

  bool is_empty(std::size_t at) const {
    return std::ranges::all_of(rows.rows,
                               [&](const ImportRow& row) { return row.cells[at].empty(); });
  }

  /// Whether each cell of a column is what was printed of the row on a day.
  bool is_printed(std::size_t at, const PrintedOn& on) const {
    const auto texts = on.texts.find(bare_title(headings.columns[at].title));
    if (texts == on.texts.end()) return false;
    for (std::size_t row = 0; row < rows.rows.size(); ++row) {
      const std::string& cell = rows.rows[row].cells[at];
      if (cell.empty()) continue;
      const auto known = texts->second.find(fold(addresses[row]));
      if (known == texts->second.end() ||
          std::ranges::none_of(known->second,
                               [&](const std::string& text) { return is_same(cell, text); }))
        return false;
    }
    return true;
  }

  void find_alike(const Date& as_of) {
    PrintedOn known{project, into, as_of};
    known.go();
    for (std::size_t at = 0; at < headings.columns.size(); ++at) {
      const ImportColumn& column = headings.columns[at];
      const std::string title = bare_title(column.title);
      if (column.empty || is_named(column) || is_entry_column(column.id)) continue;
      if (!known.texts.contains(title)) continue;
      alike.push_back(at);
      wanted.insert(title);
    }
  }

  std::vector<std::size_t> printed_on(const Date& day) const {
    PrintedOn on{project, into, day, &wanted};
    on.go();
    std::vector<std::size_t> places;
    std::ranges::copy_if(alike, std::back_inserter(places),
                         [&](std::size_t at) { return is_printed(at, on); });
    return places;
  }

  /// Those of the day on which most of them were printed; empty ones were printed beside others
  /// alone.
  std::vector<std::size_t> found(const Date& as_of) {
    find_alike(as_of);
    std::vector<std::size_t> most;
    std::chrono::sys_days day = as_of;
    for (int back = 0; back <= kDaysBack && most.size() < alike.size(); ++back, --day)
      if (auto places = printed_on(day); places.size() > most.size()) most = std::move(places);
    const bool any = std::ranges::any_of(most, [&](std::size_t at) { return !is_empty(at); });
    return any ? most : std::vector<std::size_t>();
  }
};

void take_away(Imported& imported, std::size_t column) {
  imported.headings.columns[column].empty = true;
  for (ImportRow& row : imported.rows.rows) row.cells[column].clear();
}

/// What the columns say of how work stands; a row that can't be read whole is left out.
void take_progress(Imported& imported, const std::vector<std::string>& addresses,
                   const Date& as_of) {
  const Ward* ward = imported.into->ward;
  SettledHeadings settled =
      settle_progress(imported.headings, imported.rows, ward, imported.table, as_of);
  imported.headings = std::move(settled.headings);
  std::ranges::move(settled.told, std::back_inserter(imported.rows.told));
  for (const ImportColumn& column : imported.headings.columns)
    if (is_entry_column(column.id)) imported.progress_keys.push_back(entry_key_of(column.id));
  for (std::size_t row = 0; row < imported.rows.rows.size(); ++row) {
    const ImportRow& from = imported.rows.rows[row];
    if (settled.held_back.contains(row))
      imported.unread.push_back(addresses[row]);
    else if (!from.heading)
      imported.progress.push_back({addresses[row], entry_of(from, imported.headings, ward)});
  }
  if (imported.progress_keys.empty()) imported.progress.clear();
}

}  // namespace

void leave_out_printed(Imported& imported, const Date& as_of) {
  SettledHeadings settled = settle_days_done(imported.headings, imported.rows, imported.into->ward,
                                             imported.table, as_of);
  imported.headings = std::move(settled.headings);
  std::ranges::move(settled.told, std::back_inserter(imported.rows.told));
  PrintedFinder finder{*imported.record, *imported.into, imported.headings, imported.rows};
  for (const std::size_t at : finder.found(as_of)) {
    imported.printed_titles.push_back(imported.headings.columns[at].title);
    take_away(imported, at);
  }
  take_progress(imported, finder.addresses, as_of);
  for (std::size_t at = 0; at < imported.headings.columns.size(); ++at) {
    const ImportColumn& column = imported.headings.columns[at];
    if (!is_entry_column(column.id)) continue;
    imported.entry_titles.push_back(column.title);
    if (!finder.is_named(column)) take_away(imported, at);
  }
}

}  // namespace wardplan
