#include "import/group_column.h"

#include <algorithm>
#include <optional>
#include <string>

#include "figures/numerals.h"
#include "import/row_text.h"
#include "import/rows.h"
#include "records/outline.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// The one number of a text's beginning: 3 of `3. Giao thông`.
std::optional<int> single(const std::string& number) {
  const RowNumber read = parse_row_number(number);
  if (read.kind != NumberKind::path || read.path.size() != 1) return std::nullopt;
  return read.path.front();
}

/// Where `4. ` stands in a text as a word.
std::optional<std::size_t> find_number(const std::string& text, int number, std::size_t from) {
  const std::string mark = std::to_string(number) + ".";
  for (std::size_t at = text.find(mark, from); at != text.npos; at = text.find(mark, at + 1)) {
    const std::size_t end = at + mark.size();
    const bool begins = at == 0 || is_one_of(text[at - 1], " \n");
    if (begins && end < text.size() && is_one_of(text[end], " \n")) return at;
  }
  return std::nullopt;
}

/// Goes through the rows behind the header.
struct GroupOpener {
  ReadTable& table;
  std::size_t table_at;
  std::size_t group, content;
  /// A column of numbers beside that of the groups.
  std::optional<std::size_t> numbers;
  std::vector<TableRemark> told = {};
  std::vector<ReadRow> rows = {};
  /// The open group: its number, its row, and the last number in it.
  std::string open = {};
  std::size_t open_row = 0;
  int groups = 0;
  int last = 0;
  /// Contents whose rows are still to come, of a cell that holds several.
  std::vector<std::string> waiting = {};

  void tell(std::size_t row, Message message) {
    told.push_back({std::move(message), {}, CellAddress{table_at, row, 0}});
  }

  static void set(ReadRow& row, std::size_t column, std::string text) {
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    ReadCell& cell = row.cells[column];
    cell.text = std::move(text);
    cell.covered = false;
  }

  void open_group(const ReadRow& from, const std::string& number, const std::string& text) {
    ++groups;
    open = number.empty() ? std::to_string(groups) : number;
    while (open.ends_with('.')) open.pop_back();
    last = 0;
    ReadRow& row = rows.emplace_back();
    row.table = from.table;
    row.hidden = from.hidden;
    row.cells.resize(table.columns);
    for (std::size_t column = 0; column < row.cells.size() && column < from.cells.size();
         ++column) {
      row.cells[column].row = from.cells[column].row;
      row.cells[column].column = from.cells[column].column;
    }
    set(row, group, open);
    set(row, content, text);
    open_row = rows.size() - 1;
    if (number.empty())
      tell(open_row,
           say("tiêu chí không có số: ghi là {}", "a group without a number: written as {}", open));
  }

  /// A text of the group's column: a new group, or more of the one that is open.
  void take_group(const ReadRow& from, const std::string& words, const std::string& number) {
    const NumberedText parted = number_before(words);
    const bool more =
        parted.number.empty() && number.empty() && !open.empty() && begins_small(words);
    if (!more) return open_group(from, parted.number.empty() ? number : parted.number, parted.text);
    rows[open_row].cells[content].text += " " + words;
    tell(open_row, say("tên tiêu chí đứng ở hai dòng: đã nối `{}` vào",
                       "the group's name stands in two rows: `{}` is joined to it", words));
  }

  /// Cuts a cell that holds several contents, each to have a row of those that follow without one.
  std::string first_of(std::size_t at, std::string text, int number) {
    std::size_t free = 0;
    while (at + free + 1 < table.rows.size() && is_free(at + free + 1)) ++free;
    std::vector<std::size_t> cuts;
    for (std::size_t from = 1; cuts.size() < free; from = cuts.back() + 1) {
      const auto found = find_number(text, number + 1 + static_cast<int>(cuts.size()), from);
      if (!found) break;
      cuts.push_back(*found);
    }
    for (std::size_t cut = cuts.size(); cut-- > 0;) {
      waiting.insert(waiting.begin(), std::string(trimmed(text.substr(cuts[cut]))));
      text.resize(cuts[cut]);
    }
    return std::string(trimmed(text));
  }

  /// Whether a row says who does something, but not what.
  bool is_free(std::size_t at) const {
    if (!own_words(table, at, group).empty() || !own_words(table, at, content).empty())
      return false;
    std::size_t filled = 0;
    for (std::size_t column = 0; column < table.columns; ++column)
      filled += own_words(table, at, column).empty() ? 0U : 1U;
    return filled > 1;
  }

