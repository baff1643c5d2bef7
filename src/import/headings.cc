#include "import/headings.h"

#include <algorithm>
#include <array>
#include <set>

#include "figures/numerals.h"
#include "import/heading_words.h"
#include "import/names.h"
#include "records/outline.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "times/schedule.h"

namespace wardplan {
namespace {

/// A header stands among the first rows; titles stand above it.
constexpr std::size_t kFirstRows = 30;
constexpr std::size_t kLongestId = 40;

/// `(1)`, `2` or `B`: what rows have that count the columns.
bool counts_a_column(std::string_view text) {
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  const auto number = whole_number(text);
  return number ? *number < 100 : text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
}

/// Goes from the header's cells to the columns.
struct HeadingFinder {
  const ReadTable& table;
  ImportAs as;
  Headings found = {};
  std::set<std::string, std::less<>> taken = {};

  std::string header(std::size_t row, std::size_t column) const {
    return with_single_blanks(own_words(table, row, column));
  }

  /// How many different columns a row names.
  std::size_t named(std::size_t row) const {
    std::set<std::string_view> ids;
    for (std::size_t column = 0; column < table.columns; ++column)
      if (const auto id = heading_id(as.kind, header(row, column))) ids.insert(*id);
    return ids.size();
  }

  std::size_t filled(std::size_t row) const {
    std::size_t count = 0;
    for (std::size_t column = 0; column < table.columns; ++column)
      count += own_words(table, row, column).empty() ? 0U : 1U;
    return count;
  }

  /// Whether a row is one of the body that only sounds like a header: it begins with a number, or
  /// a single word of it is known and it says when.
  bool is_of_body(std::size_t row, std::size_t names) const {
    std::size_t times = 0;
    std::string first;
    for (std::size_t column = 0; column < table.columns; ++column) {
      const std::string text = header(row, column);
      if (first.empty()) first = text;
      times += !heading_id(as.kind, text) && is_time(text, as.year) ? 1U : 0U;
    }
    const NumberKind kind = parse_row_number(first).kind;
    return kind == NumberKind::path || kind == NumberKind::part || (names == 1 && times == 1);
  }

  bool find_row() {
    const std::size_t last = std::min(table.rows.size(), kFirstRows);
    for (std::size_t row = 0; row < last; ++row) {
      const std::size_t names = named(row);
      if (names < 2 && !(names == 1 && filled(row) > 1)) continue;
      if (is_of_body(row, names)) continue;
      found.header = row;
      return true;
    }
    return false;
  }

  /// Whether the first row that says something in most columns, titles above it aside, is the
  /// header of columns that somebody named: no number stands in it.
  bool find_said(const std::vector<std::string>& said) {
    const auto number = std::ranges::find(said, "number");
    if (said.empty() || table.rows.empty()) return false;
    std::size_t row = 0;
    while (row < std::min(table.rows.size(), kFirstRows) && filled(row) * 2 <= table.columns) ++row;
    if (row == std::min(table.rows.size(), kFirstRows)) row = 0;
    if (number != said.end()) {
      const std::string text = header(row, static_cast<std::size_t>(number - said.begin()));
      const NumberKind kind = parse_row_number(text).kind;
      if (letter_number(text) || (kind != NumberKind::none && kind != NumberKind::other))
        return false;
    }
    found.header = row;
    return true;
  }

  /// Whether a column is one that every row has something in.
  static bool is_of_rows(std::optional<std::string_view> id) {
    return id == "number" || id == "content" || id == "by" || id == "title";
  }

  /// Whether the next row is the lower half of the header: nothing under what every row has, and a
  /// name of a column, of a field, or nothing but parts of wide cells.
  bool has_second_row() const {
    const std::size_t row = found.header + 1;
    if (row >= table.rows.size()) return false;
    bool any = named(row) > 0;
    for (std::size_t column = 0; column < table.columns; ++column) {
      const std::string text = header(row, column);
      if (text.empty()) continue;
      const auto over = heading_id(as.kind, header(found.header, column));
      if (text.size() > kLongestHeader || (is_of_rows(over) && !is_wide(column))) return false;
      any = any || heading_id(as.kind, above(column)) == "field";
    }
    return any || parts_wide_cells(row);
  }

  /// Whether all that a row says stands below cells of several columns; where none is merged, as in
  /// a text, below cells that have empty ones behind them. A row of the table would say what it is
  /// about.
  bool parts_wide_cells(std::size_t row) const {
    bool knows_rows = false;
    for (std::size_t column = 0; column < table.columns; ++column) {
      const auto id = heading_id(as.kind, header(found.header, column));
      knows_rows = knows_rows || id == main_column(as.kind) || id == "group";
    }
    std::size_t parts = 0;
    for (std::size_t column = 0; column < table.columns; ++column) {
      if (header(row, column).empty()) continue;
      if (!is_wide(column)) return false;
      ++parts;
    }
    return knows_rows && parts > 1;
  }

