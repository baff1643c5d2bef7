#include "document/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "document/fit.h"
#include "document/grid.h"
#include "document/layout.h"
#include "document/page.h"
#include "document/words.h"
#include "text/trim.h"

namespace wardplan::document {
namespace {

bool same_look(const Run& a, const Run& b) {
  return a.bold == b.bold && a.italic == b.italic && a.underline == b.underline;
}

/// Puts runs of text together as browsers do: runs of blanks are one, none stand at the ends of a
/// line; a no-break space is no blank.
class RunBuilder {
 public:
  /// Text in the look of `look`, whose own text is of no account; a `kLineBreak` in it breaks the
  /// line.
  void add(std::string_view text, const Run& look) {
    for (std::size_t at = text.find(kLineBreak); at != std::string_view::npos;
         at = text.find(kLineBreak)) {
      add_line(text.substr(0, at), look);
      line_break();
      text.remove_prefix(at + kLineBreak.size());
    }
    add_line(text, look);
  }

  void line_break() {
    // A break of a line has no look: it goes with the text before it.
    if (runs_.empty()) runs_.push_back({});
    runs_.back().text += '\n';
    blank_ = false;
    line_begins_ = true;
  }

  bool empty() const { return runs_.empty(); }

  /// What was added since the last time.
  std::vector<Run> take() {
    blank_ = false;
    line_begins_ = true;
    return std::exchange(runs_, {});
  }

 private:
  void add_line(std::string_view text, const Run& look) {
    while (!text.empty()) {
      const std::size_t begin = text.find_first_not_of(kBlanks);
      if (begin > 0 && !line_begins_ && !blank_) {
        blank_ = true;
        blank_look_ = look;
      }
      if (begin == std::string_view::npos) return;
      const std::size_t end = find_or_end(text, kBlanks, begin);
      if (blank_) put(" ", blank_look_);
      put(text.substr(begin, end - begin), look);
      blank_ = line_begins_ = false;
      text.remove_prefix(end);
    }
  }

  void put(std::string_view text, const Run& look) {
    if (runs_.empty() || !same_look(runs_.back(), look))
      runs_.push_back({"", look.bold, look.italic, look.underline});
    runs_.back().text += text;
  }

  std::vector<Run> runs_;
  /// A blank that is only written when text follows it on the line, and its look.
  bool blank_ = false;
  Run blank_look_;
  bool line_begins_ = true;
};

void add_inline(const pugi::xml_node& node, Run look, RunBuilder& runs) {
  const std::string_view name = node.name();
  if (node.type() == pugi::node_pcdata) return runs.add(node.value(), look);
  if (name == "br") return runs.line_break();
  look.bold = look.bold || name == "b" || name == "strong";
  look.italic = look.italic || name == "i" || name == "em";
  look.underline = look.underline || name == "u";
  for (const pugi::xml_node child : node.children()) add_inline(child, look, runs);
}

bool has_class(const pugi::xml_node& node, std::string_view name) {
  return has_word(node.attribute("class").value(), name);
}

std::string svg_text(const pugi::xml_node& svg) {
  std::ostringstream out;
  svg.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

/// How paragraphs are where they stand, as long as they don't say otherwise.
struct Surroundings {
  Style style = Style::body;
  Align align = Align::automatic;
  int depth = 0;
};

/// What stands here, as the classes of an element have it.
Surroundings with_classes(Surroundings surroundings, const pugi::xml_node& node) {
  for (const std::string& word : words_of(node.attribute("class").value())) {
    if (const auto style = find_style(word)) surroundings.style = *style;
    const ClassWord* known = find_class(word);
    if (known != nullptr && known->kind == ClassKind::align) surroundings.align = known->align;
  }
  return surroundings;
}

/// The paragraphs of a validated cell.
std::vector<Paragraph> read_paragraphs(Page& page, const pugi::xml_node& cell,
                                       Surroundings surroundings);

/// Whether a ruled table leaves its widths to what it holds.
bool is_by_content(const Table& table) {
  return table.style == TableStyle::grid &&
         std::ranges::count(table.widths, 0) == static_cast<std::ptrdiff_t>(table.widths.size());
}

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
          say("dòng chỉ có {} trong {} cột", "the row fills {0} of {2}", problem.cell, count,
              counted(count, "column")),
          {"thêm ô, hoặc gộp ô bằng `colspan`", "add cells, or merge some with `colspan`"});
    const Span place = page_.span(rows_[problem.row][problem.cell]);
    if (problem.fault == GridFault::too_wide)
      return fault(place,
                   say("ô vượt ra ngoài {} cột của bảng", "the cell leaves the table's {1}", count,
                       counted(count, "column")),
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
    if (is_by_content(table_)) return true;
    auto shared = share_widths(table_.widths);
    if (!shared)
      return fault(
          page_.span(node_),
          {"bề rộng các cột không đủ hoặc quá 100%", "the widths don't make 100%"},
          {"sửa bề rộng, hoặc để trống một cột", "mend them, or leave one column without"});
    table_.widths = std::move(*shared);
    return true;
  }

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

/// Makes blocks of what stands in an element one after the other.
class Flow {
 public:
  Flow(Page& page, std::vector<Block>& blocks) : page_(page), blocks_(blocks) {}

