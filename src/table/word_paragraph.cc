#include "table/word_paragraph.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "table/xml.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

enum class Inline {
  skip,
  text,
  removed,
  blank,
  line,
  hyphen,
  sign,
  field,
  reference,
  drawing,
  embedded,
  alternatives,
  run,
  inside
};

struct Known {
  std::string_view name;
  Inline what;
};

/// What isn't named here is gone into, so that no words are lost.
constexpr Known kKnown[] = {{"r", Inline::run},
                            {"t", Inline::text},
                            {"rPr", Inline::skip},
                            {"pPr", Inline::skip},
                            {"tab", Inline::blank},
                            {"br", Inline::line},
                            {"cr", Inline::line},
                            {"ptab", Inline::blank},
                            {"del", Inline::removed},
                            {"moveFrom", Inline::removed},
                            {"delText", Inline::removed},
                            {"instrText", Inline::skip},
                            {"delInstrText", Inline::skip},
                            {"sdtPr", Inline::skip},
                            {"sdtEndPr", Inline::skip},
                            {"softHyphen", Inline::skip},
                            {"noBreakHyphen", Inline::hyphen},
                            {"sym", Inline::sign},
                            {"fldChar", Inline::field},
                            {"footnoteReference", Inline::reference},
                            {"endnoteReference", Inline::reference},
                            {"commentReference", Inline::reference},
                            {"drawing", Inline::drawing},
                            {"pict", Inline::drawing},
                            {"object", Inline::drawing},
                            {"altChunk", Inline::embedded},
                            {"subDoc", Inline::embedded},
                            {"AlternateContent", Inline::alternatives},
                            {"rt", Inline::skip},
                            {"rubyPr", Inline::skip}};

Inline kind_of(std::string_view name) {
  const auto* found = std::ranges::find(kKnown, name, &Known::name);
  return found == std::end(kKnown) ? Inline::inside : found->what;
}

/// Word takes blanks at the ends for layout of the file unless it is told to keep them.
std::string text_of(const pugi::xml_node& node) {
  std::string text = node.child_value();
  for (char& c : text)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  if (attribute(node, "space") != "preserve") text = trimmed(text);
  return text;
}

class ParagraphReader {
 public:
  explicit ParagraphReader(const WordStyles& styles) : styles_(styles) {}

  WordParagraph read(const pugi::xml_node& node) {
    const std::string_view style = value_of(child(node, "pPr"), "pStyle");
    hidden_ = !style.empty() && styles_.resolved(style).hidden.value_or(false);
    inside(node);
    // A field that has no end hides nothing.
    if (in_code()) out_.text += code_;
    return std::move(out_);
  }

 private:
  bool in_code() const { return codes_ > 0; }

  void inside(const pugi::xml_node& node) {
    for (const pugi::xml_node each : node.children()) one(each);
  }

  void put(std::string_view text) {
    if (removed_ > 0)
      out_.deleted += text;
    else if (in_code())
      code_ += text;
    else if (hidden_)
      out_.hidden += text;
    else
      out_.text += text;
  }

  void one(const pugi::xml_node& node) {
    if (node.type() != pugi::node_element) return;
    switch (kind_of(local_name(node))) {
      case Inline::skip:
        return;
      case Inline::text:
        return put(text_of(node));
      case Inline::blank:
        return put(" ");
      case Inline::line:
        return put("\n");
      case Inline::hyphen:
        return put("-");
      case Inline::sign:
        return sign(node);
      case Inline::field:
        return field(attribute(node, "fldCharType"));
      case Inline::reference:
        return reference(node);
      case Inline::drawing:
        return drawing(node);
      case Inline::embedded:
        ++out_.embedded;
        return;
      case Inline::alternatives:
        return inside(shown_branch(node));
      case Inline::removed:
        return removed(node);
      case Inline::run:
        return run(node);
      case Inline::inside:
        return inside(node);
    }
  }

  void removed(const pugi::xml_node& node) {
    ++removed_;
    if (local_name(node) == "delText")
      put(text_of(node));
    else
      inside(node);
    --removed_;
  }

  void run(const pugi::xml_node& node) {
    const pugi::xml_node look = child(node, "rPr");
    const bool before = hidden_;
    if (const std::string_view style = value_of(look, "rStyle"); !style.empty())
      hidden_ = styles_.resolved(style).hidden.value_or(hidden_);
    if (child(look, "vanish")) hidden_ = is_on(look, "vanish");
    inside(node);
    hidden_ = before;
  }

  void sign(const pugi::xml_node& node) {
    const std::string_view code = attribute(node, "char");
    std::uint32_t value = 0;
    std::from_chars(code.data(), code.data() + code.size(), value, 16);
    put(symbol_text(value, attribute(node, "font")));
    if (removed_ == 0) ++out_.signs;
  }

  /// A field is its code and then, behind a separator, what it comes to.
  void field(std::string_view part) {
    if (part == "begin") {
      fields_.push_back(true);
      ++codes_;
    }
    if (fields_.empty()) return;
    if ((part == "separate" || part == "end") && fields_.back()) {
      fields_.back() = false;
      --codes_;
    }
    if (part == "end") fields_.pop_back();
    if (!in_code()) code_.clear();
  }

  void reference(const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    const std::string_view to = name == "footnoteReference"  ? "footnote"
                                : name == "endnoteReference" ? "endnote"
                                                             : "comment";
    if (removed_ == 0) out_.references.push_back({to, std::string(attribute(node, "id"))});
  }

  /// Only text boxes in it have words.
  void drawing(const pugi::xml_node& node) {
    if (removed_ > 0) return;
    for (const pugi::xml_node each : node.children()) {
      const std::string_view name = local_name(each);
      if (name == "AlternateContent")
        drawing(shown_branch(each));
      else if (name == "txbxContent")
        out_.boxes.push_back(each);
      else
        drawing(each);
      if (name == "blip" || name == "imagedata" || name == "chart" || name == "relIds")
        ++out_.pictures;
      if (name == "OLEObject") ++out_.embedded;
    }
  }

  const WordStyles& styles_;
  WordParagraph out_;
  /// Of the fields that are open, whether their code goes on; how many of them do.
  std::vector<bool> fields_;
  std::size_t codes_ = 0;
  std::string code_;
  bool hidden_ = false;
  int removed_ = 0;
};

}  // namespace

WordParagraph read_paragraph(const pugi::xml_node& node, const WordStyles& styles) {
  return ParagraphReader(styles).read(node);
}

pugi::xml_node shown_branch(const pugi::xml_node& alternatives) {
  for (const pugi::xml_node each : alternatives.children())
    if (local_name(each) == "Choice" && each.first_child()) return each;
  return child(alternatives, "Fallback");
}

}  // namespace wardplan::tables
