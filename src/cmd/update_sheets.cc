// Sheets that units filled in: which cells, of which rows, and who hasn't sent theirs back.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "cmd/io.h"
#include "cmd/lock_file.h"
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
  constexpr std::size_t kFirstRows = 50;
  for (std::size_t row = 0; row < std::min(kFirstRows, table.rows.size()); ++row) {
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
  void refuse_unsure(std::size_t row, std::size_t column, bool is_day) const {
    const ReadCell& cell = table_.rows[row].cells[column];
    if (cell.kind == ReadKind::fault)
      fail(row, column, say("ô có lỗi công thức `{}`", "the cell's formula says `{}`", cell.text));
    if (cell.unsure && !is_day)
      fail(row, column,
           say("không rõ ô hiện ra là `{}` hay cách khác", "the cell may be shown as `{}` or not",
               cell.text),
           {"đặt ô là văn bản (Text) rồi gõ lại", "make it a text (Text) and type it again"});
  }

  /// A row must say which it is of which file, and what that was; one that lacks more than one of
  /// them was written below the sheet.
  void refuse_nameless(std::size_t row, const ListedChange& change) const {
    const std::array lacks = {std::pair(Gives::file, change.path.empty()),
                              std::pair(Gives::address, change.request.address.empty()),
                              std::pair(Gives::fingerprint, change.request.fingerprint.empty())};
    const auto many = std::ranges::count_if(lacks, [](const auto& one) { return one.second; });
    if (many == 0) return;
    std::size_t place = 0;
    const bool stray = many > 1;
    for (std::size_t at = columns_.size(); at-- > 0 && !stray;)
      for (const auto& [gives, lacking] : lacks)
        if (lacking && columns_[at] != nullptr && columns_[at]->gives == gives) place = at;
    fail(row, place < table_.rows[row].cells.size() ? place : 0,
         {"dòng thiếu tệp, địa chỉ hoặc mã đối chiếu",
          "file, address or fingerprint of the row is missing"});
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
      // Of days that Excel keeps as numbers it is known which they are, however they are shown.
      const bool day = column->key != nullptr && column->key->id == EntryKeyId::date;
      if (column->gives == Gives::key) refuse_unsure(row, at, day);
      filled = filled || column->gives == Gives::key;
      put_cell(line.change, *column, texts[at]);
      line.places[column->titles.front()] = where(row, at);
      if (column->gives == Gives::address) line.where = where(row, at);
    }
    refuse_nameless(row, line.change);
    line.file = identity(line.change.path);
    SheetRows& rows = sheet_.records[line.file];
    rows.path = line.change.path;
    rows.addresses.insert(line.change.request.address);
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
  refuse_lock_file(path);
  const ReadFile file = read_tables(read_whole(path), path);
  for (const TableRemark& problem : file.problems)
    throw Failure(say("{}: {}", "{}: {}", path, with_hint(problem.message, problem.help)));
  // What helps is an option of `import`.
  for (const TableRemark& told : file.told)
    complain(say("{}: {}", "{}: {}", path, told.message), io);
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

/// What came of the sheets of a unit.
enum class Sent { nothing, blank, held_back, refused, recorded };

/// What came of what one sheet says of a unit's rows, or of all that it says: it was printed for
/// that unit.
Sent sent_in(const SheetRows& rows, const LeadUnit& unit, std::size_t sheet,
             const std::string& record, const std::vector<UpdateLine>& lines) {
  Sent sent = Sent::blank;
  for (const UpdateLine& line : lines) {
    if (line.sheet != sheet || line.file != record) continue;
    if (rows.units.empty() &&
        std::ranges::find(unit.addresses, line.change.request.address) == unit.addresses.end())
      continue;
    const ChangeAnswer& answer = line.answer;
    sent = std::max(sent, answer.done || answer.unchanged ? Sent::recorded
                          : answer.held_back              ? Sent::held_back
                                                          : Sent::refused);
  }
  return sent;
}

/// Who recorded an entry doesn't stand in the record, so that only this run's files are spoken of.
Message sent_words(Sent sent, const std::string& path, const std::vector<std::string>& units) {
  const std::string many = counted(units.size(), "unit"), names = joined(units, kBetweenUnits);
  switch (sent) {
    case Sent::nothing:
      return say("{0}: trong các tệp lần này chưa có phiếu của {1} đơn vị: {3}",
                 "{0}: among the files of this run is no sheet of {2}: {3}", path, units.size(),
                 many, names);
    case Sent::blank:
      return say("{0}: đã gửi phiếu nhưng chưa ghi gì: {1} đơn vị: {3}",
                 "{0}: a sheet came with nothing filled in, of {2}: {3}", path, units.size(), many,
                 names);
    case Sent::held_back:
      return say(
          "{0}: đã gửi phiếu nhưng phải chờ dòng khác được sửa mới ghi được: {1} đơn vị: {3}",
          "{0}: a sheet came but waits for a line of another one, of {2}: {3}", path, units.size(),
          many, names);
    case Sent::refused:
      return say("{0}: đã gửi phiếu nhưng bị từ chối, chưa dòng nào được ghi: {1} đơn vị: {3}",
                 "{0}: a sheet came but was refused, nothing of it was recorded, of {2}: {3}", path,
                 units.size(), many, names);
    case Sent::recorded:
      break;
  }
  return {};
}

/// Names the units of a record of which there is no sheet, or one that nothing was recorded from.
void tell_missing(const std::string& record, const std::vector<FilledSheet>& sheets,
                  const std::vector<UpdateLine>& lines, Io& io) {
  std::string path;
  for (const FilledSheet& sheet : sheets)
    if (const auto rows = sheet.records.find(record); path.empty() && rows != sheet.records.end())
      path = rows->second.path;
  Report report;
  const Project project = read_files_as({{path, read_file(path)}}, report);
  std::map<Sent, std::vector<std::string>> units;
  for (const Plan& plan : project.plans)
    for (const LeadUnit& unit : lead_units(project, report, plan, io.as_of)) {
      Sent sent = Sent::nothing;
      for (std::size_t at = 0; at < sheets.size(); ++at)
        if (const auto rows = sheets[at].records.find(record);
            rows != sheets[at].records.end() && is_of(rows->second, unit))
          sent = std::max(sent, sent_in(rows->second, unit, at, record, lines));
      units[sent].push_back(unit.name);
    }
  for (const Sent sent : {Sent::refused, Sent::held_back, Sent::blank, Sent::nothing})
    if (!units[sent].empty()) complain(sent_words(sent, path, units[sent]), io);
}

}  // namespace

int update_from_sheets(const UpdateOptions& options, Io& io) {
  std::vector<FilledSheet> sheets;
  for (const std::string& path : options.sheets) sheets.push_back(read_sheet(path, options, io));
  std::vector<UpdateLine> lines;
  std::set<std::string> records;
  for (std::size_t at = 0; at < sheets.size(); ++at) {
    for (UpdateLine& line : sheets[at].lines) {
      line.sheet = at;
      lines.push_back(std::move(line));
    }
    for (const auto& [record, rows] : sheets[at].records) records.insert(record);
  }
  const int code = lines.empty()
                       ? refused({"không phiếu nào có ô được điền; không ghi gì",
                                  "no cell of any sheet was filled in; nothing was written"},
                                 io)
                       : record_lines(lines, options.dry_run, io);
  if (code == kCannot) return code;
  for (const std::string& record : records) tell_missing(record, sheets, lines, io);
  return code;
}

}  // namespace wardplan
