#include <numeric>
#include <utility>

#include "document/body_name.h"
#include "document/docx_parts.h"
#include "document/grid.h"
#include "document/keep.h"
#include "document/measure.h"
#include "text/escape.h"
#include "text/quoted.h"

namespace wardplan::document {
namespace {

constexpr const char* kRelationNames =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr double kTwips = 20;
/// Between the border of a cell and its text; how far the text of an item stands in, behind a dash
/// and behind a number; all in twips.
constexpr int kMargin = static_cast<int>(kTwips * kCellMargin);
/// Heights of lines that take no room, and of those between tables.
constexpr int kThin = 20;
constexpr int kBetween = 120;
/// From the edge of the paper to the page number, in millimetres.
constexpr int kHeaderDistance = 10;

void add_text(pugi::xml_node run, const std::string& text) {
  if (text.empty()) return;
  append(run, "w:t", {{"xml:space", "preserve"}}).text().set(text.c_str());
}

/// Letters of another size than their style's, in points; 0: as that.
void add_size(pugi::xml_node look, int size) {
  if (size == 0) return;
  for (const char* name : {"w:sz", "w:szCs"}) append(look, name, {{"w:val", 2 * size}});
}

void add_run(pugi::xml_node paragraph, const Run& run, int size) {
  const pugi::xml_node node = append(paragraph, "w:r");
  if (run.bold || run.italic || run.underline || size > 0) {
    const pugi::xml_node look = append(node, "w:rPr");
    if (run.bold) append(look, "w:b"), append(look, "w:bCs");
    if (run.italic) append(look, "w:i"), append(look, "w:iCs");
    add_size(look, size);
    if (run.underline) append(look, "w:u", {{"w:val", "single"}});
  }
  std::string text;
  for (const char c : xml_safe(run.text)) {
    if (c == '\n' || c == '\t') {
      add_text(node, std::exchange(text, {}));
      append(node, c == '\n' ? "w:br" : "w:tab");
    } else if (c != '\r') {
      text += c;
    }
  }
  add_text(node, text);
}

/// A paragraph of so many twips.
pugi::xml_node add_thin(pugi::xml_node parent, int height, int before = 0, int after = 0,
                        bool keep_next = false) {
  const pugi::xml_node paragraph = append(parent, "w:p");
  const pugi::xml_node look = append(paragraph, "w:pPr");
  if (keep_next) append(look, "w:keepNext");
  append(look, "w:spacing",
         {{"w:before", before}, {"w:after", after}, {"w:line", height}, {"w:lineRule", "exact"}});
  append(append(look, "w:rPr"), "w:sz", {{"w:val", 2}});
  return paragraph;
}

/// The line under a paragraph in the middle of `width` twips, as the upper border of a thin one,
/// which has the room below in its stead.
void add_rule(pugi::xml_node parent, const StyleFormat& format, int width, bool keep_next) {
  constexpr int kAbove = 60;
  constexpr int kHeight = 80;
  pugi::xml_node look =
      add_thin(parent, kHeight, kAbove, 20 * format.after, keep_next).child("w:pPr");
  const int side = width * (100 - format.rule) / 200;
  const pugi::xml_node borders = look.insert_child_before("w:pBdr", look.child("w:spacing"));
  append(borders, "w:top",
         {{"w:val", "single"}, {"w:sz", 6}, {"w:space", 0}, {"w:color", "000000"}});
  pugi::xml_node indent = look.insert_child_after("w:ind", look.child("w:spacing"));
  indent.append_attribute("w:left").set_value(side);
  indent.append_attribute("w:right").set_value(side);
}

class Body {
 public:
  Body(const Document& document, const Layout& layout)
      : document_(document),
        layout_(layout),
        lies_(document.orientation),
        width_(width_of(document.orientation)) {}

