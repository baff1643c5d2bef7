// Sheets that units filled in, as they are read: which cells, of which rows.
#include "cmd/filled_sheet.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cmd/lock_file.h"
#include "cmd/plan_file.h"
#include "disk/files.h"
#include "table/read_table.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

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
  SheetReader(FilledSheet& sheet, const ReadTable& table, const UpdateOptions& options, Io& io)
      : sheet_(sheet), table_(table), options_(options), io_(io) {}

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

  /// Refuses the line that a row became, at one of its cells; the first fault counts.
  void refuse_line(UpdateLine& line, std::size_t row, std::size_t column, Message message,
                   const Message& help = {}) const {
    if (!line.answer.message.empty()) return;
    line.where = where(row, std::min(column, table_.rows[row].cells.size() - 1));
    line.answer = {.alone = true, .message = with_hint(std::move(message), help)};
  }

  /// A number that may be shown in another way than it is kept, and what a formula couldn't give.
  void refuse_unsure(UpdateLine& line, std::size_t row, std::size_t column, bool is_day) const {
    const ReadCell& cell = table_.rows[row].cells[column];
    if (cell.kind == ReadKind::fault)
      refuse_line(line, row, column,
                  say("ô có lỗi công thức `{}`", "the cell's formula says `{}`", cell.text));
    // The machine chooses the signs of decimals and of thousands.
    const bool has_sign =
        cell.kind == ReadKind::number && cell.text.find_first_of(".,") != std::string::npos;
    if ((cell.unsure || has_sign) && !is_day)
      refuse_line(
          line, row, column,
          say("không rõ ô hiện ra là `{}` hay cách khác", "the cell may be shown as `{}` or not",
              cell.text),
          {"đặt ô là văn bản (Text) rồi gõ lại", "make it a text (Text) and type it again"});
  }

  /// Whether a row was written below the sheet, as a signature or a note; it is told. What says
  /// which row it is and what is to be recorded is none, though it lacks its file.
  bool is_stray(std::size_t row, const UpdateLine& line) const {
    const ListedChange& change = line.change;
    const std::string& address = change.request.address;
    if (!change.path.empty() || !change.request.fingerprint.empty()) return false;
    if (line.filled && !address.empty() && address.find(' ') == std::string::npos) return false;
    const std::vector<std::string> texts = texts_of(table_, row);
    std::size_t first = 0;
    while (said_in(texts[first]).empty()) ++first;
    std::string all;
    for (const std::string& text : texts)
      if (!said_in(text).empty()) join(all, std::string(said_in(text)));
    complain(say("{}: không ghi dòng nằm ngoài biểu: `{}`",
                 "{}: not recorded, for it is no row of the sheet: `{}`", where(row, first),
                 shorten(with_single_blanks(all))),
             io_);
    return true;
  }

  /// A row must say which it is of which file, and what that was.
  void refuse_nameless(std::size_t row, UpdateLine& line) const {
    const ListedChange& change = line.change;
    const std::array lacks = {std::pair(Gives::file, change.path.empty()),
                              std::pair(Gives::address, change.request.address.empty()),
                              std::pair(Gives::fingerprint, change.request.fingerprint.empty())};
    for (const auto& [gives, lacking] : lacks)
      for (std::size_t at = 0; at < columns_.size() && lacking; ++at)
        if (columns_[at] != nullptr && columns_[at]->gives == gives)
          refuse_line(line, row, at,
                      {"dòng thiếu tệp, địa chỉ hoặc mã đối chiếu",
                       "file, address or fingerprint of the row is missing"},
                      {"chép lại ô ấy từ phiếu đã in, hoặc in phiếu mới",
                       "copy that cell from the sheet as it was printed, or print a new one"});
    if (std::ranges::any_of(lacks, [](const auto& one) { return one.second; }))
      refuse_line(line, row, 0,
                  {"phiếu thiếu cột tệp, địa chỉ hoặc mã đối chiếu",
                   "the sheet lacks the column of files, addresses or fingerprints"},
                  {"in phiếu mới", "print a new one"});
  }

  void put(UpdateLine& line, std::size_t row, std::size_t at, const std::string& text) const {
    const ListedColumn* column = at < columns_.size() ? columns_[at] : nullptr;
    if (column == nullptr)
      return refuse_line(line, row, at,
                         say("ô nằm ở cột không có tên: `{}`",
                             "the cell's column has no title: "
                             "`{}`",
                             shorten(text)));
    const bool is_key = column->gives == Gives::key;
    // Of days that Excel keeps as numbers it is known which they are, however they are shown.
    const bool day = is_key && column->key->id == EntryKeyId::date;
    if (is_key) refuse_unsure(line, row, at, day);
    line.filled = line.filled || is_key;
    put_cell(line.change, *column, text);
    line.places[column->titles.front()] = where(row, at);
    if (column->gives == Gives::address && line.answer.message.empty()) line.where = where(row, at);
  }

  void add(std::size_t row, const std::vector<std::string>& texts) {
    UpdateLine line{.where = where(row, 0), .change = {.request = options_.request}};
    line.filled = false;
    line.change.request.asked = Asked::filled;
    for (std::size_t at = 0; at < texts.size(); ++at)
      if (!said_in(texts[at]).empty()) put(line, row, at, texts[at]);
    if (is_stray(row, line)) return;
    refuse_nameless(row, line);
    if (!line.change.path.empty()) line.file = identity(line.change.path);
    if (!line.file.empty()) {
      SheetRows& rows = sheet_.records[line.file];
      rows.path = line.change.path;
      rows.addresses.insert(line.change.request.address);
      for (const std::string_view unit : split(line.change.units, ";"))
        if (!is_blank(unit)) rows.units.insert(fold(trimmed(unit)));
    }
    line.change.request.blank = !line.filled;
    sheet_.lines.push_back(std::move(line));
  }

  FilledSheet& sheet_;
  const ReadTable& table_;
  const UpdateOptions& options_;
  Io& io_;
  std::vector<std::string> titles_;
  std::vector<const ListedColumn*> columns_;
};

