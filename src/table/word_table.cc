#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "table/word_reader.h"
#include "table/xml.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

/// Word itself makes no more columns.
constexpr std::size_t kMostSpan = 63;
/// A millimetre, in twentieths of a point: a line that was drawn a little beside the one above.
constexpr std::size_t kHair = 57;

/// Shows `see` the elements of that name, also where they are wrapped.
template <class See>
void each_wrapped(const pugi::xml_node& node, std::string_view name, const See& see) {
  for (const pugi::xml_node each : node.children()) {
    const std::string_view own = local_name(each);
    if (own == name)
      see(each);
    else if (own == "AlternateContent")
      each_wrapped(shown_branch(each), name, see);
    else if (own == "sdt" || own == "sdtContent" || own == "customXml" || own == "ins" ||
             own == "moveTo" || own == "smartTag")
      each_wrapped(each, name, see);
  }
}

std::size_t size_or(std::string_view text, std::size_t otherwise) {
  const long number = number_or(text, -1);
  return number < 0 ? otherwise : static_cast<std::size_t>(number);
}

bool is_deleted(const pugi::xml_node& row) {
  return static_cast<bool>(child(child(row, "trPr"), "del"));
}

/// Which way a cell is merged with others: from above, or (as old files have it) from the left.
WordMerge merge_of(const pugi::xml_node& look, std::string_view name) {
  const pugi::xml_node merge = child(look, name);
  if (!merge) return WordMerge::none;
  return attribute(merge, "val") == "restart" ? WordMerge::begins : WordMerge::goes_on;
}

void add_cell(const pugi::xml_node& node, WordRow& row, std::size_t& at, WordRows& rows) {
  const pugi::xml_node look = child(node, "tcPr");
  std::size_t span = std::max<std::size_t>(1, size_or(value_of(look, "gridSpan"), 1));
  if (span > kMostSpan) {
    ++rows.wide;
    span = 1;
  }
  if (merge_of(look, "hMerge") == WordMerge::goes_on && !row.cells.empty()) {
    row.cells.back().end = at += span;
    row.cells.back().more.push_back(node);
    return;
  }
  row.cells.push_back({node, at, at + span, merge_of(look, "vMerge"), {}});
  at += span;
}

std::vector<std::size_t> grid_begins(const pugi::xml_node& table) {
  std::vector<std::size_t> begins = {0};
  for (const pugi::xml_node each : child(table, "tblGrid").children())
    if (local_name(each) == "gridCol" && begins.size() <= kMaxColumns * kMostSpan)
      begins.push_back(begins.back() +
                       std::min<std::size_t>(size_or(attribute(each, "w"), 0), 1U << 20));
  return begins;
}

}  // namespace

WordRows word_rows(const pugi::xml_node& table) {
  WordRows rows;
  std::size_t cells = 0;
  each_wrapped(table, "tr", [&](const pugi::xml_node& node) {
    if (is_deleted(node)) {
      ++rows.deleted;
      return;
    }
    WordRow& row = rows.rows.emplace_back(WordRow{node, {}});
    std::size_t at = std::min(size_or(value_of(child(node, "trPr"), "gridBefore"), 0), kMostSpan);
    each_wrapped(node, "tc", [&](const pugi::xml_node& cell) {
      Allowance().need(++cells, 0);
      add_cell(cell, row, at, rows);
    });
    Allowance().need(++cells, 0);
  });
  return rows;
}

WordColumns::WordColumns(const pugi::xml_node& table, const WordRows& rows) {
  std::set<std::size_t> begins;
  std::set<std::pair<std::size_t, std::size_t>> cells;
  for (const WordRow& row : rows.rows)
    for (const WordCell& cell : row.cells) {
      begins.insert(cell.begin);
      cells.emplace(cell.begin, cell.end);
    }
  if (begins.size() > kMaxColumns)
    refuse(say("một bảng Word có hơn {} cột", "a Word table has more than {} columns", kMaxColumns),
           {"bảng của phường không có nhiều cột như vậy; xem lại tệp",
            "no table of a ward has as many columns; look at the file"});
  const std::vector<std::size_t> grid = grid_begins(table);
  for (const std::size_t begin : begins) {
    const bool near =
        !begins_.empty() && begin < grid.size() && grid[begin] < grid[begins_.back()] + kHair;
    // A cell that fits in between is a column, however narrow.
    const bool fits = near && std::ranges::any_of(cells, [&](const auto& cell) {
                        return cell.first >= begins_.back() && cell.second <= begin;
                      });
    if (near && !fits)
      near_[begin] = begins_.size() - 1;
    else
      begins_.push_back(begin);
  }
}

std::size_t WordColumns::at(std::size_t place) const {
  if (const auto found = near_.find(place); found != near_.end()) return found->second;
  return static_cast<std::size_t>(std::ranges::lower_bound(begins_, place) - begins_.begin());
}

std::string WordReader::cell_text(const WordCell& cell, const CellAddress& at, std::size_t tables) {
  WordFlow flow{.cell = at, .tables = tables};
  blocks(cell.node, flow);
  for (const pugi::xml_node& merged : cell.more) blocks(merged, flow);
  return joined_lines(flow.lines);
}

namespace {

ReadCell empty_cell(std::size_t row, std::size_t column) {
  return {.row = static_cast<std::uint32_t>(row + 1),
          .column = static_cast<std::uint32_t>(column + 1)};
}

}  // namespace

