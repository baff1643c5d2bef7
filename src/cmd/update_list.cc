#include "cmd/update_list.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "cmd/change.h"
#include "cmd/say.h"
#include "disk/files.h"
#include "records/meant_key.h"
#include "table/csv.h"
#include "text/nearest.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

enum class Column {
  file,
  address,
  status,
  value,
  note,
  evidence,
  date,
  due,
  round,
  proposed,
  parts
};

/// A column of the list and the titles it goes by; without a title line the first six in this
/// order.
struct ColumnName {
  Column column;
  std::array<std::string_view, 3> titles;
};
constexpr std::array kColumnNames = {
    ColumnName{Column::file, {"file", "tệp", "tệp phường"}},
    ColumnName{Column::address, {"address", "địa chỉ", "số"}},
    ColumnName{Column::status, {"status", "trạng thái", "tình trạng"}},
    ColumnName{Column::value, {"value", "kết quả", "giá trị"}},
    ColumnName{Column::note, {"note", "ghi chú", "ghi chú"}},
    ColumnName{Column::evidence, {"evidence", "minh chứng", "minh chứng"}},
    ColumnName{Column::date, {"date", "ngày", "ngày ghi nhận"}},
    ColumnName{Column::due, {"due", "gia hạn", "gia hạn đến"}},
    ColumnName{Column::round, {"round", "đợt", "đợt kiểm tra"}},
    ColumnName{Column::proposed, {"proposed", "đề nghị khen", "đề nghị khen thưởng"}},
    ColumnName{Column::parts, {"parts", "gồm", "các phần"}},
};
constexpr std::size_t kUntitled = 6;

/// One line of the list.
struct Line {
  std::uint32_t number = 0;
  std::string path;
  /// One spelling for every way to name the file.
  std::string file = {};
  ChangeRequest request;
  ChangeAnswer answer = {};
};

const ColumnName* column_by_title(std::string_view title) {
  const std::string key = fold_bare(title);
  const auto found = std::ranges::find_if(kColumnNames, [&](const ColumnName& name) {
    return std::ranges::any_of(name.titles,
                               [&](std::string_view known) { return fold_bare(known) == key; });
  });
  return found == kColumnNames.end() ? nullptr : &*found;
}

[[noreturn]] void fail_at(const Position& place, const Message& message, const Message& help = {}) {
  throw Failure(say("danh sách, dòng {} cột {}: {}", "list, line {} column {}: {}", place.line,
                    place.column, with_hint(message, help)));
}

/// What each cell of a line is; the first row is taken off where it holds titles.
std::vector<Column> columns_of(std::vector<GridRow>& rows) {
  std::vector<Column> columns;
  // A record is a YAML file: whatever else the first cell is, it is a title.
  const bool titled = !is_yaml(std::string(trimmed(rows.front().front().text)));
  if (!titled) {
    for (std::size_t at = 0; at < kUntitled; ++at) columns.push_back(kColumnNames[at].column);
    return columns;
  }
  std::vector<std::string> known;
  for (const ColumnName& name : kColumnNames)
    for (const std::string_view title : name.titles) known.emplace_back(title);
  for (const GridCell& cell : rows.front()) {
    const ColumnName* name = column_by_title(cell.text);
    if (name == nullptr) {
      auto near = meant_key(cell.text, known);
      if (!near) near = nearest(cell.text, known);
      fail_at(cell.place, say("không có cột `{}`", "there is no column `{}`", cell.text),
              did_you_mean(near));
    }
    if (std::ranges::find(columns, name->column) != columns.end())
      fail_at(cell.place, say("cột `{}` có hai lần", "the column `{}` stands twice", cell.text));
    columns.push_back(name->column);
  }
  rows.erase(rows.begin());
  return columns;
}

/// `A=1; B=2` are two values.
std::vector<std::string> values_of(const std::string& text) {
  std::vector<std::string> values;
  for (const std::string_view value : split(text, ";\n"))
    if (!is_blank(value)) values.emplace_back(value);
  return values;
}

