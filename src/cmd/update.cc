#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>

#include "cmd/change.h"
#include "cmd/io.h"
#include "disk/files.h"
#include "lists/cards.h"
#include "lists/item_list.h"
#include "records/entry_keys.h"
#include "records/meant_key.h"
#include "table/csv.h"
#include "text/escape.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// What a column of the list gives: the file, the address, what the item is, a key of the entry, or
/// nothing, for it tells what stands in the record.
enum class Gives { file, address, title, key, nothing };

/// A column of the list, and the titles that it goes by.
struct Column {
  std::array<std::string_view, 3> titles;
  Gives gives = Gives::key;
  const EntryKey* key = nullptr;
};

/// What may be filled in, then what `list` prints besides.
const std::vector<Column>& all_columns() {
  static const std::vector<Column> kColumns = [] {
    std::vector<Column> columns = {{{"file", "tệp", "tệp phường"}, Gives::file},
                                   {{"address", "địa chỉ", "số"}, Gives::address}};
    for (const EntryKey& key : entry_keys())
      if (!key.titles.front().empty()) columns.push_back({key.titles, Gives::key, &key});
    const std::size_t own = columns.size();
    for (const std::string& key : item_column_keys()) {
      const ItemColumn& of = item_column(key);
      Column column{{of.key, of.title.vi, of.title.en},
                    key == "title" ? Gives::title : Gives::nothing};
      for (std::size_t at = 0; at < own; ++at)
        if (columns[at].titles[0] == (key == "result" ? "value" : key))
          std::tie(column.gives, column.key) = std::pair(columns[at].gives, columns[at].key);
      columns.push_back(column);
    }
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

/// Whether both give the same, so that only one of them can stand there.
bool is_same(const Column* one, const Column* other) {
  if (one == nullptr || other == nullptr) return false;
  return one->gives == other->gives && one->key == other->key &&
         (one->gives != Gives::nothing || one == other);
}

/// The columns that a title may mean, what may be filled in first; of those that give the same the
/// first.
std::vector<const Column*> columns_by_title(std::string_view title) {
  const std::string key = fold_bare(title);
  std::vector<const Column*> columns;
  for (const Column& column : all_columns())
    if (std::ranges::any_of(column.titles, [&](auto known) { return fold_bare(known) == key; }) &&
        std::ranges::none_of(columns, [&](auto other) { return is_same(other, &column); }))
      columns.push_back(&column);
  return columns;
}

[[noreturn]] void fail_at(const Position& place, const Message& message, const Message& help = {}) {
  throw Failure(say("danh sách, dòng {} cột {}: {}", "list, line {} column {}: {}", place.line,
                    place.column, with_hint(message, help)));
}

[[noreturn]] void unknown_title(const GridCell& cell) {
  std::vector<std::string> known;
  Message allowed;
  for (const Column& column : all_columns()) {
    known.insert(known.end(), column.titles.begin(), column.titles.end());
    const bool is_printed = column.key != nullptr && column.titles != column.key->titles;
    const bool is_given = column.gives != Gives::nothing && column.gives != Gives::title;
    if (is_given && !is_printed)
      join(allowed, {quoted_list({std::string(column.titles[1])}),
                     quoted_list({std::string(column.titles[0])})});
  }
  auto near = meant_key(cell.text, known);
  if (!near) near = nearest(cell.text, known);
  fail_at(cell.place, say("không có cột `{}`", "there is no column `{}`", cell.text),
          did_you_mean(near, say("các cột: {}, và những cột mà `list` in",
                                 "the columns: {}, and those that `list` prints", allowed)));
}

/// The columns that titles mean; null: without a title. `Tình trạng` is what is to be recorded, or
/// beside `Trạng thái` what `list` prints there.
std::vector<const Column*> titled_columns(const GridRow& titles) {
  std::vector<std::vector<const Column*>> meant;
  for (const GridCell& cell : titles) {
    meant.push_back(columns_by_title(trimmed(cell.text)));
    if (meant.back().empty() && !is_blank(cell.text)) unknown_title(cell);
  }
  std::vector<const Column*> columns;
  for (std::size_t at = 0; at < titles.size(); ++at) {
    const Column* column = nullptr;
    for (const Column* one : meant[at]) {
      const bool taken = std::ranges::any_of(meant, [&](const auto& other) {
        return &other != &meant[at] && other.size() < meant[at].size() && !other.empty() &&
               is_same(other.front(), one);
      });
      if (!taken && column == nullptr) column = one;
    }
    const bool twice =
        std::ranges::any_of(columns, [&](const Column* other) { return is_same(other, column); });
    if (twice)
      fail_at(titles[at].place,
              say("cột `{}` có hai lần", "the column `{}` stands twice", titles[at].text));
    columns.push_back(column);
  }
  return columns;
}

/// What each cell of a line is; the first row is taken off where it holds titles.
std::vector<const Column*> columns_of(std::vector<GridRow>& rows, Asked& asked) {
  std::vector<const Column*> columns;
  // A record is a YAML file: whatever else the first cell is, it is a title.
  if (is_yaml(std::string(trimmed(rows.front().front().text)))) {
    for (const std::string_view title : kUntitled)
      columns.push_back(columns_by_title(title).front());
    return columns;
  }
  columns = titled_columns(rows.front());
  rows.erase(rows.begin());
  const bool printed = std::ranges::any_of(columns, [](const Column* column) {
    return column != nullptr && (column->gives == Gives::nothing || column->gives == Gives::title);
  });
  asked = printed ? Asked::printed : Asked::listed;
  return columns;
}

/// `A=1; B=2` are two values; what stands in brackets is part of one.
std::vector<std::string> values_of(std::string_view text) {
  std::vector<std::string> values(1);
  int open = 0;
  for (const char c : text) {
    open += c == '(' ? 1 : c == ')' && open > 0 ? -1 : 0;
    if (open == 0 && (c == ';' || c == '\n'))
      values.emplace_back();
    else
      values.back() += c;
  }
  std::erase_if(values, [](const std::string& value) { return is_blank(value); });
  return values;
}

/// What a cell says: blanks around it, those that don't break too, are nobody's words.
std::string_view said_in(std::string_view cell) {
  constexpr std::string_view kHard = "\u00A0";
  for (;;) {
    cell = trimmed(cell);
    if (cell.starts_with(kHard))
      cell.remove_prefix(kHard.size());
    else if (cell.ends_with(kHard))
      cell.remove_suffix(kHard.size());
    else
      return without_formula_mark(cell);
  }
}

void put(Line& line, const Column& column, std::string_view cell) {
  const std::string text(said_in(cell));
  if (text.empty() || column.gives == Gives::nothing) return;
  if (column.gives == Gives::file) line.path = text;
  if (column.gives == Gives::address) line.request.address = text;
  if (column.gives == Gives::title) line.request.title = text;
  if (column.gives != Gives::key) return;
  EntryValue& value = line.request.entry[column.key->id];
  if (column.key->flag.often)
    value.list = values_of(text);
  else
    value.text = text;
  // A day of its own says that something was found out on it.
  const bool when = column.key->id == EntryKeyId::date || column.key->id == EntryKeyId::round;
  if (when && line.request.asked == Asked::listed) line.request.asked = Asked::typed;
}

Line read_line(const GridRow& row, const std::vector<const Column*>& columns,
               const ChangeRequest& request) {
  Line line{.number = row.front().place.line, .path = {}, .request = request};
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (at < columns.size() && columns[at] != nullptr)
      put(line, *columns[at], row[at].text);
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
  if (line.path.empty() || line.request.address.empty())
    fail_at(row.front().place, {"thiếu tệp hoặc địa chỉ", "file or address is missing"});
  line.file = identity(line.path);
  return line;
}

std::vector<Line> read_lines(const std::string& bytes, const UpdateOptions& options) {
  const Source source("<stdin>", bytes);
  Grid grid = read_csv(source, 0, {.titled = false, .blanks = true});
  for (const GridProblem& problem : grid.problems)
    fail_at(problem.place, problem.message, problem.help);
  std::vector<Line> lines;
  if (grid.rows.empty()) return lines;
  ChangeRequest request = options.request;
  const std::vector<const Column*> columns = columns_of(grid.rows, request.asked);
  for (const GridRow& row : grid.rows) {
    // Excel leaves rows of nothing but separators behind.
    if (std::ranges::all_of(row, [](const GridCell& cell) { return said_in(cell.text).empty(); }))
      continue;
    lines.push_back(read_line(row, columns, request));
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
    for (Line* line : lines)
      line->answer = {.held_back = line != lines.front(), .message = failure.message};
    return false;
  }
}

/// Each line that was refused, before those that were recorded, and how many others wait for them
/// or say nothing new; whether nothing was refused.
bool tell_answers(const std::vector<Line>& lines, Io& io) {
  std::size_t held_back = 0, unchanged = 0;
  bool all = true;
  const auto tell = [&](const Line& line) {
    complain(say("dòng {}: {}: {}", "line {}: {}: {}", line.number, line.path, line.answer.message),
             io);
  };
  for (const Line& line : lines) {
    held_back += line.answer.held_back ? 1 : 0;
    unchanged += line.answer.unchanged ? 1 : 0;
    if (line.answer.done || line.answer.held_back || line.answer.unchanged) continue;
    all = false;
    tell(line);
  }
  if (held_back > 0)
    complain(say("chưa ghi {} dòng khác của tệp có dòng bị từ chối",
                 "{1} not recorded: another one of the file was refused", held_back,
                 counted(held_back, "line")),
             io);
  for (const Line& line : lines)
    if (line.answer.done) tell(line);
  if (unchanged > 0)
    complain(say("{} dòng không có gì mới", "{1} with nothing new", unchanged,
                 counted(unchanged, "line")),
             io);
  return all;
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
  const bool all = tell_answers(lines, io);
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
