#include "import/rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "figures/numerals.h"
#include "import/cell_signs.h"
#include "import/same_as_above.h"
#include "records/outline.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

void add_behind(std::string& text, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty() && text.back() != '\n') text += begins_small(more) ? " " : "\n";
  text += more;
}

/// A row of the table, before it is known what it is.
struct Seen {
  std::string number = {};
  std::string text = {};
  std::vector<std::string> cells = {};
  /// Those that a merged cell has from a row above.
  std::vector<bool> carried = {};
  std::size_t at = 0;
  /// The row of the table in which each cell's words begin.
  std::vector<std::size_t> from = {};
  /// Number and content are merged with those above.
  bool goes_on = false;

  bool has_cells() const {
    return std::ranges::any_of(cells, [](const std::string& cell) { return !cell.empty(); });
  }
  bool is_empty() const { return number.empty() && text.empty() && !has_cells(); }
};

/// Goes through the rows of one table.
struct RowImporter {
  const ReadFile& file;
  std::size_t table_at;
  const Headings& headings;
  ImportedRows found = {};
  std::vector<Seen> rows = {};
  std::optional<std::size_t> number = headings.find("number");
  std::optional<std::size_t> content = headings.main;
  std::size_t spread = 0, repeated = 0, hidden = 0, guessed = 0;
  /// Behind the last row with a number, and whether what stands below the table has begun.
  std::size_t end = 0;
  bool closed = false;
  /// The last row that says itself which it is.
  std::size_t last_numbered = 0;

  const ReadTable& table() const { return file.tables[table_at]; }

  CellAddress cell(std::size_t row, std::size_t column) const { return {table_at, row, column}; }

  void tell(std::size_t row, Message message) {
    found.told.push_back({std::move(message), {}, cell(row, 0)});
  }

  bool is_merged_with_above(std::size_t row, std::optional<std::size_t> column) const {
    const auto& cells = table().rows[row].cells;
    return column && *column < cells.size() && cells[*column].covered && cells[*column].up > 0 &&
           cells[*column].left == 0;
  }

  Seen seen(std::size_t row) const {
    Seen out{.at = row};
    out.from.assign(table().columns, row);
    out.cells.resize(table().columns);
    out.carried.resize(table().columns);
    for (std::size_t column = 0; column < table().columns; ++column) {
      std::string words = own_words(table(), row, column);
      if (column == number) {
        std::ranges::replace(words, '\n', ' ');
        out.number = words;
      } else if (column == content) {
        out.text = words;
      } else {
        const bool of_names = holds_names_or_times(headings.columns[column].id);
        if (of_names && (says_nothing(words) || is_fault_at(table(), row, column))) continue;
        out.cells[column] = words;
        if (!is_merged_with_above(row, column)) continue;
        if (const ReadCell* whole = seen_at(table(), row, column)) {
          words = words_of(whole->text);
          if (!of_names || !says_nothing(words)) out.cells[column] = words;
          out.carried[column] = !out.cells[column].empty();
        }
      }
    }
    out.goes_on =
        is_merged_with_above(row, content) && (!number || is_merged_with_above(row, number));
    return out;
  }

  /// A number that stands in the same cell as what it numbers.
  static void part_number(Seen& row) {
    if (row.number.empty() || is_row_number(row.number) || !row.text.empty()) {
      if (!row.number.empty()) return;
      const NumberedText parted = number_before(row.text);
      if (parted.number.empty()) return;
      row.number = parted.number;
      row.text = parted.text;
      return;
    }
    const NumberedText parted = number_before(row.number);
    row.text = parted.number.empty() ? row.number : parted.text;
    row.number = parted.number;
  }

  /// Whether a row says itself when or by whom something is done: it isn't the rest of another one.
  bool has_own_task(const Seen& row) const {
    for (const std::string_view id : {"leader", "lead", "support", "start", "due"}) {
      const auto column = headings.find(id);
      if (!column || row.carried[*column] || row.cells[*column].empty()) continue;
      if (!begins_small(row.cells[*column])) return true;
    }
    return false;
  }

  bool continues(const Seen& row, const Seen& above) const {
    if (row.goes_on) return true;
    if (!row.number.empty() || !number) return false;
    if (row.text.empty()) return row.has_cells();
    const bool goes_on = begins_small(row.text) || (!begins_large(row.text) && !row.has_cells());
    if (has_own_task(row)) return false;
    return goes_on && is_unfinished(above.text) && number_before(row.text).number.empty();
  }

  bool is_of_names(std::size_t column) const {
    const std::string& id = headings.columns[column].id;
    return id == "leader" || id == "lead" || id == "support";
  }

  /// The cell that words go on which begin small: the row's above, or a cell further up that ends
  /// in the middle of a sentence and has nothing below it.
  /// What follows a number without words is that row's: it goes on nothing above it.
  Seen& begun_above(std::size_t column, const std::string& words, Seen& above) {
    if (!begins_small(words)) return above;
    for (std::size_t up = rows.size(); up-- > 0 && !rows[up].text.empty();)
      if (const std::string& cell = rows[up].cells[column]; !cell.empty())
        return is_unfinished(cell) ? rows[up] : above;
    return above;
  }

