#include "document/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "document/body_name.h"
#include "document/words.h"
#include "text/escape.h"

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

/// The name of a body, whose place goes to the next line as a whole where there is no room for it.
std::string name_html(const std::vector<Run>& runs) {
  const std::size_t place = runs.size() == 1 ? place_in(runs[0].text) : std::string_view::npos;
  if (place == std::string_view::npos) return inline_html(runs);
  Run body = runs[0], rest = runs[0];
  body.text.erase(place);
  rest.text.erase(0, place);
  return inline_html({body}) + "<span class=\"place\">" + inline_html({rest}) + "</span>";
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
  const std::string text =
      is_body_name(paragraph.style) ? name_html(paragraph.runs) : inline_html(paragraph.runs);
  return out + ">" + mark + text + fmt::format("</{}>", element);
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

/// Tables whose letters are so many points smaller.
std::string small_class(int points) { return fmt::format("smaller{}", points); }

std::string table_html(const Table& table, std::string_view caption) {
  std::string out = "<table class=\"plain\" role=\"presentation\">\n";
  const std::string small = table.smaller == 0 ? "" : " " + small_class(table.smaller);
  if (table.style == TableStyle::grid)
    out = fmt::format("<table class=\"grid{}\">\n<caption>{}</caption>\n", small, caption);
  out += "<colgroup>";
  for (const int width : table.widths)
    out += fmt::format("<col style=\"width: {}.{}%\">", width / 10, width % 10);
  out += "</colgroup>\n";
  const std::size_t heads = std::min(table.header_rows, table.rows.size());
  if (heads > 0) out += "<thead>\n" + rows_html(table, 0, heads) + "</thead>\n";
  out += "<tbody>\n" + rows_html(table, heads, table.rows.size()) + "</tbody>\n</table>";
  return out;
}

std::string figure_html(const Figure& figure) {
  return "<figure>" + figure.svg + "<figcaption class=\"note center\">" +
         inline_html(figure.caption) + "</figcaption></figure>";
}

/// What is wider than a narrow screen is scrolled in a box of its own, which keys reach too.
std::string boxed(std::string_view label, std::string_view html) {
  return fmt::format(
      "<div class=\"box\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">\n{}\n</div>", label,
      html);
}

/// The blocks of one page, whose boxes have names of their own.
class BlockWriter {
 public:
  explicit BlockWriter(const Document& document) : document_(document) {}

  std::string write(std::size_t at) {
    const Block& block = document_.blocks[at];
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) return paragraph_html(*paragraph);
    if (const auto* figure = std::get_if<Figure>(&block))
      return boxed(label(text_of(figure->caption)), figure_html(*figure));
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) return "<div class=\"page-break\"></div>";
    if (table->style == TableStyle::plain) return table_html(*table, {});
    const std::string caption = caption_of(document_, at);
    return boxed(label(caption), table_html(*table, xml_text(caption)));
  }

 private:
  std::string label(const std::string& text) {
    const int count = ++met_[text];
    return xml_text(count == 1 ? text : fmt::format("{} ({})", text, count));
  }

  const Document& document_;
  std::map<std::string, int> met_;
};

/// The paper, the ink, the tables; what depends on the layout stands before it.
constexpr std::string_view kFixed =
    R"(:root { --ink: #111; --paper: #fff; --around: #e9e9ec; --line: #111; color-scheme: light dark }
* { box-sizing: border-box }
body { margin: 0; background: var(--around); color: var(--ink); line-height: 1.2 }
main { margin: 1.5em auto; background: var(--paper); box-shadow: 0 1px 6px #0003 }
h1, h2, h3, h4, p, figure { margin: 0; font-weight: normal; overflow-wrap: break-word }
p:empty { min-height: 1.2em }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
td, th { vertical-align: top; text-align: left; font-weight: normal; padding: 0 2.5pt }
.grid { margin: 2mm 0 }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.box { overflow-x: auto }
.box:focus-visible { outline: 2px solid }
.grid td, .grid th { border: .75pt solid var(--line) }
.grid th { vertical-align: middle }
thead { display: table-header-group }
tr { break-inside: avoid }
figure { margin: 3mm 0; text-align: center; break-inside: avoid }
svg { max-width: 100%; height: auto; fill: currentColor }
.list { text-indent: -1.1em }
.place { display: inline-block }
h1, h2, h3, h4 { break-after: avoid }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --paper: #1d1e20; --around: #121314; --line: #8a8a8a }
}
@media screen and (max-width: 60em) {
  main { width: auto; margin: 0; padding: 1em }
}
@media print {
  :root { --ink: #000; --paper: #fff; --line: #000; color-scheme: light }
  body { background: none }
  main { width: auto; margin: 0; padding: 0; box-shadow: none }
  .box { overflow: visible }
  .page-break { break-after: page }
}
@media screen { .page-break { border-top: 1px dashed var(--line); margin: 2em 0 } }
)";

