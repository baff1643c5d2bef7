#include "import/lost_cells.h"

#include <algorithm>
#include <optional>
#include <string>

#include "import/people.h"
#include "import/rows.h"
#include "text/slips.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// How much plainer than the usual place another one must be.
constexpr int kSurely = 3;

/// What a cell's text looks like, whatever column it stands in.
struct Looks {
  bool empty = false;
  bool numbered = false;
  bool person = false;
  bool time = false;
  /// Begins in the middle of a sentence.
  bool goes_on = false;
};

/// A text behind the tags that a converter left at its beginning.
std::string_view behind_tags(std::string_view text) {
  const std::vector<TextPart> parts = leftovers(text);
  return parts.empty() || parts.front().begin > 0 ? text : trimmed(text.substr(parts.front().end));
}

Looks looks_of(const std::string& text, int year) {
  Looks looks{.empty = text.empty()};
  if (text.empty()) return looks;
  looks.numbered = !number_before(text).number.empty() || is_row_number(text);
  looks.person = !person_text(text).honorific.empty();
  looks.time = is_time(text, year);
  looks.goes_on = !looks.time && begins_small(behind_tags(text));
  return looks;
}

bool is_numbered_column(const std::string& id) {
  return id == "number" || id == "group" || id == "content";
}
bool is_time_column(const std::string& id) { return id == "start" || id == "due"; }

/// A column in which people's table has sentences, and the last of them above the row.
struct Above {
  std::string id = {};
  std::string last = {};
};

bool holds_sentences(const std::string& id) {
  return id == "group" || id == "content" || id == "solution" || id == "note";
}

/// How well a cell fits a column: more than 0 for what belongs there, less for what doesn't.
int fit(const Looks& looks, const Above& column) {
  const std::string& id = column.id;
  if (looks.empty) return 0;
  int points = 0;
  if (is_time_column(id)) points += looks.time ? 2 : -1;
  if (looks.time && !is_time_column(id)) points -= 2;
  if (looks.person) points += id == "leader" ? 2 : -1;
  if (looks.numbered && id == "content") points += 1;
  if (looks.numbered && !is_numbered_column(id)) points -= 1;
  if (id == "number") points += looks.numbered ? 2 : -2;
  if (looks.goes_on && holds_sentences(id) && !column.last.empty())
    points += is_unfinished(column.last) ? 2 : -2;
  return points;
}

/// Puts each cell of a row into a column, in their order, so that they fit best; of two ways that
/// fit alike, the one that fills the first columns.
struct Placement {
  const std::vector<Looks>& cells;
  const std::vector<Above>& columns;
  /// `best[c][k]`: of the cells from `c` on in the columns from `k` on.
  std::vector<std::vector<int>> best = {};

  void count() {
    constexpr int kNever = -1000000;
    best.assign(cells.size() + 1, std::vector<int>(columns.size() + 1, kNever));
    for (int& points : best.back()) points = 0;
    for (std::size_t c = cells.size(); c-- > 0;)
      for (std::size_t k = columns.size(); k-- > 0;)
        best[c][k] = std::max(best[c][k + 1], best[c + 1][k + 1] + fit(cells[c], columns[k]));
  }

  int usual() const {
    int points = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) points += fit(cells[c], columns[c]);
    return points;
  }

  std::vector<std::size_t> places() const {
    std::vector<std::size_t> found;
    for (std::size_t c = 0, k = 0; c < cells.size(); ++k)
      if (best[c][k] == best[c + 1][k + 1] + fit(cells[c], columns[k])) {
        found.push_back(k);
        ++c;
      }
    return found;
  }
};

/// The columns of a row's cells, or nothing where they stand as usual.
std::optional<std::vector<std::size_t>> better_places(const ReadTable& table, std::size_t row,
                                                      const std::vector<Above>& columns, int year) {
  std::vector<Looks> cells;
  for (std::size_t column = 0; column < table.rows[row].cells.size(); ++column) {
    const ReadCell& cell = table.rows[row].cells[column];
    if (cell.covered || cell.rows > 1 || cell.columns > 1) return std::nullopt;
    cells.push_back(looks_of(own_words(table, row, column), year));
  }
  Placement placement{cells, columns};
  placement.count();
  if (placement.best[0][0] - placement.usual() < kSurely) return std::nullopt;
  return placement.places();
}

}  // namespace

std::vector<TableRemark> put_in_columns(ReadTable& table, std::size_t at, const Headings& headings,
                                        int year) {
  std::vector<TableRemark> told;
  if (table.place != TablePlace::text) return told;
  std::vector<Above> columns;
  for (const ImportColumn& column : headings.columns) columns.push_back({column.id});
  const auto pass = [&](std::size_t row) {
    for (std::size_t column = 0; column < columns.size(); ++column)
      if (std::string words = own_words(table, row, column); !words.empty())
        columns[column].last = std::move(words);
  };
  for (std::size_t row = headings.body; row < table.rows.size(); pass(row++)) {
    std::vector<ReadCell>& cells = table.rows[row].cells;
    if (cells.empty() || cells.size() >= columns.size()) continue;
    const auto places = better_places(table, row, columns, year);
    if (!places) continue;
    std::vector<ReadCell> placed(places->back() + 1);
    for (ReadCell& cell : placed) {
      cell.row = cells.front().row;
      cell.column = cells.front().column;
    }
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
      placed[(*places)[cell]] = std::move(cells[cell]);
    cells = std::move(placed);
    told.push_back({{"dòng này thiếu ô: các ô được đặt vào cột hợp với chúng, xem lại",
                     "this row lacks cells: they were put into the columns that they fit, look at "
                     "it"},
                    {},
                    CellAddress{at, row, 0}});
  }
  return told;
}

}  // namespace wardplan