  std::string write() {
    const pugi::xml_node root =
        append(tree_, "w:document", {{"xmlns:w", kWordNames}, {"xmlns:r", kRelationNames}});
    const pugi::xml_node body = append(root, "w:body");
    const std::vector<bool> keeps = block_keeps(document_);
    for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
      std::visit([&](const auto& block) { add(body, block, keeps[at]); }, document_.blocks[at]);
      const auto* table = std::get_if<Table>(&document_.blocks[at]);
      if (table == nullptr) continue;
      if (table->style == TableStyle::grid) {
        describe(body.last_child(), *table, at);
        for (bool first = true; keeps[at]; first = false, ++at)
          add_under(body.last_child(), table->widths.size(), at + 1, keeps[at + 1], first);
      }
      add_after_table(body, at + 1, keeps[at]);
      if (table->style == TableStyle::grid && at + 1 < document_.blocks.size())
        leave_room(document_.blocks[at + 1]);
    }
    if (document_.blocks.empty()) append(body, "w:p");
    add_section(body);
    return part_text(tree_);
  }

 private:
  /// Tables that touch would become one, and the last block is a paragraph.
  void add_after_table(pugi::xml_node body, std::size_t next, bool keep_next) {
    if (next == document_.blocks.size())
      add_thin(body, kThin);
    else if (std::holds_alternative<Table>(document_.blocks[next]))
      add_thin(body, kBetween, 0, 0, keep_next);
  }

  /// What is said next doesn't stick to a table.
  void leave_room(const Block& next) {
    const auto* paragraph = std::get_if<Paragraph>(&next);
    if (paragraph != nullptr && kTwips * layout_[paragraph->style].before < kBetween)
      above_ = kBetween;
  }

  /// What is signed with a table stands in rows of it without borders: programs keep rows together
  /// on every page, but what follows a table only with tables of one page.
  void add_under(pugi::xml_node table, std::size_t columns, std::size_t at, bool keep_next,
                 bool first) {
    const Block& block = document_.blocks[at];
    const auto* inner = std::get_if<Table>(&block);
    const pugi::xml_node row = append(table, "w:tr"), row_look = append(row, "w:trPr");
    if (inner != nullptr && is_low(*inner, in_points(widths_of(*inner)), layout_))
      append(row_look, "w:cantSplit");
    const pugi::xml_node cell = append(row, "w:tc"), look = append(cell, "w:tcPr");
    append(look, "w:tcW", {{"w:w", width_}, {"w:type", "dxa"}});
    if (columns > 1) append(look, "w:gridSpan", {{"w:val", static_cast<int>(columns)}});
    const pugi::xml_node borders = append(look, "w:tcBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right"})
      if (!first || side != std::string_view("w:top")) append(borders, side, {{"w:val", "nil"}});
    const pugi::xml_node margins = append(look, "w:tcMar");
    for (const char* side : {"w:left", "w:right"})
      append(margins, side, {{"w:w", 0}, {"w:type", "dxa"}});
    if (inner != nullptr) add_thin(cell, kBetween, 0, 0, keep_next);
    std::visit([&](const auto& inside) { add(cell, inside, keep_next); }, block);
    if (inner != nullptr) add_thin(cell, kThin);
  }

  /// Its caption and the titles of its columns, for those who can't see them.
  void describe(pugi::xml_node table, const Table& made, std::size_t at) {
    const pugi::xml_node look = table.child("w:tblPr");
    append(look, "w:tblCaption", {{"w:val", xml_safe(caption_of(document_, at))}});
    const std::vector<std::string> titles = flat_header(made, lay_out(made));
    if (made.header_rows > 0)
      append(look, "w:tblDescription", {{"w:val", xml_safe(joined(titles, "; "))}});
  }

  void add(pugi::xml_node body, const Paragraph& paragraph, bool keep_next) {
    add_paragraph(body, paragraph, width_, keep_next);
  }

  // They have been taken out.
  void add(pugi::xml_node, const Figure&, bool) {}

