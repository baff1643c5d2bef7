#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "table/excel_book.h"
#include "table/sheet_filter.h"
#include "table/xml.h"
#include "text/escape.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

struct SheetRange {
  SheetPlace first;
  SheetPlace last;
};

SheetRange sheet_range(std::string_view text) {
  const std::size_t colon = find_or_end(text, ":");
  SheetRange range{sheet_place(text.substr(0, colon)), {}};
  range.last = colon < text.size() ? sheet_place(text.substr(colon + 1)) : range.first;
  return range;
}

/// `3, 5-7`
std::string listed(const std::set<std::uint32_t>& numbers, bool letters) {
  const auto word = [&](std::uint32_t number) {
    return letters ? column_letters(number) : std::to_string(number);
  };
  std::string text;
  for (auto at = numbers.begin(); at != numbers.end();) {
    const std::uint32_t first = *at;
    std::uint32_t last = first;
    while (++at != numbers.end() && *at == last + 1) last = *at;
    text += (text.empty() ? "" : ", ") + word(first) + (last > first ? "-" + word(last) : "");
  }
  return text;
}

class SheetReader {
 public:
  SheetReader(const ExcelBook& book, const ExcelSheet& sheet, Allowance& allowance, ReadFile& file)
      : book_(book), sheet_(sheet), allowance_(allowance), file_(file) {}

  void read(const pugi::xml_node& root) {
    for (const pugi::xml_node each : child(root, "sheetData").children())
      if (local_name(each) == "row") row(each);
    if (rows_.empty()) return;
    make_table();
    for (const pugi::xml_node each : child(root, "mergeCells").children())
      merge(sheet_range(attribute(each, "ref")));
    tell_hidden(child(root, "cols"));
    tell_cells();
  }

  /// The place of a cell in what was read.
  std::optional<CellAddress> address(SheetPlace place) const {
    const auto found = numbers_.find(place.row);
    if (found == numbers_.end() || place.column == 0) return std::nullopt;
    const std::vector<ReadCell>& cells = table().rows[found->second].cells;
    if (place.column > cells.size()) return std::nullopt;
    return CellAddress{index_, found->second, place.column - 1};
  }

 private:
  ReadTable& table() { return file_.tables[index_]; }
  const ReadTable& table() const { return file_.tables[index_]; }

  std::string name_of(SheetPlace place) const {
    return fmt::format("{}!{}{}", sheet_.name, column_letters(place.column), place.row);
  }

  void row(const pugi::xml_node& node) {
    const long number = number_or(attribute(node, "r"), static_cast<long>(last_row_) + 1);
    last_row_ = static_cast<std::uint32_t>(std::clamp(number, 1L, 9'999'999L));
    if (rows_.contains(last_row_))
      refuse(say("dòng {} của trang `{}` có hai lần", "row {} of the sheet `{}` is there twice",
                 last_row_, sheet_.name));
    last_column_ = 0;
    const bool hidden = is_true(attribute(node, "hidden"));
    for (const pugi::xml_node each : node.children())
      if (local_name(each) == "c") cell(each, hidden);
  }

  void cell(const pugi::xml_node& node, bool hidden) {
    SheetPlace place = sheet_place(attribute(node, "r"));
    if (place.column == 0) place = {last_row_, last_column_ + 1};
    last_column_ = place.column;
    ReadCell read{.row = place.row, .column = place.column};
    const bool formula = static_cast<bool>(child(node, "f"));
    value(node, read);
    if (read.text.empty() && !formula) return;
    if (read.text.empty() && !child(node, "v")) without_value_.push_back(place);
    if (place.column > kMaxColumns)
      refuse(say("ô {} nằm quá cột thứ {}", "the cell {} stands beyond column {}", name_of(place),
                 kMaxColumns),
             {"xóa những gì nằm ngoài bảng rồi lưu lại",
              "delete what stands outside the table and save it again"});
    ReadRow& row = rows_[place.row];
    row.hidden = row.hidden || hidden;
    const std::size_t before = row.cells.size();
    while (row.cells.size() < place.column)
      row.cells.push_back(
          {.row = place.row, .column = static_cast<std::uint32_t>(row.cells.size() + 1)});
    ReadCell& target = row.cells[place.column - 1];
    if (!target.text.empty())
      refuse(say("ô {} có hai lần", "the cell {} is there twice", name_of(place)));
    allowance_.take(row.cells.size() - before, read.text.size());
    target = std::move(read);
  }

