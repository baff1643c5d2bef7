#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/phrase.h"

namespace wardplan::document {

/// Elements that pages may have: which elements may stand in them and which attributes they may
/// have, all as words with blanks between.
struct ElementWord {
  std::string_view names;
  std::string_view children;
  std::string_view attributes;
  /// Whether text may stand in them.
  bool text = false;
};

/// The element of this name, or null.
const ElementWord* find_element(std::string_view name);
std::vector<std::string> element_names();

/// The words of a list with blanks between them.
std::vector<std::string> words_of(std::string_view list);

/// Whether a word stands in such a list.
bool has_word(std::string_view list, std::string_view word);

/// Elements that run along in a line of text.
bool is_inline(std::string_view element);

/// What a class says; an element has one class of each kind.
enum class ClassKind { style, align, table, page_break };

struct ClassWord {
  std::string_view name;
  ClassKind kind = ClassKind::style;
  /// The elements it may stand on.
  std::string_view elements;
  /// Only of the kind `align`.
  Align align = Align::automatic;
};

/// The class of this name, or null; names of styles (`find_style`) are classes of paragraphs.
const ClassWord* find_class(std::string_view name);
std::vector<std::string> class_names(std::string_view element);

/// The class that aligns so, which is CSS's word, too; `left` where nothing is said.
std::string_view align_word(Align align);

/// `12.5%` in thousandths (125): more than nothing, at most all, one decimal; 0 for anything else.
int parse_width(std::string_view text);

/// A count from 1 to `most` in plain digits; 0 for anything else.
std::size_t parse_count(std::string_view text, std::size_t most);

/// Most columns that a table of Word has, and most rows that one cell reaches over.
inline constexpr std::size_t kMostColumns = 63;
inline constexpr std::size_t kMostRows = 1000;

}  // namespace wardplan::document
