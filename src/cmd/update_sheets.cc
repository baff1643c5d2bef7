// Sheets that units filled in: which cells, of which rows, and who hasn't sent theirs back.
#include <algorithm>
#include <map>
#include <set>

#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "cmd/update_lines.h"
#include "disk/files.h"
#include "lists/update_sheet.h"
#include "table/read_table.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// The rows of a record that a sheet has.
struct SheetRows {
  std::string path;
  std::set<std::string> units;
  std::set<std::string> addresses;
};

/// What was read of one file.
struct FilledSheet {
  std::string path;
  /// Those in which anything was filled in.
  std::vector<UpdateLine> lines;
  /// By the identity of the record.
  std::map<std::string, SheetRows> records;
};

std::vector<std::string> texts_of(const ReadTable& table, std::size_t row) {
  std::vector<std::string> texts;
  for (const ReadCell& cell : table.rows[row].cells) texts.push_back(cell.covered ? "" : cell.text);
  while (!texts.empty() && said_in(texts.back()).empty()) texts.pop_back();
  return texts;
}

bool gives(const std::vector<std::string>& titles, Gives what) {
  return std::ranges::any_of(titles, [&](const std::string& title) {
    const auto columns = columns_by_title(trimmed(title));
    return !columns.empty() && columns.front()->gives == what;
  });
}

/// The row of titles of a sheet for updates, or nothing: the table is none.
std::optional<std::size_t> head_of(const ReadTable& table) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::vector<std::string> titles = texts_of(table, row);
    if (gives(titles, Gives::address) && gives(titles, Gives::fingerprint)) return row;
  }
  return std::nullopt;
}

/// Reads the rows of one table below its titles.
class SheetReader {
 public:
  SheetReader(FilledSheet& sheet, const ReadTable& table, const UpdateOptions& options)
      : sheet_(sheet), table_(table), options_(options) {}

  void read(std::size_t head) {
    titles_ = texts_of(table_, head);
    columns_ =
        titled_columns(titles_, [&](std::size_t column, const Message& message,
                                    const Message& help) { fail(head, column, message, help); });
    for (std::size_t row = head + 1; row < table_.rows.size(); ++row) {
      const std::vector<std::string> texts = texts_of(table_, row);
      if (!texts.empty() && texts != titles_) add(row, texts);
    }
  }

 private:
  Message where(std::size_t row, std::size_t column) const {
    return say("{}, {}", "{}, {}", sheet_.path,
               place_of(table_, table_.rows[row], table_.rows[row].cells[column]));
  }

  [[noreturn]] void fail(std::size_t row, std::size_t column, const Message& message,
                         const Message& help = {}) const {
    throw Failure(say("{}: {}", "{}: {}", where(row, column), with_hint(message, help)));
  }

  /// A number that may be shown in another way than it is kept, and what a formula couldn't give.
  void refuse_unsure(std::size_t row, std::size_t column) const {
    const ReadCell& cell = table_.rows[row].cells[column];
    if (cell.kind == ReadKind::fault)
      fail(row, column, say("ô có lỗi công thức `{}`", "the cell's formula says `{}`", cell.text));
    if (cell.unsure)
      fail(row, column,
           say("không rõ ô hiện ra là `{}` hay cách khác", "the cell may be shown as `{}` or not",
               cell.text),
           {"đặt ô là văn bản (Text) rồi gõ lại", "make it a text (Text) and type it again"});
  }

  void add(std::size_t row, const std::vector<std::string>& texts) {
    UpdateLine line{.where = where(row, 0), .change = {.request = options_.request}};
    line.change.request.asked = Asked::filled;
    bool filled = false;
    for (std::size_t at = 0; at < texts.size(); ++at) {
      if (said_in(texts[at]).empty()) continue;
      const ListedColumn* column = at < columns_.size() ? columns_[at] : nullptr;
      if (column == nullptr)
        fail(row, at, {"ô nằm ở cột không có tên", "the cell's column has no title"});
      if (column->gives == Gives::key) refuse_unsure(row, at);
      filled = filled || column->gives == Gives::key;
      put_cell(line.change, *column, texts[at]);
    }
    const ChangeRequest& request = line.change.request;
    if (line.change.path.empty() || request.address.empty() || request.fingerprint.empty())
      fail(row, 0,
           {"dòng thiếu tệp, địa chỉ hoặc mã đối chiếu",
            "file, address or fingerprint of the row is missing"});
    line.file = identity(line.change.path);
    SheetRows& rows = sheet_.records[line.file];
    rows.path = line.change.path;
    rows.addresses.insert(request.address);
    for (const std::string_view unit : split(line.change.units, ";"))
      if (!is_blank(unit)) rows.units.insert(fold(trimmed(unit)));
    if (filled) sheet_.lines.push_back(std::move(line));
  }