  void value(const pugi::xml_node& node, ReadCell& read) {
    const std::string_view type = attribute(node, "t");
    const std::string_view value = child(node, "v").child_value();
    if (type == "inlineStr") {
      read.text = rich_text(child(node, "is"));
    } else if (type == "s") {
      const long at = number_or(value, -1);
      const bool known = at >= 0 && static_cast<std::size_t>(at) < book_.texts.size();
      // They were tidied once, for all cells that have them.
      if (known) read.text = book_.texts[static_cast<std::size_t>(at)];
      if (!known && !value.empty()) read = {std::string(value), read.row, read.column};
      read.unsure = !known;
      if (known) return;
    } else if (type == "b") {
      read.kind = ReadKind::truth;
      read.text = value.empty() ? "" : is_true(value) ? "TRUE" : "FALSE";
    } else if (type == "e") {
      read.kind = ReadKind::fault;
      read.text = value;
    } else if (type == "str" || type == "d") {
      read.kind = type == "d" ? ReadKind::day : ReadKind::text;
      read.text = value;
    } else if (!value.empty()) {
      number(value, number_or(attribute(node, "s"), 0), read);
    }
    read.text = tidy_lines(read.text);
  }

  void number(std::string_view value, long style, ReadCell& read) {
    static const NumberFormat general = number_format("General");
    const bool known = style >= 0 && static_cast<std::size_t>(style) < book_.styles.size();
    const NumberFormat& format =
        known ? book_.formats[book_.styles[static_cast<std::size_t>(style)]] : general;
    ShownNumber shown = show_number(value, format, book_.look);
    // Words of a format are as little to be trusted as those of a cell.
    shown.text = tidy_lines(shown.text);
    if (shown.text.find_first_of(".,") != std::string::npos && shown.has_sign && !shown.unsure &&
        !book_.look.decimal_comma)
      with_signs_.emplace_back(SheetPlace{read.row, read.column}, shown.text);
    if (shown.cut) cut_.emplace_back(SheetPlace{read.row, read.column}, shown.text);
    read.kind = shown.kind;
    read.text = std::move(shown.text);
    read.unsure = shown.unsure;
  }

  void make_table() {
    index_ = file_.tables.size();
    ReadTable& made =
        file_.tables.emplace_back(ReadTable{.title = sheet_.name,
                                            .place = TablePlace::sheet,
                                            .number = static_cast<std::uint32_t>(index_ + 1),
                                            .hidden = sheet_.hidden});
    std::uint32_t last = 0;
    for (auto& [number, row] : rows_) {
      row.after_gap = last > 0 && number > last + 1;
      last = number;
      numbers_[number] = made.rows.size();
      made.columns = std::max(made.columns, row.cells.size());
      made.rows.push_back(std::move(row));
    }
  }

  void merge(SheetRange range) {
    const auto origin = address(range.first);
    range.last.column = std::min(range.last.column, static_cast<std::uint32_t>(table().columns));
    if (!origin || range.last.row < range.first.row || range.last.column < range.first.column)
      return;
    ReadCell& from = table().rows[origin->row].cells[origin->cell];
    if (from.covered || from.rows > 1 || from.columns > 1) return;
    from.columns = range.last.column - range.first.column + 1;
    const auto begin = numbers_.lower_bound(range.first.row);
    const auto end = numbers_.upper_bound(range.last.row);
    // Only rows that were read; covering them moves cells, and `from` with them.
    from.rows = static_cast<std::uint32_t>(std::distance(begin, end));
    for (auto at = begin; at != end; ++at)
      for (std::uint32_t column = range.first.column; column <= range.last.column; ++column)
        cover({at->first, column}, at->second, *origin);
  }

  void cover(SheetPlace place, std::size_t row, const CellAddress& origin) {
    std::vector<ReadCell>& cells = table().rows[row].cells;
    if (row == origin.row && place.column == origin.cell + 1) return;
    allowance_.take(1, 0);
    while (cells.size() < place.column)
      cells.push_back({.row = place.row, .column = static_cast<std::uint32_t>(cells.size() + 1)});
    ReadCell& here = cells[place.column - 1];
    if (here.covered) return;
    if (!here.text.empty()) {
      file_.outside.push_back(
          {OutsideKind::hidden, here.text, index_, CellAddress{index_, row, place.column - 1u}, 0});
      tell(file_, say("chữ ở {} nằm dưới ô gộp nên không thấy: `{}`",
                      "the words in {} are hidden below a merged cell: `{}`", name_of(place),
                      shorten(here.text)));
    }
    here = {.row = place.row,
            .column = place.column,
            .covered = true,
            .up = static_cast<std::uint32_t>(row - origin.row),
            .left = static_cast<std::uint32_t>(place.column - 1 - origin.cell)};
  }

