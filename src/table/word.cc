#include <algorithm>
#include <utility>

#include "table/old_encoding.h"
#include "table/readers.h"
#include "table/word_reader.h"
#include "table/xml.h"
#include "text/escape.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

using Parts = std::vector<std::unique_ptr<Part>>;

void read_notes(Package& package, std::string_view main, WordReader& reader, Parts& parts) {
  for (const auto& [type, name] :
       {std::pair{"footnotes", "footnote"}, {"endnotes", "endnote"}, {"comments", "comment"}}) {
    const auto part = package.related(main, type);
    if (!part) continue;
    parts.push_back(package.load(*part));
    for (const pugi::xml_node note : parts.back()->root().children())
      if (local_name(note) == name)
        reader.notes.emplace(std::string(name) + ":" + std::string(attribute(note, "id")), note);
    Allowance().need(reader.notes.size(), 0);
  }
}

void read_margins(Package& package, std::string_view main, WordReader& reader) {
  for (const Relation& each : package.relations(main)) {
    if ((each.type != "header" && each.type != "footer") || !package.archive().has(each.target))
      continue;
    const auto part = package.load(each.target);
    WordFlow flow{.outside = OutsideKind::page_margin, .tables = kMostTables};
    reader.blocks(part->root(), flow);
  }
}

/// Notes that a part names an old font; of several the first.
void find_old_font(const pugi::xml_node& root, ReadFile& file) {
  const pugi::xml_node found = root.find_node([](const pugi::xml_node& node) {
    return local_name(node) == "rFonts" &&
           (is_old_font(attribute(node, "ascii")) || is_old_font(attribute(node, "hAnsi")));
  });
  if (!found || !file.old_font.empty()) return;
  const std::string_view ascii = attribute(found, "ascii");
  file.old_font = xml_safe(is_old_font(ascii) ? ascii : attribute(found, "hAnsi"));
}

}  // namespace

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& each : lines)
    for (const std::string_view line : split(each, "\n"))
      if (!is_blank(line)) text += (text.empty() ? "" : "\n") + std::string(trimmed(line));
  return xml_safe(text);
}

void WordReader::blocks(const pugi::xml_node& parent, WordFlow& flow) {
  for (const pugi::xml_node each : parent.children())
    if (each.type() == pugi::node_element) block(each, flow);
  if (flow.open) put(*std::exchange(flow.open, {}), flow);
}

void WordReader::block(const pugi::xml_node& node, WordFlow& flow) {
  const std::string_view name = local_name(node);
  if (name == "p" || name == "r") return paragraph(node, flow);
  if (name == "tbl") return table(node, flow);
  if (name == "AlternateContent") return blocks(shown_branch(node), flow);
  if (name == "altChunk") ++embedded_;
  if (name == "sdtPr" || name == "tcPr" || name == "trPr" || name == "tblPr" || name == "sectPr")
    return;
  for (const pugi::xml_node each : node.children())
    if (each.type() == pugi::node_element) block(each, flow);
}

std::string WordReader::number_of(const pugi::xml_node& node) {
  const pugi::xml_node look = child(node, "pPr"), own = child(look, "numPr");
  const std::string_view style = value_of(look, "pStyle");
  if (own && child(own, "numId"))
    return numbering.next(value_of(own, "numId"), number_or(value_of(own, "ilvl"), 0), style);
  if (style.empty()) return {};
  const WordStyle by_style = styles.resolved(style);
  const long level = own ? number_or(value_of(own, "ilvl"), by_style.level) : by_style.level;
  return by_style.list.empty() ? std::string() : numbering.next(by_style.list, level, style);
}

