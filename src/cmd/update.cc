#include <algorithm>
#include <array>
#include <cstdint>

#include "cmd/change.h"
#include "cmd/io.h"
#include "cmd/update_columns.h"
#include "cmd/update_lines.h"
#include "disk/files.h"
#include "table/csv.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {
namespace {

constexpr std::array<std::string_view, 6> kUntitled = {"file",  "address", "status",
                                                       "value", "note",    "evidence"};

[[noreturn]] void fail_at(const Position& place, const Message& message, const Message& help = {}) {
  throw Failure(say("danh sách, dòng {} cột {}: {}", "list, line {} column {}: {}", place.line,
                    place.column, with_hint(message, help)));
}

/// What each cell of a line is; the first row is taken off where it holds titles.
std::vector<const ListedColumn*> columns_of(std::vector<GridRow>& rows, Asked& asked) {
  std::vector<const ListedColumn*> columns;
  // A record is a YAML file: whatever else the first cell is, it is a title.
  if (is_yaml(std::string(trimmed(rows.front().front().text)))) {
    for (const std::string_view title : kUntitled)
      columns.push_back(columns_by_title(title).front());
    return columns;
  }
  std::vector<std::string> titles;
  for (const GridCell& cell : rows.front()) titles.push_back(cell.text);
  columns =
      titled_columns(titles, [&](std::size_t column, const Message& message, const Message& help) {
        fail_at(rows.front()[column].place, message, help);
      });
  rows.erase(rows.begin());
  const bool printed = std::ranges::any_of(columns, [](const ListedColumn* column) {
    return column != nullptr && (column->gives == Gives::nothing || column->gives == Gives::shown ||
                                 column->gives == Gives::recorded || column->gives == Gives::title);
  });
  asked = printed ? Asked::printed : Asked::listed;
  return columns;
}

UpdateLine read_line(const GridRow& row, const std::vector<const ListedColumn*>& columns,
                     const ChangeRequest& request) {
  const std::uint32_t number = row.front().place.line;
  UpdateLine line{.where = say("dòng {}", "line {}", number), .change = {.request = request}};
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (at < columns.size() && columns[at] != nullptr)
      put_cell(line.change, *columns[at], row[at].text);
    else if (!said_in(row[at].text).empty())
      fail_at(row[at].place,
              at < columns.size()
                  ? Message("ô nằm ở cột không có tên", "the cell's column has no title")
                  : say("thừa một ô: dòng có {} cột", "a cell too many: a line has {} columns",
                        columns.size()),
              {"ô có dấu ngăn bên trong phải nằm trong hai dấu nháy kép; hơn sáu cột thì cần "
               "dòng tên cột",
               "a cell with a separator in it stands in double quotes; more than six columns "
               "need titles"});
  }
  if (line.change.path.empty() || line.change.request.address.empty())
    fail_at(row.front().place, {"thiếu tệp hoặc địa chỉ", "file or address is missing"});
  line.file = identity(line.change.path);
  return line;
}

std::vector<UpdateLine> read_lines(const std::string& bytes, const UpdateOptions& options) {
  const Source source("<stdin>", bytes);
  Grid grid = read_csv(source, 0, {.titled = false, .blanks = true});
  for (const GridProblem& problem : grid.problems)
    fail_at(problem.place, problem.message, problem.help);
  std::vector<UpdateLine> lines;
  if (grid.rows.empty()) return lines;
  ChangeRequest request = options.request;
  const std::vector<const ListedColumn*> columns = columns_of(grid.rows, request.asked);
  for (const GridRow& row : grid.rows) {
    // Excel leaves rows of nothing but separators behind.
    if (std::ranges::all_of(row, [](const GridCell& cell) { return said_in(cell.text).empty(); }))
      continue;
    lines.push_back(read_line(row, columns, request));
  }
  return lines;
}

/// Many updates from a list, all or none for each file; every line is answered.
int update_list(const UpdateOptions& options, Io& io) {
  std::vector<UpdateLine> lines = read_lines(io.read_stdin(), options);
  if (lines.empty()) throw Failure(Message("danh sách trống", "the list is empty"));
  return record_lines(lines, options.dry_run, io);
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
  if (!options.sheets.empty()) return update_from_sheets(options, io);
  if (options.path == kStdin && !options.request.undo) return update_list(options, io);
  return tell_answer(change_file(options.path, {options.request}, options.dry_run, io), io);
}

}  // namespace wardplan