  /// Whether a header's cell reaches over several columns.
  bool is_wide(std::size_t column) const {
    const std::size_t row = found.header;
    const auto& cells = table.rows[row].cells;
    if (column < cells.size() && (cells[column].columns > 1 || cells[column].left > 0)) return true;
    if (!header(row, column).empty())
      return column + 1 < table.columns && !is_merged(column + 1) &&
             header(row, column + 1).empty() && !header(row + 1, column + 1).empty();
    return column > 0 && !is_merged(column) && !above(column).empty();
  }

  bool is_merged(std::size_t column) const {
    const auto& cells = table.rows[found.header].cells;
    return column < cells.size() && cells[column].covered;
  }

  /// What stands above a cell of the lower half, which may be a cell of several columns.
  std::string above(std::size_t column) const {
    while (header(found.header, column).empty() && column > 0 &&
           !header(found.header + 1, column).empty())
      --column;
    return header(found.header, column);
  }

  std::string own_id(const std::string& title, std::size_t column) const {
    const std::string base =
        title.empty() || id_of(title).empty() ? "cot-" + std::to_string(column + 1) : id_of(title);
    std::string id = base;
    for (int next = 2; taken.contains(id) || is_heading_id(id); ++next)
      id = base + "-" + std::to_string(next);
    return id;
  }

  /// `GPMB` of `Phân loại mô hình: GPMB`.
  static std::string behind_colon(const std::string& text) {
    const std::size_t colon = text.find(": ");
    return colon == text.npos ? text : text.substr(colon + 2);
  }

  void name_columns(bool two_rows) {
    for (std::size_t column = 0; column < table.columns; ++column) {
      ImportColumn& one = found.columns.emplace_back();
      const std::string lower = two_rows ? header(found.header + 1, column) : "";
      const std::string upper = lower.empty() ? header(found.header, column) : above(column);
      one.title = lower.empty() ? upper : upper.empty() ? lower : upper + ": " + lower;
      std::string said = lower;
      auto id = heading_id(as.kind, said);
      if (!id) {
        said = lower.empty() ? upper : upper + " " + lower;
        id = heading_id(as.kind, said);
      }
      if (id == "field" && !lower.empty() && !header(found.header, column).empty())
        found.untold.push_back(column);
      if (id == "field") one.title = lower.empty() ? behind_colon(upper) : lower;
      const bool several = id == "field" || id == "self_score" || id == "score";
      if (!id || (!taken.emplace(*id).second && !several)) continue;
      one.id = *id;
      one.guessed = is_misspelt_heading(as.kind, said);
    }
  }

  bool any_words(std::size_t column) const {
    for (std::size_t row = found.body; row < table.rows.size(); ++row)
      if (!own_words(table, row, column).empty()) return true;
    return false;
  }

  /// Whether most of what stands in a column is read as a time.
  bool holds_times(std::size_t column) const {
    std::size_t all = 0, times = 0;
    for (std::size_t row = found.body; row < table.rows.size(); ++row) {
      const std::string text = with_single_blanks(own_words(table, row, column));
      if (text.empty()) continue;
      ++all;
      times += is_time(text, as.year) ? 1U : 0U;
    }
    return all > 0 && times * 3 >= all * 2;
  }

  /// Whether most of what stands in a column is named as units are.
  bool holds_units(std::size_t column) const {
    std::size_t all = 0, units = 0;
    for (std::size_t row = found.body; row < table.rows.size(); ++row) {
      const std::string text = own_words(table, row, column);
      if (text.empty()) continue;
      ++all;
      units += is_named_as_unit(text) ? 1U : 0U;
    }
    return units * 2 > all;
  }

  bool give(ImportColumn& column, std::string_view id) {
    if (!taken.emplace(id).second) return false;
    column.id = id;
    column.guessed = true;
    return true;
  }

  /// What a column without a word of its header is.
  void guess(std::size_t at) {
    ImportColumn& column = found.columns[at];
    if (as.kind != RecordKind::movement && holds_times(at)) {
      bool another = false;
      for (std::size_t next = at + 1; next < table.columns; ++next)
        another = another || (found.columns[next].id.empty() && found.columns[next].title.empty() &&
                              holds_times(next));
      if (another && !taken.contains("due") && give(column, "start")) return;
      if (give(column, "due") || give(column, "start")) return;
    }
    if (holds_units(at)) {
      if (taken.contains("lead") && give(column, "support")) return;
      if (taken.contains("leader") && !taken.contains("lead") && give(column, "lead")) return;
    }
    column.guessed = true;
    column.id = own_id(column.title, at);
    taken.insert(column.id);
  }