  FilledSheet& sheet_;
  const ReadTable& table_;
  const UpdateOptions& options_;
  std::vector<std::string> titles_;
  std::vector<const ListedColumn*> columns_;
};

FilledSheet read_sheet(const std::string& path, const UpdateOptions& options, Io& io) {
  refuse_folder(path);
  const ReadFile file = read_tables(read_whole(path), path);
  for (const TableRemark& problem : file.problems)
    throw Failure(say("{}: {}", "{}: {}", path, with_hint(problem.message, problem.help)));
  for (const TableRemark& told : file.told)
    complain(say("{}: {}", "{}: {}", path, with_hint(told.message, told.help)), io);
  FilledSheet sheet{.path = path, .lines = {}, .records = {}};
  bool any = false;
  for (const ReadTable& table : file.tables) {
    const auto head = head_of(table);
    any = any || head;
    if (head)
      SheetReader(sheet, table, options).read(*head);
    else
      complain(say("{}: không đọc {}: không phải phiếu ghi kết quả",
                   "{}: not read, for it is no sheet for updates: {}", path, summary_of(table)),
               io);
  }
  if (!any)
    throw Failure(say("`{}` không phải phiếu in bằng `wardplan table --for-update`",
                      "`{}` is no sheet that `wardplan table --for-update` printed", path));
  if (sheet.lines.empty())
    complain(say("{}: không ô nào được điền", "{}: no cell was filled in", path), io);
  return sheet;
}

/// Whether a sheet has a unit's rows: it was printed for it, or for nobody and has all of them.
bool is_of(const SheetRows& rows, const LeadUnit& unit) {
  if (!rows.units.empty()) return rows.units.contains(fold(unit.name));
  return std::ranges::all_of(
      unit.addresses, [&](const std::string& address) { return rows.addresses.contains(address); });
}

/// Names the units of a record of which there is no sheet.
void tell_missing(const std::string& record, const std::vector<FilledSheet>& sheets, Io& io) {
  std::vector<const SheetRows*> parts;
  for (const FilledSheet& sheet : sheets)
    if (const auto rows = sheet.records.find(record); rows != sheet.records.end())
      parts.push_back(&rows->second);
  const std::string& path = parts.front()->path;
  Report report;
  const Project project = read_files_as({{path, read_file(path)}}, report);
  std::vector<std::string> missing;
  for (const Plan& plan : project.plans)
    for (const LeadUnit& unit : lead_units(project, report, plan, io.as_of))
      if (std::ranges::none_of(parts, [&](const SheetRows* rows) { return is_of(*rows, unit); }))
        missing.push_back(unit.name);
  if (missing.empty()) return;
  const std::string names = joined(missing, kBetweenUnits);
  complain(say("{0}: chưa có phiếu của {1} đơn vị: {3}", "{0}: no sheet yet of {2}: {3}", path,
               missing.size(), counted(missing.size(), "unit"), names),
           io);
}

}  // namespace

int update_from_sheets(const UpdateOptions& options, Io& io) {
  std::vector<FilledSheet> sheets;
  for (const std::string& path : options.sheets) sheets.push_back(read_sheet(path, options, io));
  std::vector<UpdateLine> lines;
  std::set<std::string> records;
  for (FilledSheet& sheet : sheets) {
    std::ranges::move(sheet.lines, std::back_inserter(lines));
    for (const auto& [record, rows] : sheet.records) records.insert(record);
  }
  const int code = lines.empty()
                       ? refused({"không phiếu nào có ô được điền; không ghi gì",
                                  "no cell of any sheet was filled in; nothing was written"},
                                 io)
                       : record_lines(lines, options.dry_run, io);
  if (code == kCannot) return code;
  for (const std::string& record : records) tell_missing(record, sheets, io);
  return code;
}

}  // namespace wardplan
