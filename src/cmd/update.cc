#include <algorithm>
#include <array>
#include <cstdint>

#include "cmd/change.h"
#include "cmd/io.h"
#include "disk/files.h"
#include "records/entry_keys.h"
#include "records/meant_key.h"
#include "table/csv.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// A column of the list: the titles that it goes by, and the key that it gives.
struct Column {
  std::array<std::string_view, 3> titles;
  /// Null: the file or the address.
  const EntryKey* key = nullptr;
};

const std::vector<Column>& all_columns() {
  static const std::vector<Column> kColumns = [] {
    std::vector<Column> columns = {{{"file", "tệp", "tệp phường"}}, {{"address", "địa chỉ", "số"}}};
    for (const EntryKey& key : entry_keys())
      if (!key.titles.front().empty()) columns.push_back({key.titles, &key});
    return columns;
  }();
  return kColumns;
}

constexpr std::array<std::string_view, 6> kUntitled = {"file",  "address", "status",
                                                       "value", "note",    "evidence"};

struct Line {
  std::uint32_t number = 0;
  std::string path;
  /// One spelling for every way to name the file.
  std::string file = {};
  ChangeRequest request;
  ChangeAnswer answer = {};
};

const Column* column_by_title(std::string_view title) {
  const std::string key = fold_bare(title);
  for (const Column& column : all_columns())
    for (const std::string_view known : column.titles)
      if (fold_bare(known) == key) return &column;
  return nullptr;
}

[[noreturn]] void fail_at(const Position& place, const Message& message, const Message& help = {}) {
  throw Failure(say("danh sách, dòng {} cột {}: {}", "list, line {} column {}: {}", place.line,
                    place.column, with_hint(message, help)));
}

/// What each cell of a line is; the first row is taken off where it holds titles.
std::vector<const Column*> columns_of(std::vector<GridRow>& rows) {
  std::vector<const Column*> columns;
  // A record is a YAML file: whatever else the first cell is, it is a title.
  const bool titled = !is_yaml(std::string(trimmed(rows.front().front().text)));
  if (!titled) {
    for (const std::string_view title : kUntitled) columns.push_back(column_by_title(title));
    return columns;
  }
  std::vector<std::string> known;
  for (const Column& column : all_columns())
    known.insert(known.end(), column.titles.begin(), column.titles.end());
  for (const GridCell& cell : rows.front()) {
    const Column* column = column_by_title(cell.text);
    if (column == nullptr) {
      auto near = meant_key(cell.text, known);
      if (!near) near = nearest(cell.text, known);
      fail_at(cell.place, say("không có cột `{}`", "there is no column `{}`", cell.text),
              did_you_mean(near));
    }
    if (std::ranges::find(columns, column) != columns.end())
      fail_at(cell.place, say("cột `{}` có hai lần", "the column `{}` stands twice", cell.text));
    columns.push_back(column);
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

void put(Line& line, const Column& column, const std::string& text) {
  if (fold(text).empty()) return;
  if (&column == &all_columns().front())
    line.path = std::string(trimmed(text));
  else if (column.key == nullptr)
    line.request.address = text;
  else if (column.key->flag.often)
    line.request.entry[column.key->id].list = values_of(text);
  else
    line.request.entry[column.key->id].text = text;
}

std::vector<Line> read_lines(const std::string& bytes, const UpdateOptions& options) {
  const Source source("<stdin>", bytes);
  Grid grid = read_csv(source, 0, {.titled = false});
  for (const GridProblem& problem : grid.problems)
    fail_at(problem.place, problem.message, problem.help);
  std::vector<Line> lines;
  if (grid.rows.empty()) return lines;
  const std::vector<const Column*> columns = columns_of(grid.rows);
  for (const GridRow& row : grid.rows) {
    // Excel leaves rows of nothing but separators behind.
    if (std::ranges::all_of(row, [](const GridCell& cell) { return fold(cell.text).empty(); }))
      continue;
    Line line{.number = row.front().place.line, .path = {}, .request = options.request};
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (at < columns.size())
        put(line, *columns[at], row[at].text);
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
    const FileAnswer answer = change_file(lines.front()->path, requests, options.dry_run, io);
    for (std::size_t at = 0; at < lines.size(); ++at) lines[at]->answer = answer.answers[at];
    return true;
  } catch (const Failure& failure) {
    for (Line* line : lines) line->answer.message = failure.message;
    return false;
  }
}

/// Many updates from a list, all or none for each file; every line is answered.
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
             io);
  }
  if (!could) return kCannot;
  return all ? kFine : kFound;
}

/// Says what came of the one request to a file; the exit code.
int tell_answer(const FileAnswer& answer, Io& io) {
  const Message& message = answer.answers.front().message;
  if (!answer.done) return refused(say("{}; không ghi gì", "{}; nothing was written", message), io);
  complain(message, io);
  return kFine;
}

}  // namespace

int update_command(const UpdateOptions& options, Io& io) {
  if (options.path == kStdin && !options.request.undo) return update_list(options, io);
  return tell_answer(change_file(options.path, {options.request}, options.dry_run, io), io);
}

}  // namespace wardplan
