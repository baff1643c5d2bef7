// Columns of a table that the program itself printed of a record, and that somebody brings back.
#include "cmd/printed_columns.h"

#include <algorithm>
#include <map>
#include <set>

#include "import/entry_columns.h"
#include "lists/cards.h"
#include "lists/item_list.h"
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

void add_titles(const std::vector<std::string>& keys, Titles& titles) {
  for (const Lang lang : {Lang::vi, Lang::en})
    for (const Column& column : columns_of(keys, lang)) titles.insert(bare_title(column.title));
}

/// What the tables of a record say that is none of its rows' own: titles that `--with-state` adds,
/// and by title the figures that come from the list of criteria.
struct PrintedTitles {
  Titles added = {};
  std::map<std::string, std::set<std::string>> of_list = {};
};

PrintedTitles printed_titles(const Plan& plan) {
  PrintedTitles titles;
  Sheet sheet = plan_table(plan);
  const std::size_t before = sheet.columns.size();
  for (std::size_t at = 0; at < before; ++at) {
    const Column& column = sheet.columns[at];
    if (column.key != "points" && column.key != "weight") continue;
    std::set<std::string>& figures = titles.of_list[bare_title(column.title)];
    for (const SheetRow& row : sheet.rows) figures.insert(cell_text(column, row.cells[at]));
  }
  add_state(sheet, plan, last_of_year(plan.year.value), kSoonDays);
  for (std::size_t at = before; at < sheet.columns.size(); ++at)
    titles.added.insert(bare_title(sheet.columns[at].title));
  return titles;
}

/// Whether a text is what the program says of where work stands: `đang thực hiện, quá hạn 5 ngày`.
bool says_state(const std::string& text) {
  const std::string words = fold(text);
  for (const std::string_view part : split(words, ",:")) {
    const std::string_view said = trimmed(part);
    for (const StateWord& state : state_words())
      for (const Lang lang : {Lang::vi, Lang::en})
        if (said.starts_with(fold(state.words.in(lang)))) return true;
  }
  return words.starts_with("thường xuyên") || words.starts_with("continuous");
}

struct PrintedFinder {
  const Plan& into;
  const Headings& headings;
  const ImportedRows& rows;
  Titles listed = {};
  Titles states = {};
  PrintedTitles printed = {};

  /// Whether the record itself has such a column.
  bool is_named(const ImportColumn& column) const {
    return std::ranges::any_of(into.columns, [&](const PlanColumn& one) {
      return one.id.value == column.id ||
             (one.title.given && bare_title(one.title.value) == bare_title(column.title));
    });
  }

  /// Whether all that a column says is where work stands.
  bool holds_states(std::size_t column) const {
    bool any = false;
    for (const ImportRow& row : rows.rows) {
      if (row.cells[column].empty()) continue;
      if (!says_state(row.cells[column])) return false;
      any = true;
    }
    return any;
  }

  /// Whether a column can have come from nobody but the program.
  bool is_sure(std::size_t at) const {
    const std::string title = bare_title(headings.columns[at].title);
    if (states.contains(title)) return holds_states(at);
    if (const auto list = printed.of_list.find(title); list != printed.of_list.end())
      return std::ranges::all_of(rows.rows, [&](const ImportRow& row) {
        return row.cells[at].empty() || list->second.contains(row.cells[at]);
      });
    return into.kind == RecordKind::criteria && printed.added.contains(title);
  }

  std::vector<std::size_t> found() {
    add_titles({kListed, std::end(kListed)}, listed);
    add_titles({"state"}, states);
    printed = printed_titles(into);
    std::vector<std::size_t> places;
    bool sure = false;
    for (std::size_t at = 0; at < headings.columns.size(); ++at) {
      const ImportColumn& column = headings.columns[at];
      const std::string title = bare_title(column.title);
      if (column.empty || is_named(column) || is_entry_column(column.id)) continue;
      if (!listed.contains(title) && !printed.added.contains(title) &&
          !printed.of_list.contains(title))
        continue;
      sure = sure || is_sure(at);
      places.push_back(at);
    }
    return sure ? places : std::vector<std::size_t>();
  }
};

void take_away(Imported& imported, std::size_t column, std::vector<std::string>& titles) {
  titles.push_back(imported.headings.columns[column].title);
  imported.headings.columns[column].empty = true;
  for (ImportRow& row : imported.rows.rows) row.cells[column].clear();
}

}  // namespace

void leave_out_printed(Imported& imported) {
  PrintedFinder finder{*imported.into, imported.headings, imported.rows};
  for (const std::size_t at : finder.found()) take_away(imported, at, imported.printed_titles);
  for (std::size_t at = 0; at < imported.headings.columns.size(); ++at) {
    const ImportColumn& column = imported.headings.columns[at];
    if (is_entry_column(column.id) && !finder.is_named(column))
      take_away(imported, at, imported.entry_titles);
  }
}

}  // namespace wardplan