  void join(const Seen& row, Seen& above) {
    // Where nothing of what is to be done goes on, further names stand there.
    const bool more_names = row.text.empty();
    add_behind(above.text, row.text);
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      if (row.carried[column] || row.cells[column].empty()) continue;
      Seen& begun = begun_above(column, row.cells[column], above);
      std::string& cell = begun.cells[column];
      if (cell.empty()) begun.from[column] = row.at;
      if (more_names && !cell.empty() && is_of_names(column)) cell += '\n';
      add_behind(cell, row.cells[column]);
    }
    tell(row.at,
         {"dòng này không có số, nối vào dòng trên", "without a number: joined to the row above"});
  }

  /// Whether a row says one of the header's rows again, as pages begin.
  bool says_header_again(std::size_t at) const {
    for (std::size_t row = headings.header; row < headings.body; ++row) {
      bool any = false, same = true;
      for (std::size_t column = 0; column < table().columns; ++column) {
        const std::string words = own_words(table(), at, column);
        any = any || !words.empty();
        same = same && words == own_words(table(), row, column);
      }
      if (any && same) return true;
    }
    return false;
  }

  bool has_time(const Seen& row) const {
    for (const std::string_view id : {"start", "due"})
      if (const auto column = headings.find(id); column && !row.cells[*column].empty())
        if (!names_signer(row.cells[*column])) return true;
    return false;
  }

  /// Whether a row can be late, and isn't only in a cell that reaches over several.
  bool has_own_time(const Seen& row) const {
    return std::ranges::any_of(std::array{"start", "due"}, [&](std::string_view id) {
      const auto column = headings.find(id);
      return column && !row.carried[*column] && !row.cells[*column].empty();
    });
  }

  /// Behind the last row of the table that has a number.
  std::size_t numbered_end() const {
    for (std::size_t at = table().rows.size(); at > headings.body; --at) {
      Seen row = seen(at - 1);
      part_number(row);
      if (is_row_number(row.number)) return at;
    }
    return 0;
  }

  /// Whether a row says what is done and who does it; signers stand in those columns as well.
  bool assigns(const Seen& row) const {
    if (row.text.empty()) return false;
    for (const std::string_view id : {"leader", "lead", "support"})
      if (const auto column = headings.find(id); column && !row.carried[*column])
        if (const std::string& names = row.cells[*column]; !names.empty())
          if (!closes_table(names) && !(closes_table(row.text) && names_signer(names))) return true;
    return false;
  }

  /// Whether a row sums up those above it, or opens what stands below the table.
  bool closes(const Seen& row) {
    Seen parted = row;
    part_number(parted);
    if (!number || !parted.number.empty() || has_time(row) || row.goes_on || assigns(row))
      return false;
    if (sums_points(parted.text)) return true;
    if (row.at < end) return false;
    closed = closes_table(parted.text) ||
             (parted.text.empty() && std::ranges::any_of(row.cells, closes_table));
    return closed;
  }

  /// A row that isn't of the plan: all of its words at its first one.
  void put(std::size_t row, std::vector<TableRemark>& where) {
    std::string words;
    std::optional<std::size_t> first;
    for (std::size_t column = 0; column < table().columns; ++column) {
      const std::string own = own_words(table(), row, column);
      if (own.empty()) continue;
      if (!first) first = column;
      wardplan::join(words, own, " ");
    }
    where.push_back({{words, words}, {}, cell(row, first.value_or(0))});
  }

  void gather() {
    if (number) end = numbered_end();
    for (std::size_t at = headings.body; at < table().rows.size(); ++at) {
      const ReadRow& row = table().rows[at];
      if (row.repeated || says_header_again(at)) {
        ++repeated;
        continue;
      }
      Seen one = seen(at);
      if (one.is_empty()) continue;
      if (closed || closes(one)) {
        // Somebody's task below the paper's end, or a signer: who says so isn't known.
        put(at, (closed && assigns(one)) || may_sum_up(one.text) ? found.unplaced : found.below);
        continue;
      }
      leave_out_faults(found, file, table_at, headings, at);
      hidden += row.hidden ? 1U : 0U;
      guessed += row.unsure ? 1U : 0U;
      if (!rows.empty() && continues(one, rows.back())) {
        join(one, rows.back());
        continue;
      }
      for (const bool carried : one.carried) spread += carried ? 1U : 0U;
      part_number(one);
      rows.push_back(std::move(one));
      if (!rows.back().number.empty()) last_numbered = rows.size();
    }
  }

  /// What stands below the last number alone in its row may be of the paper's end or one more item:
  /// who says so isn't known.
  void take_below() {
    while (rows.size() > last_numbered && is_alone(rows.back())) {
      put(rows.back().at, found.unplaced);
      rows.pop_back();
    }
  }

  /// Whether nothing stands beside a row's words; without any numbers, if they aren't what is done
  /// or all other rows say when.
  bool is_alone(const Seen& row) const {
    if (last_numbered > 0) return !row.has_cells();
    if (number) return false;
    if (row.text.empty())
      return std::ranges::count_if(row.cells, [](auto& words) { return !words.empty(); }) == 1;
    return !row.has_cells() && rows.size() > 1 &&
           std::all_of(rows.begin(), rows.end() - 1,
                       [&](const Seen& other) { return has_time(other); });
  }

  bool names_anyone(const Seen& row) const {
    for (const std::string_view id : {"leader", "lead"})
      if (const auto column = headings.find(id); column && !row.cells[*column].empty()) return true;
    return false;
  }

  bool is_heading(std::size_t at) const {
    const Seen& row = rows[at];
    const RowNumber own = number_of(row.number);
    if (own.kind == NumberKind::star) return true;
    if (own.kind == NumberKind::step) return false;
    const bool bare = !row.has_cells();
    if (bare && own.kind == NumberKind::other && opens_part(row.number)) return true;
    if (bare && !declared_behind(row.text).number.empty()) return true;
    const bool named = names_anyone(row);
    if ((own.kind == NumberKind::part || own.kind == NumberKind::letter) && !named) return true;
    if (own.kind == NumberKind::path && has_own_time(row)) return false;
    return at + 1 < rows.size() && stands_in(number_of(rows[at + 1].number), own, bare);
  }

  /// A number for a row that has none: a heading's `*`, a `-`, or in a table without any its place.
  void give_number(ImportRow& row, bool bare) {
    if (!number && last_numbered == 0) {
      row.number = std::to_string(found.rows.size() + 1);
      return;
    }
    row.heading = bare;
    row.number = bare ? "*" : "-";
    if (bare && row.text.starts_with("* ")) row.text = trimmed(row.text.substr(2));
    tell(row.at,
         say("dòng này không có số: ghi là `{}`", "without a number: written as `{}`", row.number));
  }

  void place(std::size_t at) {
    Seen& seen = rows[at];
    if (seen.text.empty()) return leave_out(seen);
    ImportRow row{is_heading(at), seen.number, seen.text, {}, seen.cells, seen.at, seen.from};
    if (row.number.empty()) give_number(row, !seen.has_cells());
    if (row.heading) {
      std::ranges::replace(row.text, '\n', ' ');
      const NumberedText parted = declared_behind(row.text);
      row.text = parted.text;
      row.declares = parted.number;
    }
    found.rows.push_back(std::move(row));
  }

  /// A row that says nothing of what is to be done.
  void leave_out(const Seen& row) {
    if (number && !row.number.empty())
      found.unplaced.push_back({{row.number, row.number}, {}, cell(row.at, *number)});
    for (std::size_t column = 0; column < row.cells.size(); ++column)
      if (!row.cells[column].empty() && !row.carried[column])
        found.unplaced.push_back(
            {{row.cells[column], row.cells[column]}, {}, cell(row.from[column], column)});
  }

  void tell_all() {
    const auto count = [&](std::size_t times, Message message) {
      if (times > 0) found.told.push_back({std::move(message), {}, {}});
    };
    count(repeated, say("bỏ {} dòng nhắc lại đầu cột", "{1} left out: the header again", repeated,
                        counted(repeated, "row")));
    count(spread, say("{} ô gộp dọc được ghi ở mỗi dòng mà nó phủ",
                      "merged cells were written in {1} that they reach over", spread,
                      counted(spread, "place")));
    count(hidden, say("có {} dòng ẩn, cũng được đưa vào", "{1} taken, too", hidden,
                      counted(hidden, "hidden row")));
    count(guessed, say("chỗ bắt đầu hay kết thúc của {} dòng là đoán", "guessed: the ends of {1}",
                       guessed, counted(guessed, "row")));
    if (!number && last_numbered == 0)
      count(1, {"biểu không có cột số: số là thứ tự của dòng",
                "the table has no numbers: rows are numbered as they come"});
  }
};

}  // namespace

std::size_t ImportRow::row_of(std::size_t column) const {
  return column < from.size() ? from[column] : at;
}

std::size_t ImportedRows::headings() const {
  return static_cast<std::size_t>(std::ranges::count(rows, true, &ImportRow::heading));
}

ImportedRows import_rows(const ReadFile& file, std::size_t table, const Headings& headings) {
  RowImporter importer{file, table, headings};
  importer.gather();
  importer.take_below();
  for (std::size_t at = 0; at < importer.rows.size(); ++at) importer.place(at);
  fill_same_as_above(importer.found, headings, file, table);
  tell_signs(importer.found, file, table, headings);
  importer.tell_all();
  return std::move(importer.found);
}

}  // namespace wardplan
