#include "import/cell_signs.h"

#include <algorithm>
#include <vector>

#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "times/date.h"

namespace wardplan {
namespace {

constexpr std::string_view kNames[] = {"leader", "lead", "support"};
constexpr std::string_view kTimes[] = {"start", "due"};

template <std::size_t N>
bool is_one(std::string_view id, const std::string_view (&ids)[N]) {
  return std::ranges::find(ids, id) != std::end(ids);
}

/// `12:00`, `7:30:00`: how Excel shows a number below 1 as a time.
bool is_hour(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, ":");
  return (parts.size() == 2 || parts.size() == 3) &&
         std::ranges::all_of(parts, [](std::string_view part) {
           return !part.empty() && part.size() <= 2 && std::ranges::all_of(part, is_digit);
         });
}

struct SignTeller {
  ImportedRows& rows;
  const ReadFile& file;
  std::size_t at;
  const Headings& headings;

  void tell(Message message, Message help, std::size_t row, std::size_t column) {
    rows.told.push_back({std::move(message), std::move(help), CellAddress{at, row, column}});
  }

  void cell(std::size_t row, std::size_t column) {
    const std::string words = own_words(file.tables[at], row, column);
    if (says_nothing(words))
      return tell(say("`{}` ở cột này được hiểu là không có gì",
                      "`{}` in this column is taken for nothing", words),
                  {}, row, column);
    if (!is_one(headings.columns[column].id, kTimes)) return;
    if (is_hour(words))
      return tell(
          say("`{}` là giờ, không có ngày", "`{}` is an hour without a day", words),
          {"ghi ngày trong hồ sơ, như `15/6/2026`", "write the day in the record, as `15/6/2026`"},
          row, column);
    if (const auto day = day_of_serial(words))
      tell(say("`{}` là số, không phải là ngày; có thể Excel giữ ngày {} bằng số ấy",
               "`{}` is a number and no date; Excel may keep {} so", words, written(*day)),
           say("nếu đúng, ghi `{}`", "where that is meant, write `{}`", written(*day)), row,
           column);
  }

  /// The first cell of a heading that only an item would need.
  void heading(const ImportRow& row) {
    for (std::size_t column = 0; column < headings.columns.size(); ++column) {
      const std::string& id = headings.columns[column].id;
      if (row.cells[column].empty() || (id != "leader" && !is_one(id, kTimes))) continue;
      return tell({"dòng này được hiểu là đề mục nên không tính là việc, dù có lãnh đạo hay thời "
                   "gian riêng",
                   "this row was taken for a heading, which is no item, though it has a leader or "
                   "a time"},
                  {"nếu là việc: `wardplan amend TỆP SỐ --title … --remove heading`",
                   "where it is an item: `wardplan amend FILE NUMBER --title … --remove heading`"},
                  row.row_of(column), column);
    }
  }

  /// Items of one cell, each with a time of its own, stay in one row: somebody must part them.
  void several(const ImportRow& row) {
    const auto lines = [](const std::string& text) { return split(text, "\n").size(); };
    const std::size_t count = lines(row.text);
    if (count < 2) return;
    for (const std::string_view line : split(row.text, "\n"))
      if (number_before(std::string(line)).number.empty()) return;
    for (const std::string_view id : kTimes) {
      const auto column = headings.find(id);
      if (!column || lines(row.cells[*column]) != count) continue;
      return tell(say("ô này chứa {} việc, mỗi việc có thời hạn riêng: hãy tách ra",
                      "this cell holds {} items, each with its own time: part them", count),
                  {}, row.at, *headings.main);
    }
  }
};

}  // namespace

bool holds_names_or_times(std::string_view id) { return is_one(id, kNames) || is_one(id, kTimes); }

bool says_nothing(std::string_view text) {
  constexpr std::string_view kNothing[] = {"/", "0", "không", "không có", "x"};
  const std::string words = fold(trimmed(text));
  if (words.empty()) return false;
  if (is_one(words, kNothing)) return true;
  if (words.find_first_not_of('.') == std::string::npos) return words.size() > 1;
  bool signs = true;
  each_character(words, [&](const CodePoint& c, std::string_view) {
    signs = signs && (is_dash(c.value) || c.value == U'…');
  });
  return signs;
}

bool leaves_empty(std::string_view text) {
  return says_nothing(text) && fold(trimmed(text)) != "x";
}

bool is_fault_at(const ReadTable& table, std::size_t row, std::size_t column) {
  const auto& cells = table.rows[row].cells;
  return column < cells.size() && is_fault(cells[column]);
}

void leave_out_faults(ImportedRows& rows, const ReadFile& file, std::size_t table,
                      const Headings& headings, std::size_t row) {
  for (std::size_t column = 0; column < file.tables[table].columns; ++column) {
    if (!holds_names_or_times(headings.columns[column].id)) continue;
    if (!is_fault_at(file.tables[table], row, column)) continue;
    const std::string words = own_words(file.tables[table], row, column);
    rows.unplaced.push_back({{words, words}, {}, CellAddress{table, row, column}});
  }
}

void tell_signs(ImportedRows& rows, const ReadFile& file, std::size_t table,
                const Headings& headings) {
  SignTeller teller{rows, file, table, headings};
  for (std::size_t row = headings.body; row < file.tables[table].rows.size(); ++row)
    for (std::size_t column = 0; column < headings.columns.size(); ++column)
      if (holds_names_or_times(headings.columns[column].id)) teller.cell(row, column);
  for (const ImportRow& row : rows.rows)
    if (row.heading)
      teller.heading(row);
    else
      teller.several(row);
}

}  // namespace wardplan