ReadRow WordReader::row(const WordRow& from, const WordColumns& columns, CellAddress at,
                        std::size_t tables) {
  const pugi::xml_node look = child(from.node, "trPr");
  ReadRow row{.hidden = is_on(look, "hidden"), .heading = is_on(look, "tblHeader")};
  for (const WordCell& cell : from.cells) {
    const std::size_t begin = std::max(columns.at(cell.begin), row.cells.size());
    const std::size_t end = std::max(columns.at(cell.end), begin + 1);
    while (row.cells.size() < begin) row.cells.push_back(empty_cell(at.row, row.cells.size()));
    at.cell = begin;
    row.cells.push_back(empty_cell(at.row, begin));
    row.cells.back().text = cell_text(cell, at, tables);
    row.cells.back().columns = static_cast<std::uint32_t>(end - begin);
    while (row.cells.size() < end) {
      row.cells.push_back(empty_cell(at.row, row.cells.size()));
      row.cells.back().covered = true;
      row.cells.back().left = static_cast<std::uint32_t>(row.cells.size() - 1 - begin);
    }
  }
  // Their words were taken when they were put.
  allowance_.take(row.cells.size(), 0);
  return row;
}

/// Cells of the last row that go on from above are covered by the one that began there; `origins`
/// has the rows in which the cells above begin.
void WordReader::cover(std::size_t index, std::vector<ReadRow>& rows,
                       const std::vector<bool>& goes_on, std::vector<std::size_t>& origins) {
  const std::size_t number = rows.size() - 1;
  std::vector<ReadCell>& cells = rows.back().cells;
  std::vector<std::size_t> begins(cells.size(), number);
  for (std::size_t column = 0; column < cells.size(); ++column) {
    ReadCell& here = cells[column];
    if (!goes_on[column] || column >= origins.size()) continue;
    ReadCell& from = rows[origins[column]].cells[column];
    if (from.covered || from.columns != here.columns) continue;
    from.rows = static_cast<std::uint32_t>(number - origins[column] + 1);
    if (!here.text.empty())
      file_.outside.push_back({OutsideKind::hidden, std::move(here.text), file_.tables.size(),
                               CellAddress{index, number, column}, 0});
    here.text.clear();
    const std::size_t width = std::exchange(here.columns, 1);
    for (std::size_t place = column; place < column + width; ++place) {
      cells[place].covered = true;
      cells[place].left = static_cast<std::uint32_t>(place - column);
      cells[place].up = static_cast<std::uint32_t>(number - origins[column]);
      begins[place] = origins[column];
    }
  }
  origins = std::move(begins);
}

void WordReader::table(const pugi::xml_node& node, WordFlow& flow) {
  if (flow.tables >= kMostTables) {
    each_wrapped(node, "tr", [&](const pugi::xml_node& tr) {
      each_wrapped(tr, "tc", [&](const pugi::xml_node& tc) { blocks(tc, flow); });
    });
    return;
  }
  const WordRows rows = word_rows(node);
  if (rows.rows.empty()) {
    if (rows.deleted > 0)
      tell(file_, {"một bảng đã xóa (Track Changes) được bỏ",
                   "a table that was deleted (tracked) is left out"});
    return;
  }
  const WordColumns columns(node, rows);
  const std::size_t index = file_.tables.size();
  file_.tables.push_back({.title = std::exchange(last_words_, {}),
                          .place = TablePlace::word,
                          .number = ++numbered_,
                          .columns = columns.size(),
                          .inside = flow.cell});
  std::vector<ReadRow> read;
  std::vector<std::size_t> origins;
  for (const WordRow& from : rows.rows) {
    read.push_back(row(from, columns, {index, read.size(), 0}, flow.tables + 1));
    read.back().table = file_.tables[index].number;
    std::vector<bool> goes_on(read.back().cells.size());
    for (const WordCell& cell : from.cells)
      if (cell.merge == WordMerge::goes_on) goes_on[columns.at(cell.begin)] = true;
    cover(index, read, goes_on, origins);
  }
  file_.tables[index].rows = std::move(read);
  tell_of_table(index, rows, flow);
}

void WordReader::tell_of_table(std::size_t index, const WordRows& rows, WordFlow& flow) {
  const ReadTable& table = file_.tables[index];
  if (rows.deleted > 0)
    tell(file_, say("bảng {}: {} dòng đã xóa (Track Changes) được bỏ",
                    "table {}: rows that were deleted (tracked) are left out ({})", table.number,
                    rows.deleted));
  if (rows.wide > 0)
    tell(file_,
         say("bảng {0}: {1} ô được gộp quá {2} cột, đọc như ô thường",
             "table {0}: cells merged over more than {2} columns ({1}) are read as usual ones",
             table.number, rows.wide, kMostSpan));
  if (!flow.cell) return;
  tell(file_,
       say("bảng {} nằm trong một ô của bảng khác", "table {} stands in a cell of another",
           table.number),
       flow.cell);
  for (const ReadRow& row : table.rows) {
    std::string line;
    for (const ReadCell& cell : row.cells)
      if (!cell.text.empty()) line += (line.empty() ? "" : " ") + cell.text;
    allowance_.take(0, line.size());
    flow.lines.push_back(std::move(line));
  }
}

}  // namespace wardplan::tables
