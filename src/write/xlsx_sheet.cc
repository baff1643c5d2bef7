#include "write/xlsx_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>

#include "disk/files.h"
#include "table/read_table.h"
#include "text/escape.h"
#include "text/quoted.h"
#include "write/xlsx_widths.h"

namespace wardplan::xlsx {
namespace {

// Excel's limits.
constexpr std::size_t kMostRows = 1'048'576;
constexpr std::size_t kMostColumns = 16'384;
constexpr std::size_t kMostOfList = 255;

/// Of long tables some rows tell how wide their columns are to be.
constexpr std::size_t kLookedAt = 5'000;
constexpr std::size_t kThenEvery = 41;

/// Room for a letter that is to be filled in, in points.
constexpr double kLetter = 7;

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<double> widths_for(const Sheet& sheet) {
  std::vector<Room> rooms(sheet.columns.size());
  for (std::size_t at = 0; at < rooms.size(); ++at) {
    // The filter's arrow stands beside the heading's words, which may break.
    Room head;
    head.add(xml_safe(sheet.columns[at].title), true);
    rooms[at].word = head.word + 14;
    rooms[at].line = rooms[at].word;
    for (const std::string& choice : sheet.columns[at].choices) rooms[at].add(choice, false);
    if (sheet.columns[at].fill_in)
      rooms[at].line = std::max(rooms[at].line, kLetter * sheet.columns[at].least);
  }
  std::size_t number = 0;
  each_row(sheet, [&](const SheetRow& row) {
    if (row.heading || (++number > kLookedAt && number % kThenEvery != 0)) return;
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      rooms[at].add(xml_safe(cell_text(sheet.columns[at], row.cells[at])), row.tone == Tone::late);
  });
  return widths_of(rooms);
}

/// Writes the rows of a table one by one.
class Grid {
 public:
  Grid(Book& book, const Sheet& sheet) : book_(book), sheet_(sheet), widths_(widths_for(sheet)) {
    if (sheet.columns.size() > kMostColumns)
      throw Failure(say("bảng có {} cột, một trang Excel chỉ chứa được {}",
                        "the table has {} columns, and a sheet of Excel holds {} at most",
                        sheet.columns.size(), kMostColumns));
    toned_ = std::ranges::any_of(
        sheet.columns, [](const Column& column) { return column.kind == CellKind::coded; });
    on_ = book.add_sheet(sheet.title);
    placed_.sheet = book.name();
  }

  Placed write() {
    set_widths(book_, on_, widths_);
    row_ = write_titles(book_, on_, sheet_.title, sheet_.subtitle, widths_);
    write_head();
    each_row(sheet_,
             [&](const SheetRow& row) { row.heading ? write_heading(row) : write_row(row); });
    finish();
    return placed_;
  }

 private:
  const XlsxLibrary& library() const { return book_.library(); }
  lxw_col_t last_column() const { return static_cast<lxw_col_t>(sheet_.columns.size() - 1); }

  /// Of the row that is written now, before its cells.
  void set_height(double height) {
    if (row_ >= kMostRows)
      throw Failure(say("bảng dài quá {} dòng của một trang Excel; dùng `--format csv`",
                        "the table is longer than the {} rows of a sheet of Excel; use "
                        "`--format csv`",
                        kMostRows));
    book_.check(library().worksheet_set_row(on_, row_, height, nullptr));
  }

  void write_head() {
    std::size_t lines = 1;
    for (std::size_t at = 0; at < widths_.size(); ++at)
      lines = std::max(
          lines, lines_at(xml_safe(sheet_.columns[at].title), widths_[at] - 14, true, kLetters));
    placed_.head = row_;
    set_height(height_of(lines, kLetters));
    for (std::size_t at = 0; at < widths_.size(); ++at)
      book_.text(on_, {row_, static_cast<lxw_col_t>(at)}, sheet_.columns[at].title,
                 {.part = Part::head, .bold = true});
    ++row_;
    placed_.first = row_;
  }

  void put(std::size_t at, const std::string& text, Look look) {
    const Column& column = sheet_.columns[at];
    look.right = column.align == Align::right;
    put_value(book_, on_, {row_, static_cast<lxw_col_t>(at)}, column, text, look);
  }

  void write_row(const SheetRow& row) {
    std::vector<std::string> texts(sheet_.columns.size());
    std::size_t lines = 1;
    const bool bold = row.tone == Tone::late;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      texts[at] = cell_text(sheet_.columns[at], row.cells[at]);
      lines = std::max(lines, lines_at(xml_safe(texts[at]), widths_[at], bold, kLetters));
    }
    set_height(height_of(lines, kLetters));
    for (std::size_t at = 0; at < texts.size(); ++at) {
      const Column& column = sheet_.columns[at];
      const bool shows_tone = !toned_ || column.kind == CellKind::coded;
      put(at, texts[at],
          {.tone = shows_tone ? row.tone : Tone::plain,
           .bold = shows_tone && bold,
           .fill = column.fill_in});
    }
    placed_.last = row_++;
    ++placed_.rows;
  }