void put(Line& line, Column column, const std::string& text) {
  if (fold(text).empty()) return;
  switch (column) {
    case Column::file:
      line.path = trimmed(text);
      break;
    case Column::address:
      line.request.address = text;
      break;
    case Column::status:
      line.request.status = text;
      break;
    case Column::value:
      line.request.values = values_of(text);
      break;
    case Column::note:
      line.request.note = text;
      break;
    case Column::evidence:
      line.request.evidence = text;
      break;
    case Column::date:
      line.request.date = text;
      break;
    case Column::due:
      line.request.due = text;
      break;
    case Column::round:
      line.request.round = text;
      break;
    case Column::parts:
      line.request.parts = values_of(text);
      break;
    case Column::proposed:
      line.request.proposed = values_of(text);
      break;
  }
}

std::vector<Line> read_lines(const std::string& bytes, const UpdateOptions& options) {
  const Source source("<stdin>", bytes);
  Grid grid = read_csv(source, 0, {.titled = false});
  for (const GridProblem& problem : grid.problems)
    fail_at(problem.place, problem.message, problem.help);
  std::vector<Line> lines;
  if (grid.rows.empty()) return lines;
  const std::vector<Column> columns = columns_of(grid.rows);
  for (const GridRow& row : grid.rows) {
    // Excel leaves rows of nothing but separators behind.
    if (std::ranges::all_of(row, [](const GridCell& cell) { return fold(cell.text).empty(); }))
      continue;
    Line line{.number = row.front().place.line,
              .path = {},
              .request = {.date = options.date, .backdate = options.backdate}};
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (at < columns.size())
        put(line, columns[at], row[at].text);
      else if (!row[at].text.empty())
        fail_at(row[at].place,
                say("thừa một ô: dòng có {} cột", "a cell too many: a line has {} columns",
                    columns.size()),
                {"ô có dấu ngăn bên trong phải nằm trong hai dấu nháy kép; hơn sáu cột thì cần "
                 "dòng tên cột",
                 "a cell with a separator in it stands in double quotes; more than six columns "
                 "need titles"});
    }
    if (line.path.empty() || line.request.address.empty())
      fail_at(row.front().place, {"thiếu tệp hoặc địa chỉ", "file or address is missing"});
    line.file = identity(line.path);
    lines.push_back(std::move(line));
  }
  return lines;
}

/// Records all lines of one file; false when it could not be read or written.
bool record(const std::vector<Line*>& lines, const UpdateOptions& options, Io& io) {
  std::vector<ChangeRequest> requests;
  for (const Line* line : lines) requests.push_back(line->request);
  try {
    const FileAnswer answer =
        change_file(lines.front()->path, requests, options.dry_run, options.common, io);
    for (std::size_t at = 0; at < lines.size(); ++at) lines[at]->answer = answer.answers[at];
    return true;
  } catch (const Failure& failure) {
    for (Line* line : lines) line->answer.message = failure.message;
    return false;
  }
}

}  // namespace

int update_list(const UpdateOptions& options, Io& io) {
  std::vector<Line> lines = read_lines(io.read_stdin(), options);
  if (lines.empty()) throw Failure(Message("danh sách trống", "the list is empty"));
  bool could = true;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (!lines[at].answer.message.empty()) continue;
    std::vector<Line*> same;
    for (std::size_t other = at; other < lines.size(); ++other)
      if (lines[other].file == lines[at].file) same.push_back(&lines[other]);
    could = record(same, options, io) && could;
  }
  bool all = true;
  for (const Line& line : lines) {
    all = all && line.answer.done;
    complain(say("dòng {}: {}: {}", "line {}: {}: {}", line.number, line.path, line.answer.message),
             options.common, io);
  }
  if (!could) return kCannot;
  return all ? kFine : kFound;
}

}  // namespace wardplan
