// Tables that a page's end cut in two, and the headings that it says again.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "table/readers.h"
#include "table/refused.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

/// Whether a row says the same as one of these folded texts, in two cells or more.
bool says(const ReadRow& row, const std::vector<std::string>& head) {
  if (row.cells.size() != head.size()) return false;
  std::size_t words = 0;
  for (std::size_t at = 0; at < head.size(); ++at) {
    if (fold(row.cells[at].text) != head[at]) return false;
    if (!head[at].empty()) ++words;
  }
  return words >= 2;
}

bool say_same(const ReadRow& a, const ReadRow& b) {
  std::vector<std::string> head;
  for (const ReadCell& cell : a.cells) head.push_back(fold(cell.text));
  return says(b, head);
}

/// How many rows at the top say what those of `first` do, which are its heading.
std::size_t same_heading(const ReadTable& first, const ReadTable& next) {
  std::size_t same = 0;
  while (same < first.rows.size() && same < next.rows.size() &&
         say_same(first.rows[same], next.rows[same]))
    ++same;
  return same;
}

void mark_repeated(ReadTable& table) {
  if (table.rows.empty()) return;
  std::vector<std::string> head;
  for (const ReadCell& cell : table.rows.front().cells) head.push_back(fold(cell.text));
  for (std::size_t at = 1; at < table.rows.size(); ++at)
    if (says(table.rows[at], head)) table.rows[at].repeated = true;
}

/// Whether a table of Word comes right behind another; `apart`: before which of them words stand.
bool stand_together(const ReadFile& file, std::size_t index, const std::vector<bool>& apart) {
  const ReadTable &one = file.tables[index - 1], &next = file.tables[index];
  const bool word = one.place == TablePlace::word && next.place == TablePlace::word;
  return word && !one.inside && !next.inside && !apart[index];
}

/// Where the rows of each table went, to put addresses right.
struct Moved {
  std::size_t table = 0;
  std::size_t rows_before = 0;
};

void readdress(std::optional<CellAddress>& cell, const std::vector<Moved>& moved) {
  if (!cell) return;
  const Moved& to = moved.at(cell->table);
  cell->table = to.table;
  cell->row += to.rows_before;
}

void append(ReadTable& table, ReadTable&& next, std::size_t heading) {
  for (std::size_t at = 0; at < heading; ++at) next.rows[at].repeated = true;
  table.rows.insert(table.rows.end(), std::make_move_iterator(next.rows.begin()),
                    std::make_move_iterator(next.rows.end()));
}

/// Puts right what points at tables and cells, once tables were joined.
void readdress_all(ReadFile& file, std::vector<ReadTable>& tables,
                   const std::vector<Moved>& moved) {
  for (OutsideText& text : file.outside) {
    readdress(text.cell, moved);
    const bool last = text.tables_before >= moved.size();
    const Moved& to = last ? Moved{tables.size(), 0} : moved[text.tables_before];
    text.tables_before = to.table + (to.rows_before > 0 ? 1 : 0);
  }
  for (TableRemark& remark : file.told) readdress(remark.cell, moved);
  for (ReadTable& table : tables) readdress(table.inside, moved);
}

}  // namespace

void join_continued(ReadFile& file, bool join) {
  std::vector<ReadTable> tables;
  std::vector<Moved> moved;
  std::vector<bool> apart(file.tables.size() + 1, false);
  for (const OutsideText& text : file.outside)
    if (text.kind == OutsideKind::paragraph && text.tables_before < apart.size())
      apart[text.tables_before] = true;
  for (std::size_t index = 0; index < file.tables.size(); ++index) {
    ReadTable& next = file.tables[index];
    const bool together =
        index > 0 && stand_together(file, index, apart) && tables.back().columns == next.columns;
    const std::size_t heading = together ? same_heading(tables.back(), next) : 0;
    if (heading > 0 || (join && together)) {
      tell(file,
           heading > 0
               ? say("bảng {} được nối vào bảng trước vì có cùng dòng đầu",
                     "table {} was joined to the one before, as their first rows are the same",
                     next.number)
               : say("bảng {} được nối vào bảng trước theo `--join`",
                     "table {} was joined to the one before, as `--join` asks", next.number));
      moved.push_back({tables.size() - 1, tables.back().rows.size()});
      append(tables.back(), std::move(next), heading);
      continue;
    }
    if (together)
      tell(file, say("bảng {} có thể là phần tiếp của bảng ngay trước",
                     "table {} may go on from the table right before it", next.number));
    moved.push_back({tables.size(), 0});
    tables.push_back(std::move(next));
  }
  readdress_all(file, tables, moved);
  file.tables = std::move(tables);
  for (ReadTable& table : file.tables) mark_repeated(table);
}

}  // namespace wardplan::tables
