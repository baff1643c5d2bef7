#include "document/words.h"

#include <algorithm>
#include <array>

#include "document/layout.h"
#include "figures/numerals.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan::document {
namespace {

constexpr std::string_view kFlow = "p h1 h2 h3 div ul ol table figure br b strong i em u span";
constexpr std::string_view kInCell = "p div ul ol br b strong i em u span";
constexpr std::string_view kInItem = "p ul ol br b strong i em u span";
constexpr std::string_view kInline = "br b strong i em u span";

constexpr std::array kElements = {
    ElementWord{"html", "head body", "lang xml:lang xmlns"},
    ElementWord{"head", "title meta style", ""},
    ElementWord{"title", "", "", true},
    // For a browser that is handed the page itself; what it says is true anyway.
    ElementWord{"meta", "", "charset"},
    // How the template looks while it is edited: every writer has a look of its own, so that what
    // stands here is passed over.
    ElementWord{"style", "", "", true},
    ElementWord{"body", kFlow, "data-layout data-orientation", true},
    ElementWord{"div", kFlow, "class", true},
    ElementWord{"p h1 h2 h3", kInline, "class", true},
    ElementWord{"br", "", ""},
    ElementWord{"b strong i em u span", kInline, "", true},
    ElementWord{"ul ol", "li", "class"},
    ElementWord{"li", kInItem, "class", true},
    ElementWord{"table", "colgroup thead tbody tr", "class"},
    ElementWord{"colgroup", "col", ""},
    ElementWord{"col", "", "width"},
    ElementWord{"thead tbody", "tr", ""},
    ElementWord{"tr", "td th", ""},
    ElementWord{"td th", kInCell, "class colspan rowspan width", true},
    ElementWord{"figure", "svg figcaption", ""},
    ElementWord{"figcaption", kInline, "", true},
    // What stands inside is looked at by `validate.cc`.
    ElementWord{"svg", "", ""},
};

constexpr std::string_view kParagraphs = "p h1 h2 h3 div ul ol li td th";

constexpr std::array kClasses = {
    ClassWord{"left", ClassKind::align, kParagraphs, Align::left},
    ClassWord{"center", ClassKind::align, kParagraphs, Align::center},
    ClassWord{"right", ClassKind::align, kParagraphs, Align::right},
    ClassWord{"justify", ClassKind::align, kParagraphs, Align::justify},
    ClassWord{"page-break", ClassKind::page_break, "div"},
    ClassWord{"grid", ClassKind::table, "table"},
    ClassWord{"plain", ClassKind::table, "table"},
};

/// A class that is a style, as a word of this table.
constexpr ClassWord kStyleClass{"", ClassKind::style, kParagraphs};

}  // namespace

const ElementWord* find_element(std::string_view name) {
  const auto* found = std::ranges::find_if(
      kElements, [&](const ElementWord& word) { return has_word(word.names, name); });
  return found == kElements.end() ? nullptr : found;
}

std::vector<std::string> element_names() {
  return words_of(joined(texts(kElements, &ElementWord::names), " "));
}

std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words = texts(split(list, kBlanks));
  std::erase(words, "");
  return words;
}

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t begin = pass(list, kBlanks, at);
    at = find_or_end(list, kBlanks, begin);
    if (begin < at && list.substr(begin, at - begin) == word) return true;
  }
  return false;
}

bool is_inline(std::string_view element) { return has_word(kInline, element); }

const ClassWord* find_class(std::string_view name) {
  const auto* found = std::ranges::find(kClasses, name, &ClassWord::name);
  if (found != kClasses.end()) return found;
  return find_style(name) ? &kStyleClass : nullptr;
}

std::string_view align_word(Align align) {
  return std::ranges::find(kClasses, align == Align::automatic ? Align::left : align,
                           &ClassWord::align)
      ->name;
}

std::vector<std::string> class_names(std::string_view element) {
  std::vector<std::string> names;
  for (const ClassWord& word : kClasses)
    if (has_word(word.elements, element)) names.emplace_back(word.name);
  if (!has_word(kStyleClass.elements, element)) return names;
  for (std::size_t style = 0; style < kStyleCount; ++style)
    names.emplace_back(style_name(static_cast<Style>(style)));
  return names;
}

int parse_width(std::string_view text) {
  if (!text.ends_with('%')) return 0;
  text.remove_suffix(1);
  const std::size_t point = text.find('.');
  int tenths = 0;
  if (point != std::string_view::npos) {
    const std::string_view decimals = text.substr(point + 1);
    if (decimals.size() != 1 || decimals[0] < '0' || decimals[0] > '9') return 0;
    tenths = decimals[0] - '0';
    text = text.substr(0, point);
  }
  const bool zero = text == "0";
  const auto whole = static_cast<int>(parse_count(text, 100));
  if (whole == 0 && !zero) return 0;
  const int width = 10 * whole + tenths;
  return width > 1000 ? 0 : width;
}

std::size_t parse_count(std::string_view text, std::size_t most) {
  const auto count = static_cast<std::size_t>(whole_number(text).value_or(0));
  return count > most ? 0 : count;
}

}  // namespace wardplan::document
