#include "document/document.h"

#include <fmt/format.h>

#include <sstream>
#include <utility>

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

/// The drawing as text for HTML.
std::string svg_text(const pugi::xml_node& svg) {
  std::ostringstream out;
  svg.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

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
      good_ = read_table(page_, node, table) && good_;
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

std::string title_of(const pugi::xml_node& head) {
  RunBuilder runs;
  runs.add(head.child("title").child_value(), {});
  return text_of(runs.take());
}

/// The value of an attribute, or what holds without it.
std::string value_or(const pugi::xml_node& node, const char* attribute, const std::string& other) {
  const pugi::xml_attribute found = node.attribute(attribute);
  return found ? found.value() : other;
}

}  // namespace

Surroundings with_classes(Surroundings surroundings, const pugi::xml_node& node) {
  for (const std::string& word : words_of(node.attribute("class").value())) {
    if (const auto style = find_style(word)) surroundings.style = *style;
    const ClassWord* known = find_class(word);
    if (known != nullptr && known->kind == ClassKind::align) surroundings.align = known->align;
  }
  return surroundings;
}

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
  return flow.good() ? std::optional(std::move(document)) : std::nullopt;
}

}  // namespace wardplan::document