  /// Whether a row says the next group where contents stand, and its first content beside it.
  bool is_shifted(std::size_t at) const {
    if (content + 1 >= table.columns || !own_words(table, at, group).empty()) return false;
    const auto next = single(number_before(own_words(table, at, content)).number);
    const auto first = single(number_before(own_words(table, at, content + 1)).number);
    return next && *next == groups + 1 && first == 1;
  }

  void shift_back(std::size_t at) {
    ReadRow& row = table.rows[at];
    set(row, group, own_words(table, at, content));
    set(row, content, own_words(table, at, content + 1));
    set(row, content + 1, "");
  }

  void take(std::size_t at) {
    const bool shifted = is_shifted(at);
    if (shifted) shift_back(at);
    ReadRow row = table.rows[at];
    const std::string number = numbers ? own_words(table, at, *numbers) : "";
    std::string words = own_words(table, at, content);
    const std::string of_group = own_words(table, at, group);
    if (words.empty() && sums_points(of_group)) {
      set(row, content, of_group);
      row.cells[content].row = row.cells[group].row;
      row.cells[content].column = row.cells[group].column;
      set(row, group, "");
      rows.push_back(std::move(row));
      return;
    }
    const bool numbers_group = !of_group.empty() && single(number);
    if (!of_group.empty()) {
      take_group(row, of_group, numbers_group ? number : "");
      set(row, group, "");
    }
    if (words.empty() && !waiting.empty() && is_free(at)) {
      words = waiting.front();
      waiting.erase(waiting.begin());
      set(row, content, words);
    }
    place(at, std::move(row), words, numbers_group ? "" : number);
    if (shifted)
      tell(rows.size() - 1,
           {"tiêu chí đứng ở cột nội dung, nội dung ở cột sau nó: đã đưa về đúng cột, xem lại",
            "the group stands in the column of contents, its content in the next one: both were "
            "put back, look at it"});
  }

  void place(std::size_t at, ReadRow row, const std::string& words, std::string number) {
    const NumberedText parted = number_before(words);
    std::string text = words;
    if (number.empty() && !parted.number.empty()) {
      number = parted.number;
      text = parted.text;
    }
    if (const auto one = single(number); one && !open.empty()) {
      last = *one;
      number = open + "." + std::to_string(last);
      if (waiting.empty()) text = first_of(at, text, last);
    }
    while (number.size() > 1 && number.ends_with('.')) number.pop_back();
    if (!number.empty()) set(row, group, number);
    if (text != words || !number.empty()) set(row, content, text);
    if (numbers) set(row, *numbers, "");
    rows.push_back(std::move(row));
    if (!waiting.empty() && !words.empty() && text.size() < parted.text.size())
      tell(rows.size() - 1,
           say("ô này chứa {} nội dung: mỗi nội dung được đưa vào một dòng dưới nó, xem lại",
               "this cell holds {} contents: each was put into a row below it, look at it",
               waiting.size() + 1));
  }
};

}  // namespace

void open_groups(ReadFile& file, std::size_t at, Headings& headings,
                 std::vector<TableRemark>& told) {
  const auto group = headings.find("group"), content = headings.find("content");
  if (!group || !content) return;
  ReadTable& table = file.tables[at];
  GroupOpener opener{table, at, *group, *content, headings.find("number")};
  std::vector<std::size_t> moved;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (row < headings.body)
      opener.rows.push_back(table.rows[row]);
    else
      opener.take(row);
    moved.push_back(opener.rows.size() - 1);
  }
  table.rows = std::move(opener.rows);
  const auto move = [&](std::optional<CellAddress>& cell) {
    if (cell && cell->table == at) cell->row = moved[cell->row];
  };
  for (TableRemark& remark : told) move(remark.cell);
  for (TableRemark& remark : file.told) move(remark.cell);
  for (OutsideText& text : file.outside) move(text.cell);
  for (ReadTable& inner : file.tables) move(inner.inside);
  std::ranges::move(opener.told, std::back_inserter(told));
  if (opener.numbers) headings.columns[*opener.numbers].id.clear();
  headings.columns[*group].id = "number";
}

}  // namespace wardplan