  /// A heading's text runs on over the empty cells behind it, where it fits.
  void write_heading(const SheetRow& row) {
    std::vector<std::string> texts(sheet_.columns.size());
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      texts[at] = cell_text(sheet_.columns[at], row.cells[at]);
    std::vector<bool> wrapped(texts.size(), false);
    std::size_t lines = 1;
    for (std::size_t at = 0; at < texts.size(); ++at) {
      if (texts[at].empty()) continue;
      double room = widths_[at];
      for (std::size_t next = at + 1; next < texts.size() && texts[next].empty(); ++next)
        room += widths_[next];
      wrapped[at] = lines_at(xml_safe(texts[at]), room, true, kLetters) > 1;
      if (wrapped[at])
        lines = std::max(lines, lines_at(xml_safe(texts[at]), widths_[at], true, kLetters));
    }
    set_height(height_of(lines, kLetters));
    for (std::size_t at = 0; at < texts.size(); ++at)
      put(at, texts[at], {.part = Part::heading, .bold = true, .wrapped = wrapped[at]});
    placed_.heading = row_++;
    ++placed_.headings;
  }

  void finish() {
    library().worksheet_freeze_panes(on_, placed_.head + 1, 0);
    book_.check(library().worksheet_repeat_rows(on_, placed_.head, placed_.head));
    const lxw_row_t end = std::max(row_, placed_.first + 1) - 1;
    book_.check(library().worksheet_autofilter(on_, placed_.head, 0, end, last_column()));
    // Numbers of rows and years are texts on purpose.
    const std::string all = fmt::format("A1:{}{}", column_letters(last_column() + 1U), end + 1);
    book_.check(
        library().worksheet_ignore_errors(on_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str()));
    bool any = false;
    for (std::size_t at = 0; at < sheet_.columns.size(); ++at) {
      any = any || sheet_.columns[at].fill_in;
      if (!sheet_.columns[at].choices.empty() && row_ > placed_.first) offer(at, end);
    }
    if (any) protect();
  }

  /// A list to choose from, which nothing else is taken beside.
  void offer(std::size_t at, lxw_row_t end) {
    std::vector<std::string> words = sheet_.columns[at].choices;
    std::size_t size = 0;
    for (const std::string& word : words) size += word.size() + 1;
    if (size > kMostOfList) return;
    std::vector<const char*> list;
    for (const std::string& word : words) list.push_back(word.c_str());
    list.push_back(nullptr);
    lxw_data_validation rule = {};
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = const_cast<decltype(rule.value_list)>(list.data());
    const auto column = static_cast<lxw_col_t>(at);
    book_.check(
        library().worksheet_data_validation_range(on_, placed_.first, column, end, column, &rule));
  }

  /// Without a password: it only keeps people from what isn't theirs to change.
  void protect() {
    lxw_protection may = {};
    may.format_columns = may.format_rows = may.autofilter = 1;
    library().worksheet_protect(on_, nullptr, &may);
  }

  Book& book_;
  const Sheet& sheet_;
  std::vector<double> widths_;
  bool toned_ = false;
  lxw_worksheet* on_ = nullptr;
  lxw_row_t row_ = 0;
  Placed placed_;
};

}  // namespace

void set_widths(const Book& book, lxw_worksheet* on, const std::vector<double>& widths) {
  for (std::size_t at = 0; at < widths.size(); ++at) {
    const auto column = static_cast<lxw_col_t>(at);
    book.check(
        book.library().worksheet_set_column(on, column, column, excel_width(widths[at]), nullptr));
  }
}

lxw_row_t write_titles(Book& book, lxw_worksheet* on, const std::string& title,
                       const std::string& subtitle, const std::vector<double>& widths) {
  const XlsxLibrary& library = book.library();
  const double width = std::accumulate(widths.begin(), widths.end(), 0.0);
  lxw_row_t row = 0;
  for (const auto& [text, part] :
       {std::pair(title, Part::title), std::pair(subtitle, Part::subtitle)}) {
    if (text.empty()) continue;
    const bool bold = part == Part::title;
    const int size = bold ? kTitleLetters : kLetters;
    const Look look{.part = part, .bold = bold};
    book.check(library.worksheet_set_row(
        on, row, height_of(lines_at(xml_safe(text), width, bold, size), size), nullptr));
    if (widths.size() > 1)
      book.check(library.worksheet_merge_range(on, row, 0, row,
                                               static_cast<lxw_col_t>(widths.size() - 1),
                                               held(text, {row, 0}).c_str(), book.format(look)));
    else
      book.text(on, {row, 0}, text, look);
    ++row;
  }
  return row;
}

void put_value(Book& book, lxw_worksheet* on, const Spot& spot, const Column& column,
               const std::string& text, Look look) {
  const auto number = column.kind == CellKind::number ? whole(text) : std::nullopt;
  look.number = number.has_value();
  if (number)
    book.number(on, spot, *number, look);
  else
    book.text(on, spot, text, look);
}

Placed write_table(Book& book, const Sheet& sheet) { return Grid(book, sheet).write(); }

}  // namespace wardplan::xlsx