  void rename(std::string_view from, std::string_view to) {
    std::ranges::find(found.columns, from, &ImportColumn::id)->id = to;
    taken.erase(taken.find(from));
    taken.emplace(to);
  }

  /// `Ngày hoàn thành` is when something is due, where no other column says that; beside one that
  /// does it may be when it was done.
  void settle_day_of_end() {
    const auto end = std::ranges::find(found.columns, "entry_done", &ImportColumn::id);
    if (end == found.columns.end() || fold_bare(end->title).find("thuc te") != std::string::npos)
      return;
    if (taken.contains("due"))
      end->unsure = true;
    else
      rename("entry_done", "due");
  }

  void settle() {
    const auto unnamed = [](const ImportColumn& column) {
      return column.id.empty() && !column.title.empty();
    };
    if (!taken.contains("content") && taken.contains("group")) rename("group", "content");
    settle_day_of_end();
    if (!taken.contains(main_column(as.kind))) {
      const auto first = std::ranges::find_if(found.columns, unnamed);
      if (first != found.columns.end()) give(*first, main_column(as.kind));
    }
    for (std::size_t at = 0; at < table.columns; ++at) {
      ImportColumn& column = found.columns[at];
      if (!column.id.empty()) continue;
      column.empty = column.title.empty() && !any_words(at);
      if (column.empty) continue;
      if (column.title.empty()) {
        guess(at);
        continue;
      }
      column.id = own_id(column.title, at);
      taken.insert(column.id);
    }
  }

  void pass_counting_row() {
    const std::size_t row = found.body;
    if (row >= table.rows.size() || filled(row) < 2) return;
    for (std::size_t column = 0; column < table.columns; ++column) {
      const std::string text = header(row, column);
      if (!text.empty() && !counts_a_column(text)) return;
    }
    found.counting = row;
    ++found.body;
  }
};

}  // namespace

bool is_time(std::string_view text, int year) { return parse_schedule(text, year).understood(); }

std::optional<std::size_t> Headings::find(std::string_view id) const {
  const auto found = std::ranges::find(columns, id, &ImportColumn::id);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

std::string words_of(std::string_view text) {
  std::string seen;
  each_character(text, [&](const CodePoint& c, std::string_view bytes) {
    if (c.value == '\t' || c.value == '\r')
      seen += ' ';
    else if (c.value == '\n' || !is_invisible(c.value))
      seen += bytes;
  });
  std::string out;
  for (const std::string_view line : split(seen, "\n"))
    if (const auto words = trimmed(line); !words.empty())
      out.append(out.empty() ? "" : "\n").append(words);
  return nfc(out);
}

std::string own_words(const ReadTable& table, std::size_t row, std::size_t column) {
  const auto& cells = table.rows[row].cells;
  return column >= cells.size() || cells[column].covered ? "" : words_of(cells[column].text);
}

bool is_own_id(std::string_view id) { return !id.empty() && id_of(id) == id; }

std::string id_of(std::string_view text) {
  std::string out;
  for (const char c : fold_bare(text)) {
    const bool part_of_word = is_digit(c) || (c >= 'a' && c <= 'z');
    if (part_of_word)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  // Between words, or in the middle of one that is longer than an id may be.
  if (out.size() > kLongestId) out.resize(std::min(out.rfind('-', kLongestId), kLongestId));
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::string_view main_column(RecordKind kind) {
  switch (kind) {
    case RecordKind::plan:
    case RecordKind::criteria:
      return "content";
    case RecordKind::movement:
      return "by";
  }
  return {};
}

std::optional<Headings> find_headings(const ReadTable& table, const ImportAs& kind,
                                      const std::vector<std::string>& said) {
  HeadingFinder finder{table, kind};
  const bool has_header = finder.find_row() || finder.find_said(said);
  if (!has_header && said.empty()) return std::nullopt;
  const bool two_rows = has_header && finder.has_second_row();
  finder.found.body = has_header ? finder.found.header + (two_rows ? 2U : 1U) : 0U;
  finder.name_columns(two_rows);
  if (!has_header)
    for (ImportColumn& column : finder.found.columns) column.title.clear();
  if (has_header) finder.pass_counting_row();
  if (said.empty()) finder.settle();
  for (std::size_t at = 0; at < table.columns && at < said.size(); ++at)
    finder.found.columns[at].id = said[at];
  finder.found.main = finder.found.find(main_column(kind.kind));
  return finder.found;
}

}  // namespace wardplan
