#include "support/pages.h"

#include <fmt/format.h>

#include <stdexcept>

#include "document/document.h"
#include "document/layout.h"
#include "golden/sandbox.h"

namespace wardplan::test {
namespace {

using namespace document;

std::string shown(const std::vector<Run>& runs) {
  std::string out;
  for (const Run& run : runs) {
    const std::string look =
        std::string(run.bold ? "b" : "") + (run.italic ? "i" : "") + (run.underline ? "u" : "");
    std::string text;
    for (const char c : run.text) text += c == '\n' ? "/" : std::string(1, c);
    out += look.empty() ? text : fmt::format("<{} {}>", look, text);
  }
  return out;
}

std::string shown(const Paragraph& paragraph) {
  static constexpr std::string_view kAligns[] = {"", " left", " center", " right", " justify"};
  std::string out = std::string(style_name(paragraph.style)) +
                    std::string(kAligns[static_cast<std::size_t>(paragraph.align)]);
  if (paragraph.depth > 0) out += fmt::format(" {}{}", paragraph.depth, paragraph.mark);
  return out + ": " + shown(paragraph.runs);
}

std::string shown(const Table& table) {
  std::string out = table.style == TableStyle::grid ? "grid" : "plain";
  for (const int width : table.widths) out += fmt::format(" {}", width);
  if (table.header_rows > 0) out += fmt::format(", {} heading", table.header_rows);
  for (const Row& row : table.rows) {
    out += "\n ";
    for (const Cell& cell : row) {
      out += " [";
      if (cell.columns * cell.rows > 1) out += fmt::format("{}x{} ", cell.columns, cell.rows);
      for (const Paragraph& paragraph : cell.paragraphs)
        out += (&paragraph == cell.paragraphs.data() ? "" : "; ") + shown(paragraph);
      out += "]";
    }
  }
  return out;
}

struct ShowBlock {
  std::string operator()(const Paragraph& paragraph) const { return shown(paragraph); }
  std::string operator()(const Table& table) const { return shown(table); }
  std::string operator()(const Figure& figure) const {
    return fmt::format("figure {}: {}", figure.svg, shown(figure.caption));
  }
  std::string operator()(const PageBreak&) const { return "new page"; }
};

}  // namespace

ReadPage read_page(std::string bytes) {
  Sources sources;
  Report report;
  ReadPage page;
  const FileId file = sources.add("page.html", std::move(bytes));
  page.document = read(sources, file, report);
  for (const Finding& finding : report.findings()) {
    const Span span = finding.primary.span;
    const Position place = sources[file].position(span.begin);
    page.findings.push_back(fmt::format("{} {}:{} \"{}\": {}{}", finding.code->id, place.line,
                                        place.column, sources.text(span), finding.message.en,
                                        finding.help.empty() ? "" : "; " + finding.help.en));
  }
  return page;
}

ReadPage read_body(std::string_view body) {
  return read_page(fmt::format(
      "<html lang=\"vi\"><head><title>Mẫu</title></head><body>\n{}\n</body></html>\n", body));
}

std::string sample_page(std::string_view name) {
  return golden::slurp(fmt::format("{}/tests/document/pages/{}.html", WARDPLAN_SOURCE_DIR, name));
}

document::Document sample_document(std::string_view name) {
  ReadPage page = read_page(sample_page(name));
  if (!page.document) throw std::runtime_error(page.findings.front());
  return std::move(*page.document);
}

std::string shown(const document::Document& document) {
  std::string out;
  for (const Block& block : document.blocks) out += std::visit(ShowBlock{}, block) + "\n";
  return out;
}

}  // namespace wardplan::test