  void children(const pugi::xml_node& parent, const Surroundings& here) {
    for (const pugi::xml_node child : parent.children()) {
      const bool is_text = child.type() == pugi::node_pcdata || is_inline(child.name());
      if (is_text) {
        add_inline(child, {}, runs_);
      } else {
        flush(here);
        block(child, here);
      }
    }
    flush(here);
  }

  bool good() const { return good_; }

 private:
  void block(const pugi::xml_node& node, const Surroundings& here) {
    const std::string_view name = node.name();
    Surroundings inside = here;
    // `h1`, `h2`, `h3`: other elements of a body have no such beginning.
    if (name.starts_with('h')) inside.style = *find_style(fmt::format("heading{}", name[1]));
    inside = with_classes(inside, node);
    if (name == "table") {
      Table table;
      good_ = TableReader(page_, node, table).read() && good_;
      blocks_.emplace_back(std::move(table));
    } else if (name == "figure") {
      add_inline(node.child("figcaption"), {}, runs_);
      blocks_.emplace_back(Figure{svg_text(node.child("svg")), runs_.take()});
    } else if (name == "ul" || name == "ol") {
      list(node, inside);
    } else if (name == "div") {
      if (has_class(node, "page-break")) blocks_.emplace_back(PageBreak{});
      children(node, inside);
    } else {
      for (const pugi::xml_node child : node.children()) add_inline(child, {}, runs_);
      paragraph(inside);
    }
  }

  void list(const pugi::xml_node& node, Surroundings inside) {
    // An item that begins with a list of its own.
    if (!mark_.empty()) paragraph(inside);
    ++inside.depth;
    if (inside.style == Style::body) inside.style = Style::item;
    int number = 0;
    for (const pugi::xml_node item : node.children("li")) {
      mark_ = node.name() == std::string_view("ul") ? "-" : fmt::format("{}.", ++number);
      const Surroundings place = with_classes(inside, item);
      children(item, place);
      // An item without a word still counts.
      if (!mark_.empty()) paragraph(place);
    }
  }

  void flush(const Surroundings& here) {
    if (!runs_.empty()) paragraph(here);
  }

  /// The first paragraph of an item takes its mark.
  void paragraph(const Surroundings& here) {
    blocks_.emplace_back(
        Paragraph{here.style, here.align, runs_.take(), std::exchange(mark_, {}), here.depth});
  }

  Page& page_;
  std::vector<Block>& blocks_;
  RunBuilder runs_;
  std::string mark_;
  bool good_ = true;
};

std::vector<Paragraph> read_paragraphs(Page& page, const pugi::xml_node& cell,
                                       Surroundings surroundings) {
  std::vector<Block> blocks;
  Flow(page, blocks).children(cell, surroundings);
  std::vector<Paragraph> paragraphs;
  for (Block& block : blocks)
    if (auto* paragraph = std::get_if<Paragraph>(&block))
      paragraphs.push_back(std::move(*paragraph));
  return paragraphs;
}

std::string title_of(const pugi::xml_node& head) {
  RunBuilder runs;
  runs.add(head.child("title").child_value(), {});
  return text_of(runs.take());
}

std::string value_or(const pugi::xml_node& node, const char* attribute, const std::string& other) {
  const pugi::xml_attribute found = node.attribute(attribute);
  return found ? found.value() : other;
}

}  // namespace

std::optional<Document> read(const Sources& sources, FileId file, Report& report) {
  Page page(sources, file, report);
  if (!page.parse() || !validate(page)) return std::nullopt;
  const pugi::xml_node html = page.tree().child("html"), body = html.child("body");
  Document document;
  document.title = title_of(html.child("head"));
  document.language = value_or(html, "lang", value_or(html, "xml:lang", document.language));
  document.layout = value_or(body, "data-layout", document.layout);
  if (body.attribute("data-orientation").value() == std::string_view("landscape"))
    document.orientation = Orientation::landscape;
  Flow flow(page, document.blocks);
  flow.children(body, {});
  if (!flow.good()) return std::nullopt;
  for (Block& block : document.blocks)
    if (auto* table = std::get_if<Table>(&block); table != nullptr && is_by_content(*table))
      fit_columns(*table, document.orientation);
  return document;
}

}  // namespace wardplan::document
