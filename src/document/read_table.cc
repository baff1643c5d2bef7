#include <algorithm>

#include "document/grid.h"
#include "document/page.h"
#include "document/words.h"

namespace wardplan::document {
namespace {

class TableReader {
 public:
  TableReader(Page& page, const pugi::xml_node& node, Table& table)
      : page_(page), node_(node), table_(table) {}

  bool read() {
    if (has_word(node_.attribute("class").value(), "plain")) table_.style = TableStyle::plain;
    for (const pugi::xml_node part : node_.children()) {
      if (part.type() != pugi::node_element) continue;
      if (!read_part(part, part.name())) return false;
    }
    if (rows_.empty())
      return fault(page_.span(node_), {"bảng không có dòng", "the table has no rows"});
    return columns() && places() && widths();
  }

 private:
  bool fault(Span place, Message message, Message help = {}) {
    page_.add(kBadTable, place, std::move(message), std::move(help));
    return false;
  }

  bool read_part(const pugi::xml_node& part, std::string_view name) {
    if (name == "colgroup") {
      for (const pugi::xml_node column : part.children("col")) columns_.push_back(column);
    } else if (name == "tr") {
      row(part);
    } else {
      const bool heads = name == "thead";
      if (heads && !rows_.empty())
        return fault(page_.span(part),
                     {"`<thead>` đứng sau một dòng", "`<thead>` stands behind a row"},
                     {"để `<thead>` ở đầu bảng, một lần", "put `<thead>` first, once"});
      for (const pugi::xml_node each : part.children("tr")) row(each);
      if (heads) table_.header_rows = rows_.size();
    }
    return true;
  }

  void row(const pugi::xml_node& node) {
    rows_.emplace_back();
    row_nodes_.push_back(node);
    table_.rows.emplace_back();
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      rows_.back().push_back(child);
      table_.rows.back().push_back(cell(child));
    }
  }

  Cell cell(const pugi::xml_node& node) {
    Cell cell;
    cell.header = node.name() == std::string_view("th");
    cell.columns =
        std::max<std::size_t>(1, parse_count(node.attribute("colspan").value(), kMostColumns));
    cell.rows = std::max<std::size_t>(1, parse_count(node.attribute("rowspan").value(), kMostRows));
    Surroundings inside;
    inside.style = cell.header                         ? Style::head
                   : table_.style == TableStyle::plain ? Style::line
                                                       : Style::cell;
    cell.paragraphs = read_paragraphs(page_, node, with_classes(inside, node));
    return cell;
  }

  bool columns() {
    const std::size_t count = columns_.empty() ? count_columns(table_.rows) : columns_.size();
    if (count == 0) return fault(page_.span(node_), {"bảng không có ô", "the table has no cells"});
    if (count > kMostColumns)
      return fault(page_.span(node_),
                   say("bảng có {} cột, nhiều hơn {}", "the table has {} columns, more than {}",
                       count, kMostColumns));
    table_.widths.assign(count, 0);
    return true;
  }

  /// What is wrong with how the cells lie; the first fault is the cause of the others.
  bool places() {
    const Grid grid = lay_out(table_);
    if (grid.problems.empty()) return true;
    const GridProblem& problem = grid.problems.front();
    const std::size_t count = table_.widths.size();
    if (problem.fault == GridFault::short_row)
      return fault(
          page_.span(row_nodes_[problem.row]),
          say("dòng chỉ có {} trong {} cột", "the row fills {} of {} columns", problem.cell, count),
          {"thêm ô, hoặc gộp ô bằng `colspan`", "add cells, or merge some with `colspan`"});
    const Span place = page_.span(rows_[problem.row][problem.cell]);
    if (problem.fault == GridFault::too_wide)
      return fault(
          place,
          say("ô vượt ra ngoài {} cột của bảng", "the cell leaves the table's {} columns", count),
          {"bớt ô hoặc `colspan`", "take away cells or `colspan`"});
    if (problem.fault == GridFault::too_long)
      return fault(place, {"ô vượt quá dòng cuối cùng", "the cell reaches below the last row"},
                   {"bớt `rowspan`", "make `rowspan` smaller"});
    return fault(place,
                 {"ô chồng lên ô gộp từ dòng trên", "the cell runs into one from a row above"},
                 {"sửa `colspan` hoặc `rowspan`", "mend `colspan` or `rowspan`"});
  }

  bool widths() {
    for (std::size_t column = 0; column < columns_.size(); ++column)
      if (!width(columns_[column], column)) return false;
    const Grid grid = lay_out(table_);
    for (std::size_t row = 0; row < rows_.size(); ++row)
      for (std::size_t column = 0; column < table_.widths.size(); ++column) {
        const Slot& slot = grid.rows[row][column];
        if (!slot.is_origin()) continue;
        const auto index = static_cast<std::size_t>(slot.cell - table_.rows[row].data());
        const pugi::xml_node& node = rows_[row][index];
        if (slot.cell->columns > 1 && node.attribute("width"))
          return fault(page_.place_of(node, node.attribute("width")).name,
                       {"ô gộp nhiều cột có bề rộng", "a cell over several columns has a width"},
                       {"ghi bề rộng ở `<col>`", "give widths at `<col>`"});
        if (!width(node, column)) return false;
      }
    auto shared = share_widths(table_.widths);
    if (!shared)
      return fault(
          page_.span(node_),
          {"bề rộng các cột không đủ hoặc quá 100%", "the widths don't make 100%"},
          {"sửa bề rộng, hoặc để trống một cột", "mend them, or leave one column without"});
    table_.widths = std::move(*shared);
    return true;
  }

  /// Takes the width that an element states for a column.
  bool width(const pugi::xml_node& node, std::size_t column) {
    const pugi::xml_attribute attribute = node.attribute("width");
    if (!attribute) return true;
    const int stated = parse_width(attribute.value());
    if (table_.widths[column] != 0 && table_.widths[column] != stated)
      return fault(page_.place_of(node, attribute).value,
                   {"cột này đã có bề rộng khác", "the column has another width already"},
                   {"chỉ ghi bề rộng một lần", "give the width once"});
    table_.widths[column] = stated;
    return true;
  }

  Page& page_;
  pugi::xml_node node_;
  Table& table_;
  std::vector<pugi::xml_node> columns_;
  std::vector<pugi::xml_node> row_nodes_;
  std::vector<std::vector<pugi::xml_node>> rows_;
};

}  // namespace

bool read_table(Page& page, const pugi::xml_node& node, Table& table) {
  return TableReader(page, node, table).read();
}

}  // namespace wardplan::document