bool is_of_number(const ReadFile& file, const TableRemark& told) {
  return told.cell &&
         file.tables[told.cell->table].rows[told.cell->row].cells[told.cell->cell].kind ==
             ReadKind::number;
}

/// Words below the last table of a Word file: the text before it is what was printed.
void tell_below(const FilledSheet& sheet, const ReadFile& file, Io& io) {
  for (const OutsideText& text : file.outside)
    if (text.kind == OutsideKind::paragraph && text.tables_before == file.tables.size() &&
        !is_blank(text.text))
      complain(say("{}: không ghi chữ nằm dưới biểu: `{}`",
                   "{}: not recorded, for it stands below the table: `{}`", sheet.path,
                   shorten(with_single_blanks(text.text))),
               io);
}

}  // namespace

FilledSheet read_sheet(const std::string& path, const UpdateOptions& options, Io& io) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    throw Failure(say("`{}` là thư mục; hãy nêu các tệp phiếu, như `{}`",
                      "`{}` is a folder; name the files of the sheets, as `{}`", path,
                      (std::filesystem::path(path) / "*.xlsx").string()));
  refuse_lock_file(path);
  const ReadFile file = read_tables(read_whole(path), path, {.encoding = options.encoding});
  for (const TableRemark& problem : file.problems)
    throw Failure(say("{}: {}", "{}: {}", path, with_hint(problem.message, problem.help)));
  // What helps is an option of `import`; numbers that are to be recorded are refused at their
  // cells.
  for (const TableRemark& told : file.told)
    if (!is_of_number(file, told)) complain(say("{}: {}", "{}: {}", path, told.message), io);
  FilledSheet sheet{.path = path, .lines = {}, .records = {}};
  bool any = false;
  for (const ReadTable& table : file.tables) {
    const auto head = head_of(table);
    any = any || head;
    if (head)
      SheetReader(sheet, table, options, io).read(*head);
    else
      complain(say("{}: không đọc {}: không phải phiếu ghi kết quả",
                   "{}: not read, for it is no sheet for updates: {}", path, summary_of(table)),
               io);
  }
  if (!any)
    throw Failure(say("`{}` không phải phiếu in bằng `wardplan table --for-update`",
                      "`{}` is no sheet that `wardplan table --for-update` printed", path));
  tell_below(sheet, file, io);
  if (std::ranges::none_of(sheet.lines, &UpdateLine::filled))
    complain(say("{}: không ô nào được điền", "{}: no cell was filled in", path), io);
  return sheet;
}

}  // namespace wardplan