  void tell_hidden(const pugi::xml_node& columns) {
    std::vector<bool> is_hidden(table().columns);
    for (const pugi::xml_node each : columns.children()) {
      if (!is_true(attribute(each, "hidden"))) continue;
      const long last =
          std::min<long>(number_or(attribute(each, "max"), 0), static_cast<long>(table().columns));
      for (long at = std::max(1L, number_or(attribute(each, "min"), 1)); at <= last; ++at)
        is_hidden[static_cast<std::size_t>(at - 1)] = true;
    }
    std::set<std::uint32_t> hidden;
    for (std::uint32_t at = 0; at < is_hidden.size(); ++at)
      if (is_hidden[at]) hidden.insert(at + 1);
    if (sheet_.hidden)
      tell(file_, say("trang `{}` đang bị ẩn", "the sheet `{}` is hidden", sheet_.name));
    if (!hidden.empty())
      tell(file_, say("trang `{}`: cột {} đang bị ẩn", "sheet `{}`: columns {} are hidden",
                      sheet_.name, listed(hidden, true)));
    std::set<std::uint32_t> rows;
    for (const auto& [number, at] : numbers_)
      if (table().rows[at].hidden) rows.insert(number);
    if (!rows.empty())
      tell(file_, say("trang `{}`: dòng {} đang bị ẩn", "sheet `{}`: rows {} are hidden",
                      sheet_.name, listed(rows, false)));
  }

  void tell_cells() {
    for (const SheetPlace place : without_value_)
      tell(file_,
           say("công thức ở {} không có giá trị được lưu", "the formula in {} has no stored value",
               name_of(place)),
           address(place));
    for (const auto& [place, text] : cut_)
      tell(file_,
           say("`{}`: Excel chỉ giữ 15 chữ số của một số, các chữ số sau có thể đã mất",
               "`{}`: Excel keeps 15 digits of a number, those behind them may be lost", text),
           address(place),
           {"đối chiếu với bản gốc; số tài khoản, số hiệu thì định dạng ô là Text rồi gõ lại",
            "compare it with the original; make the cell Text and type it again where it is an "
            "account or a symbol"});
    tell_signs();
  }

  /// Once a sheet: a column of amounts would drown all else.
  void tell_signs() {
    constexpr std::size_t kMostNamed = 5;
    if (with_signs_.empty()) return;
    std::string cells;
    for (std::size_t at = 0; at < std::min(with_signs_.size(), kMostNamed); ++at)
      cells.append(cells.empty() ? "" : ", ")
          .append(name_of(with_signs_[at].first))
          .append(" `" + with_signs_[at].second + "`");
    if (with_signs_.size() > kMostNamed) cells += ", …";
    std::string other = with_signs_.front().second;
    turn_signs(other);
    tell(
        file_,
        say("{0} ô số có dấu thập phân, dấu hàng nghìn tùy máy ({1}); máy kiểu Việt Nam hiện `{2}`",
            "the machine chooses the signs of decimals and thousands of {0} cells ({1}); a "
            "Vietnamese one shows `{2}`",
            with_signs_.size(), cells, other),
        address(with_signs_.front().first),
        {"nếu biểu hiện như vậy, thêm `--decimal-comma`",
         "where that is what is seen, add `--decimal-comma`"});
  }

  const ExcelBook& book_;
  const ExcelSheet& sheet_;
  Allowance& allowance_;
  ReadFile& file_;
  std::map<std::uint32_t, ReadRow> rows_;
  /// Where the rows of the sheet are in the table.
  std::map<std::uint32_t, std::size_t> numbers_;
  std::size_t index_ = 0;
  std::uint32_t last_row_ = 0, last_column_ = 0;
  std::vector<SheetPlace> without_value_;
  /// Numbers that other machines show with other signs.
  std::vector<std::pair<SheetPlace, std::string>> with_signs_;
  /// Numbers with more digits than Excel keeps.
  std::vector<std::pair<SheetPlace, std::string>> cut_;
};

}  // namespace

void read_sheet(Package& package, const ExcelSheet& sheet, const ExcelBook& book,
                Allowance& allowance, ReadFile& file) {
  SheetFilter filter;
  package.archive().unpack(sheet.part, [&](std::string_view piece) { filter.take(piece); });
  const auto part = package.parse(filter.finish(), sheet.part);
  const std::size_t before = file.tables.size();
  SheetReader reader(book, sheet, allowance, file);
  reader.read(part->root());
  const PlaceCell cell_at = [&](SheetPlace place) {
    return file.tables.size() > before ? reader.address(place) : std::nullopt;
  };
  for (const Relation& each : package.relations(sheet.part))
    if (!each.external && package.archive().has(each.target))
      read_beside(package, each, sheet.name, cell_at, allowance, file);
}

}  // namespace wardplan::tables