  void add(pugi::xml_node body, const PageBreak& page, bool) {
    const pugi::xml_node paragraph = add_thin(body, kThin);
    if (!page.turn || *page.turn == lies_) {
      append(append(paragraph, "w:r"), "w:br", {{"w:type", "page"}});
      return;
    }
    add_section(paragraph.child("w:pPr"));
    lies_ = *page.turn;
    width_ = width_of(lies_);
  }

  int width_of(Orientation orientation) const {
    return twips(page_width(orientation)) - twips(layout_.left) - twips(layout_.right);
  }

  void add_paragraph(pugi::xml_node parent, const Paragraph& paragraph, int width, bool keep_next) {
    const pugi::xml_node node = append(parent, "w:p");
    const pugi::xml_node look = append(node, "w:pPr");
    append(look, "w:pStyle", {{"w:val", docx_style_id(paragraph.style)}});
    if (keep_next) append(look, "w:keepNext");
    const StyleFormat& format = layout_[paragraph.style];
    const int above = std::exchange(above_, 0);
    pugi::xml_node room;
    if (format.rule > 0 || above > 0) room = append(look, "w:spacing");
    if (above > 0) room.append_attribute("w:before").set_value(above);
    if (format.rule > 0) room.append_attribute("w:after").set_value(0);
    if (paragraph.depth > 0)
      append(look, "w:ind",
             {{"w:left", static_cast<int>(kTwips * indent_of(paragraph))},
              {"w:hanging",
               paragraph.mark.empty() ? 0 : static_cast<int>(kTwips * mark_room_of(paragraph))}});
    if (paragraph.align != Align::automatic)
      append(look, "w:jc", {{"w:val", docx_align(paragraph.align)}});
    const int size = smaller_ == 0 ? 0 : format.size - smaller_;
    if (size > 0) add_size(append(look, "w:rPr"), size);
    if (!paragraph.mark.empty()) add_run(node, {paragraph.mark + "\t"}, size);
    const Paragraph shown =
        is_body_name(format.style) ? name_in_lines(paragraph, format, width / kTwips) : paragraph;
    for (const Run& run : shown.runs) add_run(node, run, size);
    if (format.rule > 0) add_rule(parent, format, width, keep_next);
  }

  void add(pugi::xml_node body, const Table& table, bool keep_next) {
    const bool grid = table.style == TableStyle::grid;
    const pugi::xml_node node = append(body, "w:tbl");
    const pugi::xml_node look = append(node, "w:tblPr");
    append(look, "w:tblW", {{"w:w", width_}, {"w:type", "dxa"}});
    if (grid) {
      const pugi::xml_node borders = append(look, "w:tblBorders");
      for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
        append(borders, side,
               {{"w:val", "single"}, {"w:sz", 4}, {"w:space", 0}, {"w:color", "000000"}});
    }
    append(look, "w:tblLayout", {{"w:type", "fixed"}});
    const pugi::xml_node margins = append(look, "w:tblCellMar");
    for (const char* side : {"w:left", "w:right"})
      append(margins, side, {{"w:w", kMargin}, {"w:type", "dxa"}});
    const std::vector<int> widths = widths_of(table);
    const pugi::xml_node columns = append(node, "w:tblGrid");
    for (const int width : widths) append(columns, "w:gridCol", {{"w:w", width}});
    const std::vector<RowKeep> keeps = row_keeps(table, in_points(widths), layout_, keep_next);
    const Grid places = lay_out(table);
    smaller_ = table.smaller;
    for (std::size_t row = 0; row < places.rows.size(); ++row)
      add_row(node, places.rows[row], widths, {grid, keeps[row]});
    smaller_ = 0;
  }

  static std::vector<double> in_points(const std::vector<int>& widths) {
    std::vector<double> points;
    for (const int width : widths) points.push_back(width / kTwips);
    return points;
  }

  /// In twips, so that they add up to the width of the text.
  std::vector<int> widths_of(const Table& table) const {
    std::vector<int> widths;
    int thousandths = 0, before = 0;
    for (const int width : table.widths) {
      thousandths += width;
      const int edge = width_ * thousandths / 1000;
      widths.push_back(edge - before);
      before = edge;
    }
    return widths;
  }