void WordReader::paragraph(const pugi::xml_node& node, WordFlow& flow) {
  WordParagraph read = read_paragraph(node, styles);
  allowance_.need(0, read.text.size() + read.hidden.size() + read.deleted.size());
  tell_of(read, flow);
  const pugi::xml_node mark = child(child(node, "pPr"), "rPr");
  const bool end_deleted = child(mark, "del") || child(mark, "moveFrom");
  const bool empty = is_blank(read.text);
  // What is deleted to its end isn't there: it has no number either.
  if (!(empty && end_deleted)) {
    const std::string number = flow.open ? std::string() : number_of(node);
    std::string text = number + (number.empty() || empty ? "" : " ") + read.text;
    allowance_.take(0, text.size());
    if (!flow.open && end_deleted) flow.open.emplace();
    if (flow.open) *flow.open += text;
    if (!end_deleted) put(flow.open ? *std::exchange(flow.open, {}) : std::move(text), flow);
  }
  for (const pugi::xml_node box : read.boxes) blocks(box, flow);
  for (const WordParagraph::Reference& reference : read.references) note(reference, flow);
}

void WordReader::put(std::string text, WordFlow& flow) {
  if (is_blank(text)) return;
  if (!flow.outside) {
    flow.lines.push_back(std::move(text));
    return;
  }
  aside(*flow.outside, std::move(text), flow);
  if (flow.outside == OutsideKind::paragraph) last_words_ = file_.outside.back().text;
}

void WordReader::aside(OutsideKind kind, std::string text, const WordFlow& flow) {
  text = joined_lines({std::move(text)});
  if (text.empty()) return;
  allowance_.take(1, 0);
  file_.outside.push_back({kind, std::move(text), file_.tables.size(), flow.cell, 0});
}

void WordReader::note(const WordParagraph::Reference& to, const WordFlow& flow) {
  if (flow.note) return;
  const auto found = notes.extract(std::string(to.to) + ":" + to.id);
  if (found.empty()) return;
  WordFlow inside{.cell = flow.cell, .tables = kMostTables, .note = true};
  blocks(found.mapped(), inside);
  aside(to.to == "comment" ? OutsideKind::comment : OutsideKind::footnote,
        joined_lines(inside.lines), flow);
}

void WordReader::tell_of(const WordParagraph& read, const WordFlow& flow) {
  pictures_ += read.pictures;
  embedded_ += read.embedded;
  signs_ += read.signs;
  if (!is_blank(read.deleted))
    tell(file_,
         say("chữ đã xóa (Track Changes) được bỏ: `{}`",
             "deleted words (tracked) are left out: `{}`", shorten(joined_lines({read.deleted}))),
         flow.cell);
  if (is_blank(read.hidden)) return;
  allowance_.take(0, read.hidden.size());
  aside(OutsideKind::hidden, read.hidden, flow);
  tell(file_,
       say("chữ ẩn không nằm trong bảng: `{}`", "hidden words are not in the table: `{}`",
           shorten(joined_lines({read.hidden}))),
       flow.cell);
}

void WordReader::finish() {
  if (pictures_ > 0)
    tell(file_, say("tệp có {} ảnh hay biểu đồ; chữ trong đó không đọc được",
                    "the file has pictures or charts ({}), in which no words are read", pictures_));
  if (embedded_ > 0)
    tell(file_, say("tệp có {} tệp khác nhúng bên trong; chữ trong đó không đọc được",
                    "the file has other files inside ({}), in which no words are read", embedded_));
  if (signs_ > 0)
    tell(file_, say("có {} ký hiệu của phông riêng (Symbol, Wingdings); xem lại chúng trong bảng",
                    "signs of special fonts ({}) were taken for others: look at them", signs_));
}

void read_word(Package& package, std::string_view main_part, const Part& document, ReadFile& file) {
  WordReader reader(file);
  Parts kept;
  find_old_font(document.root(), file);
  if (const auto styles = package.related(main_part, "styles")) {
    const auto part = package.load(*styles);
    reader.styles.read(part->root());
    find_old_font(part->root(), file);
  }
  if (const auto lists = package.related(main_part, "numbering"))
    reader.numbering.read(package.load(*lists)->root(), reader.styles);
  read_notes(package, main_part, reader, kept);
  WordFlow body{.outside = OutsideKind::paragraph};
  reader.blocks(child(document.root(), "body"), body);
  read_margins(package, main_part, reader);
  reader.finish();
}

}  // namespace wardplan::tables
