#include "document/write.h"

#include <fmt/format.h>

#include "document/grid.h"
#include "document/words.h"
#include "text/markup.h"

namespace wardplan::document {
namespace {

std::string inline_html(const std::vector<Run>& runs) {
  std::string out;
  for (const Run& run : runs) {
    std::string text;
    for (const char c : xml_text(run.text)) text += c == '\n' ? "<br>" : std::string(1, c);
    if (run.underline) text = "<u>" + text + "</u>";
    if (run.italic) text = "<i>" + text + "</i>";
    if (run.bold) text = "<b>" + text + "</b>";
    out += text;
  }
  return out;
}

std::string element_of(Style style) {
  const int level = heading_level(style);
  return level > 0 ? fmt::format("h{}", level) : "p";
}

std::string paragraph_html(const Paragraph& paragraph) {
  const std::string element = element_of(paragraph.style);
  std::string look(style_name(paragraph.style));
  if (paragraph.align != Align::automatic) look += fmt::format(" {}", align_word(paragraph.align));
  if (!paragraph.mark.empty()) look += " list";
  std::string out = fmt::format("<{} class=\"{}\"", element, look);
  if (paragraph.depth > 0)
    out += fmt::format(" style=\"padding-left: {:.1f}em\"", 1.1 * paragraph.depth);
  const std::string mark = paragraph.mark.empty() ? "" : xml_text(paragraph.mark) + " ";
  return out + ">" + mark + inline_html(paragraph.runs) + fmt::format("</{}>", element);
}

std::string cell_html(const Cell& cell, bool in_head) {
  const std::string_view element = cell.header ? "th" : "td";
  std::string out = fmt::format("<{}", element);
  if (cell.header) {
    const std::string_view axis = in_head ? "col" : "row";
    const bool group = (in_head ? cell.columns : cell.rows) > 1;
    out += fmt::format(" scope=\"{}{}\"", axis, group ? "group" : "");
  }
  if (cell.columns > 1) out += fmt::format(" colspan=\"{}\"", cell.columns);
  if (cell.rows > 1) out += fmt::format(" rowspan=\"{}\"", cell.rows);
  out += ">";
  for (const Paragraph& paragraph : cell.paragraphs) out += paragraph_html(paragraph);
  return out + fmt::format("</{}>", element);
}

std::string rows_html(const Table& table, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t row = begin; row < end; ++row) {
    out += "<tr>";
    for (const Cell& cell : table.rows[row]) out += cell_html(cell, row < table.header_rows);
    out += "</tr>\n";
  }
  return out;
}

std::string table_html(const Table& table) {
  const bool grid = table.style == TableStyle::grid;
  std::string out =
      grid ? "<table class=\"grid\">\n" : "<table class=\"plain\" role=\"presentation\">\n";
  out += "<colgroup>";
  for (const int width : table.widths)
    out += fmt::format("<col style=\"width: {}.{}%\">", width / 10, width % 10);
  out += "</colgroup>\n";
  const std::size_t heads = std::min(table.header_rows, table.rows.size());
  if (heads > 0) out += "<thead>\n" + rows_html(table, 0, heads) + "</thead>\n";
  out += "<tbody>\n" + rows_html(table, heads, table.rows.size()) + "</tbody>\n</table>";
  return out;
}

struct WriteBlock {
  std::string operator()(const Paragraph& paragraph) const { return paragraph_html(paragraph); }
  std::string operator()(const Table& table) const { return table_html(table); }
  std::string operator()(const Figure& figure) const {
    return "<figure>" + figure.svg + "<figcaption class=\"note center\">" +
           inline_html(figure.caption) + "</figcaption></figure>";
  }
  std::string operator()(const PageBreak&) const { return "<div class=\"page-break\"></div>"; }
};

}  // namespace

std::string write_html(const Document& document, const Layout& layout) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n",
      xml_text(document.language), xml_text(document.title),
      style_sheet(layout, document.orientation));
  for (const Block& block : document.blocks) out += std::visit(WriteBlock{}, block) + "\n";
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace wardplan::document