  struct RowLook {
    bool grid;
    RowKeep keep;
  };

  void add_row(pugi::xml_node table, const std::vector<Slot>& slots, const std::vector<int>& widths,
               RowLook how) {
    const pugi::xml_node row = append(table, "w:tr");
    const pugi::xml_node look = append(row, "w:trPr");
    if (how.keep.whole) append(look, "w:cantSplit");
    if (how.keep.repeated) append(look, "w:tblHeader");
    for (std::size_t column = 0; column < slots.size();) {
      std::size_t end = column + 1;
      while (end < slots.size() && slots[column].cell != nullptr && !slots[end].first_column &&
             slots[end].cell == slots[column].cell)
        ++end;
      const int width = std::accumulate(widths.begin() + static_cast<std::ptrdiff_t>(column),
                                        widths.begin() + static_cast<std::ptrdiff_t>(end), 0);
      add_cell(row, slots[column], static_cast<int>(end - column), width, how);
      column = end;
    }
  }

  void add_cell(pugi::xml_node row, const Slot& slot, int columns, int width, RowLook how) {
    const pugi::xml_node node = append(row, "w:tc");
    const pugi::xml_node look = append(node, "w:tcPr");
    append(look, "w:tcW", {{"w:w", width}, {"w:type", "dxa"}});
    if (columns > 1) append(look, "w:gridSpan", {{"w:val", columns}});
    const bool merged = slot.cell != nullptr && slot.cell->rows > 1;
    if (merged) append(look, "w:vMerge", {{"w:val", slot.first_row ? "restart" : "continue"}});
    if (how.grid && slot.cell != nullptr && slot.cell->header)
      append(look, "w:vAlign", {{"w:val", "center"}});
    if (slot.cell != nullptr && slot.first_row)
      for (const Paragraph& paragraph : slot.cell->paragraphs)
        add_paragraph(node, paragraph, width - 2 * kMargin, how.keep.with_next);
    // A cell ends with a paragraph; an empty one is as high as a line of its kind.
    if (!node.child("w:p"))
      add_paragraph(node, {how.grid ? Style::cell : Style::line, Align::automatic, {}}, width,
                    how.keep.with_next);
  }

  /// Ends a section, as its pages lie: the last one's stands at the end of the body.
  void add_section(pugi::xml_node parent) {
    const pugi::xml_node section = append(parent, "w:sectPr");
    append(section, "w:headerReference", {{"w:type", "default"}, {"r:id", "rId3"}});
    pugi::xml_node size = append(
        section, "w:pgSz", {{"w:w", twips(page_width(lies_))}, {"w:h", twips(page_height(lies_))}});
    if (lies_ == Orientation::landscape) size.append_attribute("w:orient").set_value("landscape");
    append(section, "w:pgMar",
           {{"w:top", twips(layout_.top)},
            {"w:right", twips(layout_.right)},
            {"w:bottom", twips(layout_.bottom)},
            {"w:left", twips(layout_.left)},
            {"w:header", twips(kHeaderDistance)},
            {"w:footer", twips(kHeaderDistance)},
            {"w:gutter", 0}});
    // The first page has a header of its own, which is empty.
    if (first_section_) append(section, "w:titlePg");
    first_section_ = false;
  }

  const Document& document_;
  const Layout& layout_;
  /// How the pages lie, and between their margins, in twips.
  Orientation lies_;
  int width_;
  bool first_section_ = true;
  /// By how many points the letters of the table that is written are smaller.
  int smaller_ = 0;
  /// Room in twips above the next paragraph, instead of what its style has.
  int above_ = 0;
  pugi::xml_document tree_;
};

}  // namespace

std::string docx_body(const Document& document, const Layout& layout) {
  return Body(document, layout).write();
}

}  // namespace wardplan::document