std::string rule_of(const Layout& layout, const StyleFormat& format) {
  std::string css = fmt::format(".{} {{ font-size: {}pt; text-align: {}", format.name, format.size,
                                align_word(format.align));
  if (format.bold) css += "; font-weight: bold";
  if (format.italic) css += "; font-style: italic";
  // Below the marks under letters, and through none of them.
  if (format.underline)
    css +=
        "; text-decoration: underline .75pt; text-underline-offset: 3.5pt; "
        "text-decoration-skip-ink: none; padding-bottom: 3pt";
  if (format.before > 0) css += fmt::format("; margin-top: {}pt", format.before);
  if (format.after > 0) css += fmt::format("; margin-bottom: {}pt", format.after);
  if (format.indent > 0) css += fmt::format("; text-indent: {}mm", format.indent);
  if (is_body_text(format.style) && layout.line > 0)
    css += fmt::format("; line-height: {}pt", layout.line);
  css += " }\n";
  if (format.rule > 0)
    css += fmt::format(
        ".{}::after {{ content: \"\"; display: block; width: {}%; margin: 2pt auto 0; "
        "border-top: .75pt solid }}\n",
        format.name, format.rule);
  return css;
}

std::string style_sheet(const Layout& layout, Orientation orientation) {
  const bool upright = orientation == Orientation::portrait;
  std::string css = fmt::format(
      "@page {{ size: A4 {}; margin: {}mm {}mm {}mm {}mm; "
      "@top-center {{ content: counter(page); font: {}pt \"{}\", serif }} }}\n"
      "@page :first {{ @top-center {{ content: none }} }}\n",
      upright ? "portrait" : "landscape", layout.top, layout.right, layout.bottom, layout.left,
      layout.page_number, kFont);
  css += fmt::format("body {{ font-family: \"{}\", \"Liberation Serif\", Tinos, serif }}\n", kFont);
  css += fmt::format("main {{ width: {}mm; padding: {}mm {}mm {}mm {}mm }}\n",
                     page_width(orientation), layout.top, layout.right, layout.bottom, layout.left);
  css += kFixed;
  // On a narrow screen a table is scrolled rather than its words broken, and a picture rather than
  // made too small to read.
  css += fmt::format(
      "@media screen and (max-width: 60em) {{ .grid {{ min-width: {}em }} .box svg {{ min-width: "
      "40em }} }}\n",
      upright ? 44 : 60);
  for (const StyleFormat& format : layout.styles) css += rule_of(layout, format);
  // Behind the styles, which they overrule.
  for (const Align align : {Align::left, Align::center, Align::right, Align::justify})
    css += fmt::format(".{0} {{ text-align: {0} }}\n", align_word(align));
  return css;
}

/// How letters of tables look that are smaller than their styles say.
std::string smaller_letters(const Document& document, const Layout& layout) {
  std::set<int> met;
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block); table != nullptr && table->smaller > 0)
      met.insert(table->smaller);
  std::string css;
  for (const int points : met)
    for (const Style style : {Style::head, Style::cell})
      css += fmt::format(".{} .{} {{ font-size: {}pt }}\n", small_class(points), style_name(style),
                         layout[style].size - points);
  return css;
}

constexpr std::string_view word_of(Orientation orientation) {
  return orientation == Orientation::portrait ? "portrait" : "landscape";
}

/// How pages that don't lie as the first one does are laid.
std::string turned_pages(const Document& document) {
  std::string css;
  for (const Orientation other : {Orientation::portrait, Orientation::landscape})
    if (std::ranges::any_of(document.blocks, [&](const Block& block) {
          const auto* page = std::get_if<PageBreak>(&block);
          return page != nullptr && page->turn == other && document.orientation != other;
        }))
      css += fmt::format("@page {0} {{ size: A4 {0} }}\n.{0} {{ page: {0} }}\n", word_of(other));
  return css;
}

/// The parts of a page that lie otherwise than its first one.
struct Turning {
  Orientation first;
  bool inside = false;

  explicit Turning(Orientation lies) : first(lies) {}

  std::string close() { return std::exchange(inside, false) ? "</section>\n" : ""; }
  std::string close(const Block& block) {
    const auto* page = std::get_if<PageBreak>(&block);
    return page != nullptr && page->turn ? close() : "";
  }
  std::string open(const Block& block) {
    const auto* page = std::get_if<PageBreak>(&block);
    if (page == nullptr || !page->turn || *page->turn == first) return "";
    inside = true;
    return fmt::format("<section class=\"{}\">\n", word_of(*page->turn));
  }
};

}  // namespace

std::string write_html(const Document& document, const Layout& layout) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n",
      xml_text(document.language), xml_text(document.title),
      style_sheet(layout, document.orientation) + smaller_letters(document, layout) +
          turned_pages(document));
  BlockWriter writer(document);
  Turning turning(document.orientation);
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    const Block& block = document.blocks[at];
    out += turning.close(block);
    out += writer.write(at) + "\n";
    out += turning.open(block);
  }
  return out + turning.close() + "</main>\n</body>\n</html>\n";
}

}  // namespace wardplan::document
